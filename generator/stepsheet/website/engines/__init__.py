"""The programs that turn a locale's project into HTML: one module each, with `build(config_file)`, found by itself."""

from collections.abc import Callable
from pathlib import Path

from stepsheet.discovery import modules

DEFAULT = "mkdocs"
NAMES = {"mkdocs": "MkDocs", "zensical": "Zensical"}
Build = Callable[[Path], tuple[str, ...]]


def engines() -> dict[str, Build]:
    """How each engine builds a project, by its name; each returns what it has warned of and raises UserError."""
    found: dict[str, Build] = {
        module.__name__.rpartition(".")[2]: module.build for module in modules(__name__, "build")
    }
    return found
