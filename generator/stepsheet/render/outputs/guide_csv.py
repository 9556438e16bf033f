"""The checklist as a table that any program reads: one row for each thing to tick (RFC 4180, UTF-8).

The byte order mark is for Excel, which takes a CSV file without one for text in a code page of Windows; others skip it.
"""

import csv
import io
import re
from collections.abc import Iterator

from stepsheet.localize.document import Document
from stepsheet.localize.interface import Interface
from stepsheet.render.site import File, Output, Place, Site
from stepsheet.render.table import Part, Row, parts

_BOM = "\ufeff"
# What a spreadsheet takes for a formula at the start of a cell (OWASP, "CSV injection"). Where a list separator other
# than the comma is set, a cell also begins after a semicolon, a tab or the end of a line.
_FORMULA = re.compile(r"(^|[;\t\r\n])(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")


def harmless(text: str) -> str:
    """A text that no spreadsheet computes: an apostrophe stands before what could begin a formula.

    >>> harmless("=1+1")
    "'=1+1"
    """
    return _FORMULA.sub(r"\1\2'", text)


def columns(interface: Interface) -> list[str]:
    """The names of the columns."""
    _ = interface.gettext
    return [
        _("Status"),
        _("Section"),
        _("Step"),
        _("Only if"),
        _("Warnings"),
        _("What to do"),
        _("Details"),
        _("What to enter or choose"),
        _("Expected result"),
        _("If it did not work"),
        _("Notes"),
        _("Link"),
    ]


def _cells(part: Part, row: Row, site: Site, document: Document) -> list[str]:
    state = site.interface.gettext("Open") if row.tickable else ""
    page = site.address(f"guides/{document.id}/index.html")
    return [
        state,
        f"{part.number} {part.title}".strip(),
        row.number,
        row.only_if,
        row.warnings,
        row.action,
        row.details,
        row.fields,
        row.expect,
        row.if_not,
        "",
        f"{page}#{row.anchor}".removesuffix("#") if page else "",
    ]


def table(document: Document, site: Site) -> str:
    """The whole file."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(columns(site.interface))
    for part in parts(document, site):
        for row in part.rows:
            writer.writerow(map(harmless, _cells(part, row, site, document)))
    return _BOM + buffer.getvalue()


def files(site: Site) -> Iterator[File]:
    """`guides/<id>.csv` for every guide."""
    for document in site.documents:
        yield File.text(f"guides/{document.id}.csv", table(document, site), Place.SITE)


OUTPUT = Output("guide-csv", files, form="csv")
