"""Running the site engine on one locale's project. What it warns of comes back as values."""

import logging
import os
from pathlib import Path

from stepsheet.errors import InternalError


class _Collector(logging.Handler):
    """Keeps warnings instead of printing them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def build(config_file: Path) -> tuple[str, ...]:
    """Build a project into its `site_dir` and return the engine's warnings. Raises InternalError when it gives up."""
    os.environ["NO_MKDOCS_2_WARNING"] = (
        "1"  # Material prints its end-of-life banner on import; docs/engines.md tells it
    )
    from mkdocs.commands.build import build as run  # noqa: PLC0415 - after the banner is silenced
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import Abort, MkDocsException  # noqa: PLC0415

    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    logger.propagate = False
    try:
        config = load_config(str(config_file))
        config.plugins.on_startup(command="build", dirty=False)
        run(config)
        config.plugins.on_shutdown()
    except (Abort, MkDocsException) as error:
        raise InternalError(
            f"MkDocs could not build {config_file}: {error}; {'; '.join(collector.messages)}"
        ) from error
    finally:
        logger.removeHandler(collector)
    return tuple(collector.messages)
