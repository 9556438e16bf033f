"""`stepsheet check`."""

import os
from pathlib import Path

import click

from stepsheet import pipeline
from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option, format_option, progress, report, strict_option, today
from stepsheet.diagnostics import Diagnostic
from stepsheet.settings import Settings

EPILOG = """\b
Examples:
  stepsheet check
  stepsheet check content/guides/okx-api-keys
  stepsheet check --strict --format json > findings.json
"""


@click.command("check", epilog=EPILOG, short_help="Report every mistake in the content, with its fix.")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@strict_option
@format_option
@config_option
def COMMAND(paths: tuple[Path, ...], strict: bool, form: str, site: Settings) -> Exit:  # noqa: N802
    """Check all content; with PATHS, show only the findings in those files and folders.

    Exits with 0 when it is clean, with 1 when there are errors (with --strict, also warnings).
    """
    with progress() as tell:
        found = pipeline.check(site, today(), tell).diagnostics
    wanted = [_place(path) for path in paths]
    return report([item for item in found if not paths or _within(item, wanted)], form, strict=strict)


def _within(item: Diagnostic, wanted: list[Path]) -> bool:
    place = _place(item.finding.location.source.path)
    return any(place.is_relative_to(path) for path in wanted)


def _place(path: Path) -> Path:
    """The path without `..` and links, but for a link at its end: findings are about links too."""
    plain = Path(os.path.abspath(path))  # noqa: PTH100 - `Path.absolute` keeps `..`
    return plain.parent.resolve() / plain.name
