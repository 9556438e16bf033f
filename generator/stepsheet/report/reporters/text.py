"""For people: place, fact, source line with the spot underlined, help."""

import re
import unicodedata
from collections.abc import Sequence

import click

from stepsheet.diagnostics import Diagnostic, Location, Severity
from stepsheet.report.reporter import Reporter, tally

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
_TAB = "    "
MAX_LINE = 160
# Control characters steer a terminal, bidirectional ones (Unicode Standard Annex 9) turn its lines round.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def render(diagnostics: Sequence[Diagnostic], color: bool) -> str:
    """Every diagnostic as a block, then a line that counts them; empty without any."""
    if not diagnostics:
        return ""
    text = "\n\n".join([*(_block(item) for item in diagnostics), _summary(diagnostics)])
    return f"{text if color else click.unstyle(text)}\n"


def _block(item: Diagnostic) -> str:
    at = item.finding.location
    label = click.style(
        f"{item.rule.severity}[{item.rule.code} {item.rule.name}]", fg=_COLORS[item.rule.severity], bold=True
    )
    lines = [f"{click.style(str(at), bold=True)}: {label}: {item.finding.message}", *_excerpt(at)]
    if item.finding.help:
        lines.append(f"{click.style('help', fg='green', bold=True)}: {item.finding.help}")
    return "\n".join(lines)


def _excerpt(at: Location) -> list[str]:
    """The source line and the spot; nothing where the file has no such line, as a picture's or a folder's."""
    line = at.source.line(at.line)
    if not line or line.isspace():
        return []
    start = at.column - 1
    end = at.end_column - 1 if at.end_line == at.line else len(line)
    cut = max(0, start - MAX_LINE // 2) if len(line) > MAX_LINE else 0
    shown = _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", line[cut : cut + MAX_LINE])
    start, end = start - cut, min(end - cut, MAX_LINE)
    gutter = " " * len(str(at.line))
    return [
        f"{gutter} |",
        f"{at.line} | {shown.replace(chr(9), _TAB)}",
        f"{gutter} | {' ' * width(shown[:start])}{'^' * max(1, width(shown[start : max(end, start + 1)]))}",
    ]


def width(text: str) -> int:
    """How many columns a terminal gives a text (Unicode Standard Annex 11; combining marks take none)."""
    columns = 0
    for character in text:
        if character == "\t":
            columns += len(_TAB)
        elif not unicodedata.combining(character) and unicodedata.category(character) != "Cf":
            columns += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return columns


def _summary(diagnostics: Sequence[Diagnostic]) -> str:
    counts = tally(diagnostics).items()
    return ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts if count)


REPORTER = Reporter("text", render)
