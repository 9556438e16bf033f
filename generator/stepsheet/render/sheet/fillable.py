"""A sheet that is filled in on the screen: its boxes and lines become fields of the PDF (ISO 32000-1, 12.7).

pypdf does it: it is written in Python alone and depends on nothing, where pikepdf brings a compiled library of several
megabytes to each machine. What Typst has drawn stays as it is; a field is only what is typed or ticked over it.
"""

import io
from collections.abc import Iterable, Iterator, Mapping

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from stepsheet.errors import InternalError
from stepsheet.render.sheet.blanks import Blank, Kind
from stepsheet.render.sheet.typing_font import typing_font

_MULTILINE = 1 << 12  # field flag 13 of a text (table 228)
_PRINTED = 4  # annotation flag 3 (table 165)
_LARGEST = 10.0  # points of what is typed
_LEAST = 12.0  # points that a line to type on is high, as on paper a hand needs room above it
# The name of the font inside the file. PDFium takes a font that is in the file for Western letters only and looks for
# another on the machine, unless it has this name.
_FONT = "Wingdings"
_ON, _OFF = NameObject("/Yes"), NameObject("/Off")


def fillable(pdf: bytes) -> bytes:
    """The same sheet with fields in the places that its template has named."""
    reader = PdfReader(io.BytesIO(pdf))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    root = writer.root_object
    tags = dict(_tags(_inside(_inside(root, "/StructTreeRoot"), "/ParentTree")))
    fields = ArrayObject()
    for page in writer.pages:
        for reference in page.annotations or ():
            link = reference.get_object()
            blank = Blank.of(str(link.get("/A", {}).get("/URI", "")))
            if blank is not None:
                _become(writer, link, blank)
                tags[int(link["/StructParent"])][NameObject("/S")] = NameObject("/Form")
                fields.append(reference)
    root[NameObject("/AcroForm")] = _form(writer, fields)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _inside(holder: DictionaryObject, key: str) -> DictionaryObject:
    """The dictionary under a key, wherever in the file it is."""
    found = holder[key].get_object()
    if not isinstance(found, DictionaryObject):
        raise InternalError(f"the sheet has no {key}")
    return found


def _tags(tree: DictionaryObject) -> Iterator[tuple[int, DictionaryObject]]:
    """The elements of the tag tree that annotations belong to, by number (7.9.7, a number tree)."""
    for kid in tree.get("/Kids", ()):
        yield from _tags(kid.get_object())
    numbers = tree.get("/Nums", ArrayObject())
    for number, element in zip(numbers[::2], numbers[1::2], strict=True):
        if isinstance(found := element.get_object(), DictionaryObject):
            yield int(number), found


def _form(writer: PdfWriter, fields: ArrayObject) -> DictionaryObject:
    resources = _dictionary(Font=_dictionary(**{_FONT: _font(writer)}))
    form = _dictionary(Fields=fields, DR=resources, DA=_typed(_LARGEST))
    form[_name("NeedAppearances")] = BooleanObject(False)
    return form


def _become(writer: PdfWriter, link: DictionaryObject, blank: Blank) -> None:
    """A link becomes a field in its place."""
    for key in ("/A", "/Border", "/Contents"):
        link.pop(key, None)
    left, bottom, right, top = (float(edge) for edge in link.get("/Rect", ()))
    if blank.kind is Kind.TEXT:
        top = max(top, bottom + _LEAST)
        link[_name("Rect")] = ArrayObject(map(FloatObject, (left, bottom, right, top)))
    link[_name("Subtype")] = _name("Widget")
    link[_name("F")] = NumberObject(_PRINTED)
    link[_name("T")] = TextStringObject(blank.name)
    link[_name("TU")] = TextStringObject(blank.tip)
    width, height = right - left, top - bottom
    link.update(_tick(writer, blank, width, height) if blank.kind is Kind.TICK else _text(writer, blank, width, height))


