"""A sheet read back: its text, its tags and what is drawn on it, as any other program sees them (PDFium)."""

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4


def pages(pdf: bytes) -> list[str]:
    """The text of each page; lines joined, so that a text that wraps is found."""
    document = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def squeezed(text: str) -> str:
    """A text without its white space and without the soft marks of a PDF's line ends."""
    return re.sub(r"[\s\ufffe\u0002]+", "", text)


def in_order(text: str, wanted: list[str]) -> str | None:
    """The first wanted text that does not follow the ones before it."""
    at = 0
    for one in map(squeezed, wanted):
        found = text.find(one, at)
        if found < 0:
            return one
        at = found + len(one)
    return None


def tags(pdf: bytes) -> list[tuple[str, str, str]]:
    """Type, alternative text and language of each element of the structure tree, in order."""
    document, found = pypdfium2.PdfDocument(pdf), []
    for page in document:
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            found += list(_elements(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index)))
    return found


def _elements(element: Any) -> Iterator[tuple[str, str, str]]:
    if not element:
        return
    getters = (
        pdfium.FPDF_StructElement_GetType,
        pdfium.FPDF_StructElement_GetAltText,
        pdfium.FPDF_StructElement_GetLang,
    )
    kind, alt, lang = (_string(getter, element) for getter in getters)
    yield kind, alt, lang
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        yield from _elements(pdfium.FPDF_StructElement_GetChildAtIndex(element, index))


def _string(getter: Any, element: Any) -> str:
    size = getter(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    getter(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def write_lines(pdf: bytes) -> int:
    """How many lines to write on there are: 0.6 pt strong, at least 25 mm long."""
    sizes = [(right - left, top - bottom) for left, bottom, right, top in drawings(pdf)]
    return sum(1 for width, height in sizes if width > 25 * MM and 0.5 < height < 0.7)


def underlines(pdf: bytes) -> int:
    """How many words are underlined: 0.5 pt strong (its bounds twice that), shorter than a line to write on."""
    sizes = [(right - left, top - bottom) for left, bottom, right, top in drawings(pdf)]
    return sum(1 for width, height in sizes if 2 * MM < width < 25 * MM and 0.9 < height < 1.1)


def boxes(pdf: bytes, *, large: bool = False) -> int:
    """How many boxes to tick are drawn: squares of 3.4 or 4 mm (large print: 4.8 or 5.5), the stroke around them."""
    squares = {round(side * MM + 2 * 0.9, 1) for side in ((4.8, 5.5) if large else (3.4, 4))}
    sizes = [(round(right - left, 1), round(top - bottom, 1)) for left, bottom, right, top in drawings(pdf)]
    return sum(1 for width, height in sizes if width == height and width in squares)


def drawings(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """The box (left, bottom, right, top) of every drawn shape, stroke included."""
    shapes = [pdfium.FPDF_PAGEOBJ_PATH]
    return [thing.get_bounds() for page in pypdfium2.PdfDocument(pdf) for thing in page.get_objects(filter=shapes)]


def letters(pdf: bytes) -> Iterator[tuple[int, str, tuple[float, float, float, float]]]:
    """Page, character and box (left, bottom, right, top) of all that can be seen."""
    for number, page in enumerate(pypdfium2.PdfDocument(pdf)):
        text = page.get_textpage()
        for index, character in enumerate(text.get_text_range()):
            if not character.isspace():
                yield number, character, text.get_charbox(index)
