"""A sheet that is filled in on the screen, in the hands of a PDF viewer (PDFium's forms)."""

import ctypes
import io
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pypdf import PdfReader

from stepsheet.localize.document import Document
from stepsheet.model.terms import FieldKind
from stepsheet.render.sheet import Form, Order, Typesetter

from .sheet_documents import Writer, everything, site
from .sheet_pdf import boxes, pages, write_lines

W = Writer()
ORDER = Order(fillable=True)


@pytest.fixture(scope="module")
def typesetter() -> Iterator[Typesetter]:
    with Typesetter() as made:
        yield made


def form() -> Document:
    fields = (
        W.field("s.a.name", "Name", "It", example=W.text("x", "x" * 40)),
        W.field("s.a.day", "Valid until", kind=FieldKind.DATE),
        W.field("s.a.rights", "Rights", choices=W.choices("s.a.rights", "Read", "Trade")),
        W.field("s.a.pass", "Passphrase", secret=True),
        W.field("s.a.pin", "Which PIN", choices=W.choices("s.a.pin", "Old", "New"), secret=True),
    )
    step = W.step("s.a", "Fill **it** in.", fields=fields, verify=True)
    return W.guide(W.section("s", "Section", step), options=everything().options[1:], needs=everything().needs)


def fields(pdf: bytes) -> dict[str, tuple[str, str]]:
    """The tooltip and the kind of each field by its name, in order, as PDFium tells them."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    found = {}
    for page in document:
        for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
            annotation = pdfium.FPDFPage_GetAnnot(page, index)
            kind = pdfium.FPDFAnnot_GetFormFieldType(document.formenv, annotation)
            if kind >= 0:
                name, tip = (
                    said(getter, document.formenv, annotation)
                    for getter in (pdfium.FPDFAnnot_GetFormFieldName, pdfium.FPDFAnnot_GetFormFieldAlternateName)
                )
                assert name not in found
                found[name.removeprefix("guide/")] = (tip, {2: "tick", 6: "text"}[kind])
    return found


def said(getter: Any, *of: Any) -> str:
    size = getter(*of, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    getter(*of, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def test_each_box_and_each_line_is_a_field_with_a_name_and_a_tooltip(typesetter: Typesetter) -> None:
    guide = form()
    assert fields(typesetter.sheet(guide, site(guide), ORDER)) == {
        "need/a": ("A phone", "tick"),
        "need/b": ("A pencil, and a link", "tick"),
        "option/which/c0": ("Which account? Main", "tick"),
        "option/which/c1": ("Which account? Sub", "tick"),
        "option/which/c2": ("Which account? Another one", "tick"),
        "done/s": ("1. Section: Done", "text"),
        "step/s/a": ("1. Fill it in.", "tick"),
        "field/s/a/name": ("Name", "text"),
        "field/s/a/day/month": ("Valid until: Month", "text"),
        "field/s/a/day/day": ("Valid until: Day", "text"),
        "field/s/a/day/year": ("Valid until: Year", "text"),
        "field/s/a/rights/c0": ("Rights: Read", "tick"),
        "field/s/a/rights/c1": ("Rights: Trade", "tick"),
        "kept/s/a/pass": ("Passphrase: Keep it in the password manager", "tick"),
        "kept/s/a/pin": ("Which PIN: Keep it in the password manager", "tick"),
        "check/s/a": ("1. Checked by a second person:", "text"),
        "end/date": ("Date", "text"),
        "end/name": ("Name", "text"),
        "end/signature": ("Signature", "text"),
    }


@pytest.mark.parametrize("wanted", list(Form))
def test_it_looks_like_the_one_for_a_pen(typesetter: Typesetter, wanted: Form) -> None:
    """The same words on the same pages, the same drawings; each box is a field."""
    guide = everything()
    for_pen, for_screen = (
        typesetter.sheet(guide, site(guide), Order(form=wanted, fillable=fillable)) for fillable in (False, True)
    )
    large = wanted is Form.LARGE
    assert pages(for_pen) == pages(for_screen)
    assert boxes(for_pen, large=large) == boxes(for_screen, large=large)
    assert write_lines(for_pen) == write_lines(for_screen)
    assert boxes(for_pen, large=large) == sum(kind == "tick" for _, kind in fields(for_screen).values())
    pictures = [
        [page.render(scale=1, may_draw_forms=False).to_pil().tobytes() for page in pypdfium2.PdfDocument(pdf)]
        for pdf in (for_pen, for_screen)
    ]
    assert pictures[0] == pictures[1]


def tagged(element: Any) -> Iterator[str]:
    """The names of the fields in the tag tree, in reading order, each the only thing in its `Form`."""
    element = element.get_object()
    for kid in (one.get_object() for one in (element if isinstance(element, list) else [element])):
        if isinstance(kid, dict):
            if kid.get("/S") == "/Form":
                (one,) = kid["/K"] if isinstance(kid["/K"], list) else [kid["/K"]]
                yield one.get_object()["/Obj"]["/T"].removeprefix("guide/")
            elif "/K" in kid:
                yield from tagged(kid["/K"])


def test_it_says_what_it_is_as_the_one_for_a_pen_does(typesetter: Typesetter) -> None:
    """Still PDF/UA-1 with title, language and bookmarks; fields are in the tags, where their boxes stand."""
    guide = form()
    pdf = typesetter.sheet(guide, site(guide), ORDER)
    document = pypdfium2.PdfDocument(pdf)
    assert document.get_metadata_value("Title") == guide.title.value
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert [item.get_title() for item in document.get_toc()][1:] == ["Before you start", "1. Section"]
    root = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    assert [name for name in tagged(root["/StructTreeRoot"]["/K"]) if name] == list(fields(pdf))
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"].value) == ("en", True)
    assert all(page["/Tabs"] == "/S" for page in PdfReader(io.BytesIO(pdf)).pages)


def test_a_secret_has_no_field_but_the_box_for_having_kept_it(typesetter: Typesetter) -> None:
    guide = form()
    found = fields(typesetter.sheet(guide, site(guide), ORDER))
    assert [(name, kind) for name, (_, kind) in found.items() if "/pass" in name or "/pin" in name] == [
        ("kept/s/a/pass", "tick"),
        ("kept/s/a/pin", "tick"),
    ]


def changed(pdf: bytes, name: str, typed: str = "") -> int:
    """How many pixels of the first page look different once a field has been clicked, and typed into."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    page = document[0]
    place = pdfium.FS_RECTF()
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if said(pdfium.FPDFAnnot_GetFormFieldName, document.formenv, annotation) == f"guide/{name}":
            pdfium.FPDFAnnot_GetRect(annotation, place)
            break
    x, y = (place.left + place.right) / 2, (place.bottom + place.top) / 2
    before = page.render(scale=2, may_draw_forms=True).to_pil().convert("L")
    for event in (pdfium.FORM_OnMouseMove, pdfium.FORM_OnLButtonDown, pdfium.FORM_OnLButtonUp):
        event(document.formenv, page, 0, x, y)
    if typed:
        text = ctypes.create_string_buffer(typed.encode("utf-16-le") + b"\0\0")
        pdfium.FORM_ReplaceSelection(document.formenv, page, ctypes.cast(text, ctypes.POINTER(ctypes.c_ushort)))
    pdfium.FORM_ForceToKillFocus(document.formenv)
    after = page.render(scale=2, may_draw_forms=True).to_pil().convert("L")
    pairs = zip(before.tobytes(), after.tobytes(), strict=True)
    return sum(abs(old - new) > 60 for old, new in pairs)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("step/s/a", ""),
        ("need/a", ""),
        ("option/which/c1", ""),
        ("field/s/a/rights/c0", ""),
        ("kept/s/a/pass", ""),
        ("field/s/a/name", "MoonTrader"),
        ("field/s/a/day/year", "2026"),
        ("done/s", "23"),
        ("check/s/a", "A. B."),
        ("end/name", "Somebody"),
        ("end/name", "Кто-то"),
        ("end/signature", "Ὀδυσσεύς"),
    ],
)
def test_what_is_ticked_or_typed_is_drawn(typesetter: Typesetter, name: str, typed: str) -> None:
    guide = form()
    assert changed(typesetter.sheet(guide, site(guide), ORDER), name, typed) > 20


def test_an_answer_that_was_given_is_ticked_from_the_start(typesetter: Typesetter) -> None:
    guide = form()
    pdf = typesetter.sheet(guide, site(guide), Order(answers={"which": "c1"}, fillable=True))
    values = {name: field.get("/V") for name, field in (PdfReader(io.BytesIO(pdf)).get_fields() or {}).items()}
    assert [name for name, value in values.items() if value == "/Yes"] == ["guide/option/which/c1"]


def test_the_same_guide_gives_the_same_bytes(typesetter: Typesetter) -> None:
    guide = form()
    with Typesetter() as another:
        assert another.sheet(guide, site(guide), ORDER) == typesetter.sheet(guide, site(guide), ORDER)


def test_a_link_of_an_author_that_looks_like_a_field_is_none(typesetter: Typesetter) -> None:
    """Only http, https and mailto are links: nothing a text says becomes a field."""
    guide = W.guide(W.section("s", "S", W.step("s.a", "[Do](stepsheet-blank:{}) it.")))
    assert list(fields(typesetter.sheet(guide, site(guide), ORDER))) == [
        "done/s", "step/s/a", "end/date", "end/name", "end/signature"
    ]  # fmt: skip
