"""The first sheet: what the guide is, what to answer, and how much of each section is done."""

from collections.abc import Sequence

from xlsxwriter.utility import quote_sheetname
from xlsxwriter.worksheet import Worksheet

from stepsheet.localize.document import Document
from stepsheet.render.sheet import words
from stepsheet.render.site import Site
from stepsheet.render.table import Part, Words
from stepsheet.render.workbook.looks import Looks
from stepsheet.render.workbook.section import FIRST, height, states

_WIDTHS = (60, 16, 16)


def fill(sheet: Worksheet, document: Document, site: Site, named: Sequence[tuple[str, Part]], looks: Looks) -> None:
    """Write the sheet; `named` are the parts of the guide, each with the name of its sheet."""
    for index, width in enumerate(_WIDTHS):
        sheet.set_column(index, index, width)
    row = _about(sheet, document, site, looks)
    row = _questions(sheet, row, document, site, looks)
    row = _progress(sheet, row, site, named, looks)
    if document.outcome:
        sheet.write_string(row + 1, 0, site.interface.gettext("What you have now"), looks.heading)
        _wrapped(sheet, row + 2, Words(document, site).block(document.outcome), looks)


def _wrapped(sheet: Worksheet, row: int, text: str, looks: Looks) -> None:
    sheet.write_string(row, 0, text, looks.wrapped)
    sheet.set_row(row, height([(text, _WIDTHS[0])]))


def _about(sheet: Worksheet, document: Document, site: Site, looks: Looks) -> int:
    """Title, summary, facts, source and address; returns the next free row."""
    told, _ = Words(document, site), site.interface.gettext
    sheet.write_string(0, 0, told.line(document.title), looks.title)
    _wrapped(sheet, 1, told.line(document.summary), looks)
    lines = [*words.facts(document, site.interface), *words.notice(document, site.interface)]
    if document.origin:
        lines.append(f"{_('Source:')}{told.marks.gap}{told.line(document.origin.title)}")
    for row, line in enumerate(lines, 2):
        sheet.write_string(row, 0, line, looks.quiet)
    page = site.address(f"guides/{document.id}/index.html")
    if page:
        sheet.write_url(2 + len(lines), 0, page)
    return 3 + len(lines) + bool(page)


def _questions(sheet: Worksheet, row: int, document: Document, site: Site, looks: Looks) -> int:
    """The questions, and beside each a list of its answers; returns the next free row."""
    if not document.options:
        return row
    told = Words(document, site)
    sheet.write_string(row, 0, site.interface.gettext("Answer first"), looks.heading)
    for number, option in enumerate(document.options, row + 1):
        answers = [told.line(choice.label) for choice in option.choices]
        sheet.write_string(number, 0, told.line(option.ask), looks.cell)
        sheet.write_blank(number, 1, "", looks.state)
        if sum(len(answer) + 1 for answer in answers) <= _LIST and not any("," in answer for answer in answers):
            sheet.data_validation(number, 1, number, 1, {"validate": "list", "source": answers})
        else:
            sheet.write_string(number, 2, " / ".join(answers), looks.cell)
    return row + len(document.options) + 2


_LIST = 255  # characters that Excel takes for a list, in which the comma parts the items


def _progress(sheet: Worksheet, row: int, site: Site, named: Sequence[tuple[str, Part]], looks: Looks) -> int:
    """How many steps of each section are done, counted by the program; returns the next free row."""
    _ = site.interface.gettext
    open_, done, unneeded = states(site.interface)
    for column, name in enumerate((_("Section"), done, open_)):
        sheet.write_string(row, column, name, looks.header)
    for number, (name, part) in enumerate(named, row + 1):
        quoted = quote_sheetname(name)
        place = f"{quoted}!$A${FIRST + 1}:$A${FIRST + len(part.rows)}"
        sheet.write_url(number, 0, f"internal:{quoted}!A1", looks.cell, f"{part.number} {part.title}".strip())
        sheet.write_formula(number, 1, f'=COUNTIF({place},"{done}")', looks.number, 0)
        rest = f'=COUNTA({place})-COUNTIF({place},"{done}")-COUNTIF({place},"{unneeded}")'
        sheet.write_formula(number, 2, rest, looks.number, sum(one.tickable for one in part.rows))
    return row + len(named) + 1
