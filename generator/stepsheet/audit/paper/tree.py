"""The structure tree of a page: what a screen reader goes by."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

DEEPEST = 100  # a broken file may hold a tree that has no end


@dataclass(frozen=True, slots=True)
class Tag:
    """Where a piece of marked content stands in the whole document's tree, and in which language; `code` is in none."""

    order: tuple[int, ...]
    lang: str
    code: bool = False


def tags(page: pypdfium2.PdfPage, language: str) -> dict[int, Tag]:
    """The place of each piece of marked content of a page by its number; `language` is the document's.

    A tree of one page has room for the elements of all others: so the places of two pages can be compared.
    """
    made: dict[int, Tag] = {}
    root = pdfium.FPDF_StructTree_GetForPage(page)
    if not root:
        return made
    try:
        for index in range(pdfium.FPDF_StructTree_CountChildren(root)):
            for number, tag in _below(pdfium.FPDF_StructTree_GetChildAtIndex(root, index), (index,), language):
                made.setdefault(number, tag)
    finally:
        pdfium.FPDF_StructTree_Close(root)
    return made


def _below(element: Any, path: tuple[int, ...], around: str, *, code: bool = False) -> Iterator[tuple[int, Tag]]:
    """The marked content in an element; code stays in the language around it, though Typst calls it English."""
    if not element or len(path) > DEEPEST:
        return
    code = code or string(pdfium.FPDF_StructElement_GetType, element) == "Code"
    lang = around if code else string(pdfium.FPDF_StructElement_GetLang, element) or around
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        place = (*path, index)
        number = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if number >= 0:
            yield number, Tag(place, lang, code)
        else:
            yield from _below(pdfium.FPDF_StructElement_GetChildAtIndex(element, index), place, lang, code=code)


def string(getter: Callable[[Any, Any, int], int], of: Any) -> str:
    """A string that PDFium writes into a buffer as UTF-16."""
    size = getter(of, None, 0)
    if size <= 2:  # noqa: PLR2004 - the zero at the end alone
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    getter(of, buffer, size)
    return bytes(buffer).decode("utf-16-le", errors="replace").rstrip("\0")
