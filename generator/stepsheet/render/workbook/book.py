"""A guide as a file of Excel's. The same guide gives the same bytes."""

import io
from datetime import UTC, datetime

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from stepsheet.localize.document import Document
from stepsheet.render.html import plain
from stepsheet.render.sheet import words
from stepsheet.render.site import Site
from stepsheet.render.table import parts
from stepsheet.render.workbook import overview, section
from stepsheet.render.workbook.looks import looks
from stepsheet.render.workbook.names import sheet_names

_LETTER, _A4 = 1, 9  # the numbers of paper sizes (ECMA-376, part 1, 18.3.1.63)
# No text is ever more than a text: not a formula, not a link, not a number.
_TEXTS_ONLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_EDGE = 90  # characters of a title in the header of a page, which has room for 255 and says more


def workbook(document: Document, site: Site) -> bytes:
    """The whole file: an overview, and a sheet for each part of the guide that has something to tick or to know."""
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, **_TEXTS_ONLY})
    _properties(book, document, site)
    _ = site.interface.gettext
    made, rows = looks(book), parts(document, site)
    told = [part for part in rows if part.anchor != "ss:outcome"]
    names = list(sheet_names([_("Overview"), *(f"{part.number} {part.title}".strip() for part in told)]))
    first = _sheet(book, names[0], document, site)
    overview.fill(first, document, site, list(zip(names[1:], told, strict=True)), made)
    page = site.address(f"guides/{document.id}/index.html")
    for name, part in zip(names[1:], told, strict=True):
        sheet = _sheet(book, name, document, site)
        sheet.set_landscape()
        section.fill(sheet, part, site.interface, made, page)
    book.close()
    return buffer.getvalue()


def _properties(book: Workbook, document: Document, site: Site) -> None:
    """The file's properties; the moment it was made is the day of the review, never now."""
    day = document.reviewed
    book.set_properties(
        {
            "title": plain(document.title),
            "subject": plain(document.summary),
            "author": site.name,
            "keywords": ", ".join(document.tags),
            "comments": words.revision(document, site.interface),
            "created": datetime(day.year, day.month, day.day, tzinfo=UTC) if day else datetime(1980, 1, 1, tzinfo=UTC),
        }
    )


def _sheet(book: Workbook, name: str, document: Document, site: Site) -> Worksheet:
    """An empty sheet, set up for the screen and the printer."""
    sheet = book.add_worksheet(name)
    if site.interface.direction == "rtl":
        sheet.right_to_left()
    sheet.set_paper(_LETTER if site.papers[:1] == ("letter",) else _A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    page = site.interface.gettext("Page %(page)s of %(pages)s", {"page": "&P", "pages": "&N"})
    title = plain(document.title)[:_EDGE].replace("&", "&&")
    sheet.set_header(f"&L{title}&R&A")
    sheet.set_footer(f"&L{words.revision(document, site.interface)}&R{page}")
    sheet.hide_gridlines(2)
    return sheet
