"""The thin MkDocs plugin: `mkdocs build` and `mkdocs serve` on the operator's own `mkdocs.yml` give the same site."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority

from stepsheet.cli.exit import stoppable, system_says
from stepsheet.cli.shared import report, today
from stepsheet.errors import InternalError, UserError
from stepsheet.hosted import Hosted

NOTHING = "Nothing was built; the last site is untouched."


class Options(Config):  # type: ignore[no-untyped-call] # MkDocs' base class is not typed
    """The plugin's options, which `stepsheet.settings` reads and checks; here they are only let through."""

    content = Optional(Type(str))
    papers = Optional(Type(list))
    locales = Optional(Type(dict))


class StepsheetPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call] # as above
    """Hooks only; what they do is in `stepsheet.hosted`."""

    hosted: Hosted | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """From here on a signal to stop leaves nothing behind; the host keeps one plugin for all its rebuilds."""
        del command, dirty
        self._until_shutdown = ExitStack()
        self._until_shutdown.enter_context(stoppable())

    def on_shutdown(self) -> None:
        """The host's end, good or bad: a build that was broken off is cleaned up."""
        self._abandon(KeyboardInterrupt())
        self._until_shutdown.close()

    @event_priority(100)  # before the search reads its language
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check and generate everything; the host goes on with the default locale's project."""
        self.hosted = None
        with _told():
            self.hosted = Hosted(config, today())
            report(self.hosted.diagnostics, err=True)
            if self.hosted.failed:
                raise PluginError(NOTHING)
            return self.hosted.begin(config)

    @event_priority(-100)  # after every other plugin has written its files
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put all locales together and swap them in."""
        del config
        with _told():
            if self.hosted:
                report(self.hosted.finish(), err=True)
                if self.hosted.failed:
                    raise PluginError(NOTHING)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the last good site where it is; of a full disk the host would print a stack trace."""
        self._abandon(error)
        if isinstance(error, OSError):
            raise Abort(system_says(error)) from None

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Watch the theme's overrides too; the content folder is watched by the host."""
        del builder
        for folder in filter(None, [config.theme.custom_dir]):
            server.watch(str(Path(folder)))
        return server

    def _abandon(self, error: BaseException) -> None:
        if self.hosted:
            self.hosted.abandon(error)


@contextmanager
def _told() -> Iterator[None]:
    """Our errors in the host's way of telling them: a sentence, no stack trace."""
    try:
        yield
    except UserError as error:
        raise PluginError(f"{error.message}\nhelp: {error.help}" if error.help else error.message) from None
    except OSError as error:
        raise PluginError(system_says(error)) from None
    except InternalError as error:
        raise PluginError(f"a bug of Stepsheet: {error}") from error
