"""What the commands share: options, the day, colour, progress."""

import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from stepsheet import pipeline, settings
from stepsheet.cli.exit import Exit, colored
from stepsheet.diagnostics import Diagnostic, failed
from stepsheet.errors import UserError
from stepsheet.model.problem import closest
from stepsheet.pipeline import Report
from stepsheet.report.reporter import reporters
from stepsheet.settings import Settings

SHOW_AFTER_SECONDS = 1.0


class ConfigFile(click.ParamType[Settings]):
    """A `mkdocs.yml`, read into settings."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Settings:
        """The settings in the file. Raises UserError."""
        del param, ctx
        return value if isinstance(value, Settings) else settings.load(Path(value))


config_option = click.option(
    "-f",
    "--config-file",
    "site",
    type=ConfigFile(),
    default="mkdocs.yml",
    show_default=True,
    help="The site's settings.",
)
strict_option = click.option("--strict", is_flag=True, help="Fail on warnings too.")
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(sorted(reporters())),
    default="text",
    show_default=True,
    help="How to write the findings.",
)


def today() -> date:
    """The day of the run; SOURCE_DATE_EPOCH (reproducible-builds.org) sets another. Raises UserError if it is none."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise UserError(
            f"SOURCE_DATE_EPOCH is {epoch[:40]!r}, not a time in seconds since 1970",
            help="set it to the output of `date +%s`, or unset it",
        ) from None


def report(diagnostics: Sequence[Diagnostic], form: str = "text", *, strict: bool = False, err: bool = False) -> Exit:
    """Write the findings and say with which code to exit."""
    color = colored(sys.stderr if err else sys.stdout)
    click.echo(reporters()[form].render(diagnostics, color), nl=False, err=err, color=color)
    return Exit.FINDINGS if failed(diagnostics, strict=strict) else Exit.CLEAN


def declared(site: Settings, locale: str) -> str:
    """A locale the user named. Raises UserError when the site does not have it."""
    if locale not in site.locales:
        help_ = closest(locale, site.locales) or f"the site's locales are: {', '.join(site.locales)}"
        raise UserError(f"the site has no locale {locale!r}", help=help_)
    return locale


@contextmanager
def progress() -> Iterator[Report]:
    """A bar on standard error for work that takes over a second; nothing when it is not a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:  # without a thread for a bar that nobody sees, work can be shared by processes
        yield pipeline.silent
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=console, transient=True)
    task = bar.add_task("", total=None)
    timer = threading.Timer(SHOW_AFTER_SECONDS, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda what, done, total: bar.update(task, description=what, completed=done, total=total or None)
    finally:
        timer.cancel()
        bar.stop()
