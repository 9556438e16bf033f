"""A section as a sheet: a row for each step, its state in the first column to choose from a list."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from stepsheet.localize.interface import Interface
from stepsheet.render.sheet import size
from stepsheet.render.table import Part, Row
from stepsheet.render.workbook.looks import Looks

FIRST = 2  # the row of the first step, counted from 0: title and names of columns stand above
_LINE, _TALLEST = 15, 409  # points; no row may be taller
_LONGEST = 32_767  # characters that Excel takes in a cell


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `wanted` tells that it is there even when no row says anything in it."""

    name: str
    width: int
    text: Callable[[Row], str]
    look: str = "cell"
    wanted: bool = False


def states(interface: Interface) -> tuple[str, str, str]:
    """What a step can be: open, done, not needed."""
    _ = interface.gettext
    return _("Open"), _("Done"), _("Not needed")


def height(texts: Iterable[tuple[str, int]]) -> float:
    """How tall a row is, in points, for texts in columns of these widths: not every program finds out by itself."""
    lines = max(_lines(text, width) for text, width in texts)
    return min(lines * _LINE + 3, _TALLEST)


def _lines(text: str, width: int) -> int:
    return sum(max(1, math.ceil(size.width(line) / width)) for line in text.splitlines()) or 1


def _columns(interface: Interface) -> tuple[Column, ...]:
    _ = interface.gettext
    first = states(interface)[0]
    return (
        Column(_("Status"), 13, lambda row: first if row.tickable else "", "state", wanted=True),
        Column(_("Step"), 10, lambda row: row.number, "number", wanted=True),
        Column(_("Only if"), 20, lambda row: row.only_if),
        Column(_("Warnings"), 30, lambda row: row.warnings, "hazard"),
        Column(_("What to do"), 34, lambda row: row.action, "action", wanted=True),
        Column(_("Details"), 36, lambda row: row.details),
        Column(_("What to enter or choose"), 30, lambda row: row.fields),
        Column(_("Expected result"), 24, lambda row: row.expect),
        Column(_("If it did not work"), 24, lambda row: row.if_not),
        Column(_("Notes"), 20, lambda _row: "", wanted=True),
    )


def fill(sheet: Worksheet, part: Part, interface: Interface, looks: Looks, page: str | None) -> None:
    """Write the rows of a part; `page` is the address of the guide's page."""
    sheet.write_string(0, 0, f"{part.number} {part.title}".strip(), looks.title)
    columns = [one for one in _columns(interface) if one.wanted or any(map(one.text, part.rows))]
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width)
        sheet.write_string(1, index, column.name, looks.header)
        for number, row in enumerate(part.rows, FIRST):
            _write(sheet, (number, index), column, row, looks, page)
    for number, row in enumerate(part.rows, FIRST):
        sheet.set_row(number, height((column.text(row), column.width) for column in columns))
    _states(sheet, part, interface, looks, len(columns))
    sheet.freeze_panes(FIRST, 2)
    sheet.repeat_rows(0, 1)


def _write(sheet: Worksheet, place: tuple[int, int], column: Column, row: Row, looks: Looks, page: str | None) -> None:
    text = column.text(row)
    if column.look == "number" and text and page:
        sheet.write_url(*place, f"{page}#{row.anchor}", looks.link, text)
        return
    look = column.look if text or row.tickable else "told"
    look = "cell" if look == "hazard" and not text else look
    write = sheet.write_string if text else sheet.write_blank
    write(*place, text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…", getattr(looks, look))


def _states(sheet: Worksheet, part: Part, interface: Interface, looks: Looks, width: int) -> None:
    """The list to choose a state from, and how a row looks that is done or not needed."""
    names = states(interface)
    for number, row in enumerate(part.rows, FIRST):
        if row.tickable:
            sheet.data_validation(number, 0, number, 0, {"validate": "list", "source": list(names)})
    last = FIRST + len(part.rows) - 1
    for name, look in ((names[1], looks.done), (names[2], looks.unneeded)):
        rule = {"type": "formula", "criteria": f'=$A{FIRST + 1}="{name}"', "format": look}
        sheet.conditional_format(FIRST, 0, last, width - 1, rule)
