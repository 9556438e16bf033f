"""Running the site engine on one locale's project. What it warns of comes back as values."""

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from stepsheet.errors import UserError


class _Collector(logging.Handler):
    """Keeps warnings and errors instead of printing them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        kept = self.errors if record.levelno >= logging.ERROR else self.messages
        kept.append(record.getMessage())


def build(config_file: Path) -> tuple[str, ...]:
    """Build a project into its `site_dir` and return the engine's warnings.

    Raises UserError when the engine gives up: the project is ours, so it is over what the operator has passed on, as
    plugins, extensions, hooks and templates.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material prints a banner on import; docs/engines.md says the same
    from jinja2 import TemplateError  # noqa: PLC0415 - after the banner is silenced, as all of these
    from mkdocs.commands.build import build as run  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import Abort, MkDocsException  # noqa: PLC0415

    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    logger.propagate = False
    try:
        config = _loaded(load_config, config_file)
        config.plugins.on_startup(command="build", dirty=False)
        run(config)
        config.plugins.on_shutdown()
    except (Abort, MkDocsException) as error:
        raise _refusal(collector.errors or [str(error)]) from error
    except TemplateError as error:
        raise _refusal([*collector.errors, str(error)][:1]) from error
    finally:
        logger.removeHandler(collector)
    return tuple(collector.messages)


def _loaded(load: Callable[[str], Any], config_file: Path) -> Any:
    """The configuration; to read it, the engine runs the operator's hooks, plugins and extensions."""
    try:
        return load(str(config_file))
    except (ImportError, SyntaxError, NameError, AttributeError, TypeError, ValueError) as error:
        raise _refusal([f"{type(error).__name__}: {error}"]) from error


def _refusal(errors: list[str]) -> UserError:
    """What the engine complains of, as one sentence: of a stack trace in it, the last line."""
    told = []
    for lines in ([line.strip().rstrip(".") for line in error.splitlines() if line.strip()] for error in errors):
        told += [lines[0]] if len(lines) == 1 else [lines[0], lines[-1]]
    return UserError(
        f"MkDocs cannot build with these settings: {'; '.join(dict.fromkeys(told))}",
        help="correct what it names in mkdocs.yml or in the theme's folder",
    )
