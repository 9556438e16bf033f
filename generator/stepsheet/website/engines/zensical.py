"""Zensical, the successor of MkDocs and Material: a program that reads the same `mkdocs.yml`."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from stepsheet.errors import UserError

_COLOR = re.compile("\x1b\\[[0-9;]*m")
_WARNING = re.compile(r"^Warning: (.+)(?:\n\s*╭─\[ (\S+) \])?", re.MULTILINE)  # what is wrong; file, line and column
_MINUTES = 30


def build(config_file: Path) -> tuple[str, ...]:
    """Build a project into its `site_dir` and return the engine's warnings.

    Raises UserError when it is not installed, or gives up.
    """
    if find_spec("zensical") is None:
        raise UserError(
            "the engine Zensical is not installed", help="install it with `pip install 'stepsheet[zensical]'`"
        )
    ran = subprocess.run(  # noqa: S603 - our own interpreter, a file of ours
        [sys.executable, "-m", "zensical", "build", "--config-file", config_file.name],
        cwd=config_file.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=_MINUTES * 60,
    )
    said = _COLOR.sub("", ran.stdout + ran.stderr)
    if ran.returncode:
        raise UserError(
            f"Zensical cannot build with these settings: {_last(said)}",
            help="correct what it names in mkdocs.yml or in the theme's folder, or build with `--engine mkdocs`",
        )
    return tuple(f"{found[1]} ({found[2]})" if found[2] else found[1] for found in _WARNING.finditer(said))


def _last(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return (lines[-1] if lines else "it gives no reason").rstrip(".")