def _tick(writer: PdfWriter, blank: Blank, width: float, height: float) -> DictionaryObject:
    """A check box: its tick is drawn, so that no font can lack it."""
    points = " ".join(
        f"{x * width:.2f} {y * height:.2f} {how}"
        for x, y, how in ((0.2, 0.48, "m"), (0.42, 0.25, "l"), (0.82, 0.75, "l"))
    )
    drawn = f"q 1 J 1 j {0.16 * width:.2f} w 0.08 G {points} S Q"
    states = _dictionary(Yes=_drawing(writer, drawn, width, height), Off=_drawing(writer, "", width, height))
    state = _ON if blank.on else _OFF
    return _dictionary(FT=_name("Btn"), V=state, AS=state, AP=_dictionary(N=states))


def _text(writer: PdfWriter, blank: Blank, width: float, height: float) -> DictionaryObject:
    """A text field of one line or more."""
    size = min(_LARGEST, 0.7 * height / blank.lines)
    flags = NumberObject(_MULTILINE if blank.lines > 1 else 0)
    appearance = _dictionary(N=_drawing(writer, "/Tx BMC EMC", width, height))
    return _dictionary(FT=_name("Tx"), Ff=flags, V=TextStringObject(""), DA=_typed(size), AP=appearance)


def _typed(size: float) -> TextStringObject:
    return TextStringObject(f"/{_FONT} {size:.1f} Tf 0.08 g")


def _font(writer: PdfWriter) -> PdfObject:
    """The font of what is typed (9.7.4)."""
    font, name = typing_font(), _name("NotoSans")
    file = _stream(font.content, _dictionary(Length1=NumberObject(len(font.content))))
    numbers = {"Flags": 32, "ItalicAngle": 0, "Ascent": font.ascent, "Descent": font.descent, "CapHeight": font.height}
    described = _dictionary(
        Type=_name("FontDescriptor"), FontName=name, FontBBox=_numbers(font.box), StemV=NumberObject(80)
    )
    described.update(_dictionary(FontFile2=_added(writer, file.flate_encode()), **_each(numbers)))
    system = _dictionary(
        Registry=TextStringObject("Adobe"), Ordering=TextStringObject("Identity"), Supplement=NumberObject(0)
    )
    glyphs = _dictionary(Type=_name("Font"), Subtype=_name("CIDFontType2"), BaseFont=name, CIDSystemInfo=system)
    glyphs.update(_dictionary(FontDescriptor=_added(writer, described), CIDToGIDMap=_name("Identity")))
    glyphs[_name("W")] = ArrayObject([NumberObject(0), _numbers(font.widths)])
    whole = _dictionary(Type=_name("Font"), Subtype=_name("Type0"), BaseFont=name, Encoding=_name("Identity-H"))
    letters = _stream(font.unicode.encode(), DictionaryObject()).flate_encode()
    whole.update(_dictionary(DescendantFonts=ArrayObject([_added(writer, glyphs)]), ToUnicode=_added(writer, letters)))
    return _added(writer, whole)


def _each(numbers: Mapping[str, int]) -> dict[str, PdfObject]:
    return {name: NumberObject(value) for name, value in numbers.items()}


def _numbers(values: Iterable[int]) -> ArrayObject:
    return ArrayObject(map(NumberObject, values))


def _stream(content: bytes, entries: DictionaryObject) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(content)
    stream.update(entries)
    return stream


def _added(writer: PdfWriter, thing: PdfObject) -> PdfObject:
    return writer._add_object(thing)  # noqa: SLF001 - pypdf has no other way to add one


def _drawing(writer: PdfWriter, content: str, width: float, height: float) -> PdfObject:
    """A form XObject of that size."""
    box = ArrayObject([FloatObject(round(edge, 2)) for edge in (0, 0, width, height)])
    entries = _dictionary(Type=_name("XObject"), Subtype=_name("Form"), BBox=box, Resources=DictionaryObject())
    return _added(writer, _stream(content.encode(), entries))


def _dictionary(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({_name(key): value for key, value in entries.items()})


def _name(name: str) -> NameObject:
    return NameObject(f"/{name}")
