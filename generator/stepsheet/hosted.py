"""A build hosted by MkDocs itself: it builds the default locale, ours build the others meanwhile."""

from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from stepsheet import pipeline, settings
from stepsheet.diagnostics import Diagnostic, arrange, failed
from stepsheet.render.sitemap import sitemap
from stepsheet.website import workers
from stepsheet.website.stage import Stage


class Hosted:
    """One build, from the host's configuration to the finished site."""

    def __init__(self, host: MkDocsConfig, today: date) -> None:
        loaded = settings.load(Path(host.config_file_path))
        self.settings = replace(loaded, site_dir=Path(host.site_dir))
        checked = pipeline.check(self.settings, today)
        self.diagnostics: tuple[Diagnostic, ...] = arrange([*checked.diagnostics, *pipeline.hints(self.settings)])
        self.failed = failed(self.diagnostics, strict=host.strict)
        self._content = checked.content
        self._stack = ExitStack()

    def begin(self, host: MkDocsConfig) -> MkDocsConfig:
        """Start the other locales and return the default locale's configuration, with the host's plugins in it."""
        self._sites = pipeline.localize(self._content, self.settings, self.settings.locales)
        self._stage = self._stack.enter_context(Stage(self.settings.site_dir))
        default, *others = self._sites
        self._futures = self._stack.enter_context(workers.started(tuple(others), self.settings, self._stage))
        config_file, places = self._stage.config_file(default.locale), self._stage.places(default.locale)
        workers.prepare(default, self.settings, config_file, places)
        return _adopted(load_config(str(config_file)), host)

    def finish(self) -> tuple[Diagnostic, ...]:
        """Wait for the others, put all together, swap it in; returns what the engine warned of in the others."""
        with self._stack:
            warnings = [warning for found in workers.finished(self._futures) for warning in found]
            self._stage.publish(self._sites, sitemap(self._sites))
        return arrange(pipeline.engine_findings(warnings, self.settings))

    def abandon(self, error: BaseException) -> None:
        """Stop everything and leave the old site."""
        self._stack.__exit__(type(error), error, None)


def _adopted(made: MkDocsConfig, host: MkDocsConfig) -> MkDocsConfig:
    """The generated configuration, run by the host's plugins with the generated options."""
    for name, plugin in made.plugins.items():
        if name in host.plugins:
            host.plugins[name].config = plugin.config
    made.plugins = host.plugins
    made.strict = host.strict
    made.site_url = host.site_url or made.site_url
    return made
