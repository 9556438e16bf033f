"""A build hosted by MkDocs itself: it builds the default locale, ours build the others meanwhile."""

import logging
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import CountHandler

from stepsheet import pipeline, settings
from stepsheet.diagnostics import Diagnostic, arrange, failed
from stepsheet.errors import UserError
from stepsheet.render.sitemap import sitemap
from stepsheet.shapes import MATERIAL
from stepsheet.website import workers
from stepsheet.website.stage import Stage


class Hosted:
    """One build, from the host's configuration to the finished site."""

    def __init__(self, host: MkDocsConfig, today: date) -> None:
        loaded = settings.load(Path(host.config_file_path))
        _require_material(host, loaded.file.name)
        self.settings = replace(loaded, site_dir=Path(host.site_dir))
        checked = pipeline.check(self.settings, today)
        self.diagnostics: tuple[Diagnostic, ...] = arrange([*checked.diagnostics, *pipeline.hints(self.settings)])
        self.strict = host.strict
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
        """Wait for the others, put all together, swap it in; returns what the engine warned of in the others.

        In a strict build a warning, of the host too, leaves the old site.
        """
        with self._stack:
            warnings = [warning for found in workers.finished(self._futures) for warning in found]
            diagnostics = arrange(pipeline.engine_findings(warnings, self.settings))
            self.failed = failed(diagnostics, strict=self.strict)
            if not self.failed and not (self.strict and _host_has_warned()):
                self._stage.publish(self._stage.assemble(self._sites, sitemap(self._sites)))
        return diagnostics

    def abandon(self, error: BaseException) -> None:
        """Stop everything and leave the old site."""
        self._stack.__exit__(type(error), error, None)


def _require_material(host: MkDocsConfig, file: str) -> None:
    """The default locale is built with the host's own theme and plugins, so they must be those of the other locales."""
    if host.theme.name != MATERIAL:
        raise UserError(f"{file}: under MkDocs the theme must be named", help=f"add `theme: {{name: {MATERIAL}}}`")
    if f"{MATERIAL}/search" not in host.plugins:
        raise UserError(f"{file}: under MkDocs the search must be named", help="add `- search` to `plugins:`")


def _host_has_warned() -> bool:
    """What MkDocs counts in a strict build, and ends it for afterwards."""
    counters = [handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler)]
    return any(counter.get_counts() for counter in counters)


def _adopted(made: MkDocsConfig, host: MkDocsConfig) -> MkDocsConfig:
    """The generated configuration, run by the host's plugins with the generated options."""
    for name, plugin in made.plugins.items():
        if name in host.plugins:
            host.plugins[name].config = plugin.config
    made.plugins = host.plugins
    made.strict = host.strict
    made.site_url = host.site_url or made.site_url
    return made
