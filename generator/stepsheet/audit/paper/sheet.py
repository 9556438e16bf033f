"""What a program other than the typesetter sees in a PDF: texts with their places and languages, lines, boxes, codes.

A stretch of text that is one in the file (a *run*) is one word or some, never the end of one word and the begin of
another. What is marked as an artifact (headers, footers, drawings) belongs to no text.
"""

import ctypes
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from stepsheet.audit.paper import codes, shapes, tree
from stepsheet.audit.paper.shapes import Box

_ROOM = 256  # characters: most runs fit
_NAME = 64
_FIXED = 1  # the flag of a font for code (ISO 32000-1, table 123)
_CONFUSED = "\0\ufffe\u0002"  # the end of a run, and the ends of lines as PDFium marks them


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: its page from 0, its place in points from the lower left corner, its language.

    `lang` is empty for code, which Typst calls English;
    `order` is its place in the reading order of the structure tree, None when it is not in the tree.
    """

    page: int
    text: str
    box: Box
    lang: str = ""
    order: tuple[int, ...] | None = ()


@dataclass(slots=True)
class Sheet:
    """A PDF.

    `sizes` are width and height of its pages in points, `foreign` the fonts that are not in the file, `ticks` boxes to
    tick, `rules` lines, `cells` boxes for the parts of a date.
    `codes` are what its square pictures say as QR codes, empty for one that cannot be read; `unmapped` the pages with a
    sign that is no letter of any script.
    """

    title: str = ""
    language: str = ""
    tagged: bool = False
    sizes: list[tuple[float, float]] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    untagged: list[Run] = field(default_factory=list)
    ticks: list[tuple[int, Box]] = field(default_factory=list)
    rules: list[tuple[int, Box]] = field(default_factory=list)
    cells: list[tuple[int, Box]] = field(default_factory=list)
    foreign: set[str] = field(default_factory=set)
    codes: list[str] = field(default_factory=list)
    unmapped: list[int] = field(default_factory=list)


def read(content: bytes) -> Sheet | None:
    """A PDF, None when PDFium cannot read it or it has no page."""
    try:
        with closing(pypdfium2.PdfDocument(content)) as document:
            return _sheet(document) if len(document) else None
    except pypdfium2.PdfiumError:
        return None


def _sheet(document: pypdfium2.PdfDocument) -> Sheet:
    made = Sheet(
        title=document.get_metadata_value("Title"),
        language=_language(document),
        tagged=bool(pdfium.FPDFCatalog_IsTagged(document)),
    )
    fonts: dict[int, tuple[Any, bool]] = {}
    for number in range(len(document)):
        with closing(document[number]) as page:
            made.sizes.append(page.get_size())
            _Page(made, number, page, fonts).read()
    made.foreign = {_font_name(font) for font, _ in fonts.values() if not pdfium.FPDFFont_GetIsEmbedded(font)}
    made.runs.sort(key=_order)
    return made


def _order(run: Run) -> tuple[int, ...]:
    return run.order or ()


@dataclass(slots=True)
class _Page:
    made: Sheet
    number: int
    page: pypdfium2.PdfPage
    fonts: dict[int, tuple[Any, bool]]
    tags: dict[int, tree.Tag] = field(default_factory=dict)

    def read(self) -> None:
        """Everything on the page."""
        self.tags = tree.tags(self.page, self.made.language)
        with closing(self.page.get_textpage()) as text:
            for index in range(pdfium.FPDFPage_CountObjects(self.page)):
                self._thing(pdfium.FPDFPage_GetObject(self.page, index), text, index)

    def _thing(self, thing: Any, text: pypdfium2.PdfTextPage, index: int) -> None:
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self._text(thing, text, index)
        else:
            self._drawn(thing, kind)

    def _text(self, thing: Any, text: pypdfium2.PdfTextPage, index: int) -> None:
        place = pdfium.FPDFPageObj_GetMarkedContentID(thing)
        if place < 0 and _is_artifact(thing):
            self._font(thing)
            return
        said = _said(thing, text)
        if "\0" in said[:-1] or "\ufffd" in said:
            self.made.unmapped.append(self.number)
        said = said.translate(dict.fromkeys(map(ord, _CONFUSED)))
        if not said.strip():
            return
        tag = self.tags.get(place)
        if tag is None:
            self.made.untagged.append(Run(self.number, said, shapes.box(thing), order=None))
        else:
            order = (*tag.order, self.number, index)
            is_code = tag.code or self._font(thing)
            lang = "" if is_code else _language_of_mark(thing) or tag.lang
            self.made.runs.append(Run(self.number, said, shapes.box(thing), lang, order))

    def _font(self, thing: Any) -> bool:
        """Remember the font of a text; whether it is one for code, all of whose letters are of the same width."""
        font = pdfium.FPDFTextObj_GetFont(thing)
        if not font:
            return False
        at = ctypes.addressof(font.contents)
        if at not in self.fonts:
            self.fonts[at] = font, bool(pdfium.FPDFFont_GetFlags(font) & _FIXED)
        return self.fonts[at][1]

    def _drawn(self, thing: Any, kind: int) -> None:
        box = shapes.box(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH and shapes.is_rule(box):
            self.made.rules.append((self.number, box))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and shapes.is_cell(box):
            self.made.cells.append((self.number, box))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and shapes.is_tick(thing, box):
            self.made.ticks.append((self.number, box))
        elif (said := codes.said(self.page, box)) is not None:
            self.made.codes.append(said)


def _said(thing: Any, text: pypdfium2.PdfTextPage) -> str:
    """The text of a run as PDFium gives it, a zero at its end."""
    room = _ROOM
    while True:
        buffer = (ctypes.c_ushort * room)()
        size = pdfium.FPDFTextObj_GetText(thing, text, buffer, room * 2)
        if size <= room * 2:
            return bytes(buffer)[:size].decode("utf-16-le", errors="replace")
        room = size


def _is_artifact(thing: Any) -> bool:
    return any(_marked(pdfium.FPDFPageObjMark_GetName, mark) == "Artifact" for mark in _marks(thing))


def _language_of_mark(thing: Any) -> str:
    """The language that the marked content itself is said to be in: that of some words within a paragraph."""
    told = (mark for mark in _marks(thing) if pdfium.FPDFPageObjMark_CountParams(mark) > 1)  # more than its number
    said = (_marked(pdfium.FPDFPageObjMark_GetParamStringValue, mark, b"Lang") for mark in told)
    return next(filter(None, said), "")


def _marks(thing: Any) -> Iterator[Any]:
    """The marks around a thing on the page."""
    return (pdfium.FPDFPageObj_GetMark(thing, index) for index in range(max(pdfium.FPDFPageObj_CountMarks(thing), 0)))


def _marked(getter: Any, *of: Any) -> str:
    """A short string that PDFium writes as UTF-16 with its size."""
    buffer, size = (ctypes.c_ushort * _NAME)(), ctypes.c_ulong()
    getter(*of, buffer, _NAME * 2, size)
    return bytes(buffer)[: size.value].decode("utf-16-le", errors="replace").rstrip("\0")


def _language(document: pypdfium2.PdfDocument) -> str:
    return tree.string(pdfium.FPDFCatalog_GetLanguage, document)


def _font_name(font: Any) -> str:
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
    return buffer.value.decode(errors="replace")
