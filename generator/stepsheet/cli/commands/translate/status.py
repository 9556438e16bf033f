"""`stepsheet translate status`."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import click

from stepsheet.cli import translating
from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option
from stepsheet.localize.progress import Measure, total
from stepsheet.settings import Settings
from stepsheet.translating.measure import measures

EPILOG = """\b
Examples:
  stepsheet translate status
  stepsheet translate status --locale en --fail-under 95
  stepsheet translate status --format json > status.json
"""
_HEAD = ("", "locale", "ok", "stale", "missing", "orphan", "done", "words left")
_WORDS = 2  # columns of words, which begin on the left


@click.command("status", epilog=EPILOG, short_help="What is translated, what is out of date, what is missing.")
@click.option("-l", "--locale", "locales", multiple=True, help="This locale only; may be repeated.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write the table.",
)
@click.option(
    "--fail-under",
    type=click.IntRange(0, 100),
    metavar="PERCENT",
    help="Exit with 1 when less of a locale is up to date.",
)
@config_option
def COMMAND(locales: tuple[str, ...], form: str, fail_under: int | None, site: Settings) -> Exit:  # noqa: N802
    """Show for each guide, page and file of texts how far its translation into each locale is.

    A text is ok, stale (its source has changed since), or missing; an orphan translates no text any more.
    """
    chosen = translating.targets(site, locales)
    content, problems = translating.known(site)
    found = measures(content, chosen, site.locales[0])
    totals = [total(found, locale) for locale in chosen]
    click.echo(_json(found, totals) if form == "json" else _table([*found, *totals]))
    code = translating.unread(problems, "What cannot be read is not in the table.")
    low = [measure for measure in totals if fail_under is not None and measure.percent < fail_under]
    for measure in low:
        click.echo(f"{measure.locale} is {measure.percent} % up to date, which is less than {fail_under} %.", err=True)
    return Exit.FINDINGS if low else code


def _table(found: Sequence[Measure]) -> str:
    rows = [_HEAD, *(_row(measure) for measure in found)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_aligned(row, widths) for row in rows)


def _row(one: Measure) -> tuple[str, ...]:
    counts = (one.ok, one.stale, one.missing, one.orphan)
    return (one.book, one.locale, *map(str, counts), f"{one.percent} %", str(one.words_left))


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (
        cell.ljust(width) if index < _WORDS else cell.rjust(width)
        for index, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join(cells).rstrip()


def _json(found: Sequence[Measure], totals: Sequence[Measure]) -> str:
    data = {"books": [_record(measure) for measure in found], "total": [_record(measure) for measure in totals]}
    return json.dumps(data, ensure_ascii=False, indent=2)


def _record(measure: Measure) -> dict[str, Any]:
    return {**asdict(measure), "percent": measure.percent}
