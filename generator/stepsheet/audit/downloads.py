"""What a table, a workbook and a task list of a guide say, as other programs read them."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from stepsheet.audit.flow import Flow, Setting
from stepsheet.audit.markdown_text import markdown_text

_STRINGS = "xl/sharedStrings.xml"
_SHEETS = "xl/worksheets/sheet"


def table(data: bytes) -> Flow:
    """The cells of a CSV file (RFC 4180, UTF-8), row by row. Raises ValueError when it is none."""
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    try:
        return Flow.of((cell, Setting()) for row in rows for cell in row)
    except csv.Error as error:
        raise ValueError(str(error)) from None


def workbook(data: bytes) -> Flow:
    """The texts of an XLSX file in the order of its sheets and cells (ECMA-376, part 1, 18.3 and 18.4).

    Raises ValueError when it is none.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            texts = [node.text() for node in _nodes(book, _STRINGS, "si")]
            count = sum(name.startswith(_SHEETS) for name in book.namelist())
            cells = (node for number in range(1, count + 1) for node in _nodes(book, f"{_SHEETS}{number}.xml", "c"))
            return Flow.of((text, Setting()) for text in _texts(cells, texts))
    except (zipfile.BadZipFile, KeyError, IndexError, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from None


def _nodes(book: zipfile.ZipFile, name: str, tag: str) -> Iterator[LexborNode]:
    yield from LexborHTMLParser(book.read(name).decode()).css(tag)


def _texts(cells: Iterator[LexborNode], texts: list[str]) -> Iterator[str]:
    for cell in cells:
        value = cell.css_first("v")
        if value is not None and cell.attributes.get("t") == "s":
            yield texts[int(value.text())]


def tasks(data: bytes) -> Flow:
    """The words of a task list in Markdown. Raises ValueError when it is no text."""
    return markdown_text(data.decode()).flow


READERS: dict[str, Callable[[bytes], Flow]] = {".csv": table, ".xlsx": workbook, ".tasks.md": tasks}
