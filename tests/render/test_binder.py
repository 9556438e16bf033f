"""All guides in one file: cover, contents, page numbers across, each guide as on its own sheet."""

import dataclasses
from collections.abc import Iterator

import pypdfium2
import pytest

from stepsheet.localize.document import Document
from stepsheet.localize.navigation import Node, Tree
from stepsheet.render.sheet import Form, Order, Typesetter, binder
from stepsheet.render.site import Category, Site

from .sheet_documents import Writer, everything, site
from .sheet_pdf import boxes, pages, squeezed, tags
from .test_sheet_fillable import fields

W = Writer()


@pytest.fixture(scope="module")
def typesetter() -> Iterator[Typesetter]:
    with Typesetter() as made:
        yield made


def guide(name: str, title: str) -> Document:
    """A guide whose ids are those of every other one, with a reference."""
    steps = W.step("s.a", "Do it.", "1", "Then [more](#step:s.b)."), W.step("s.b", "Do more.", "2")
    return W.guide(W.section("s", f"Section of {name}", *steps), id=name, title=title)


def three() -> Site:
    return site(guide("one", "First"), dataclasses.replace(everything(), id="two"), guide("three", "Third"))


def test_each_guide_begins_on_the_page_that_the_contents_name(typesetter: Typesetter) -> None:
    text = pages(typesetter.binder(three()))
    cover, contents, *rest = text
    assert "Guides & Co All guides" in cover
    assert "3 guides" in cover
    begins = [number for number, page in enumerate(text, 1) if page.startswith("Guides & Co ") and number > 1]
    assert len(begins) == 3
    entries = contents.replace(" .", "").replace(".", "")
    for title, number in zip(("First", "two lines of the page", "Third"), begins, strict=True):
        assert f"{title} {number}" in entries
    assert len(rest) > 5


def test_pages_are_numbered_across_and_say_whose_they_are(typesetter: Typesetter) -> None:
    text = pages(typesetter.binder(three()))
    for number, page in enumerate(text, 1):
        assert page.endswith(f"Page {number} of {len(text)}")
    assert "Guides & Co · All guides Page 2" in text[1]
    assert "First · Revision 0badc0de Page 3" in text[2]
    assert "Third · Revision 0badc0de" in text[-1]


def test_each_guide_says_what_its_own_sheet_says(typesetter: Typesetter) -> None:
    whole = three()
    pdf = typesetter.binder(whole)
    text = squeezed(" ".join(pages(pdf)))
    for document in whole.documents:
        for page in pages(typesetter.sheet(document, whole)):
            assert squeezed(page.rpartition(" · Revision")[0]) in text
    assert boxes(pdf) == sum(boxes(typesetter.sheet(document, whole)) for document in whole.documents)


def test_bookmarks_lead_to_guides_and_to_their_sections(typesetter: Typesetter) -> None:
    toc = [(item.level, item.get_title()) for item in pypdfium2.PdfDocument(typesetter.binder(three())).get_toc()]
    assert toc[:3] == [(0, "First"), (1, "1. Section of one"), (0, everything().title.value)]
    assert toc[-2:] == [(0, "Third"), (1, "1. Section of three")]


def test_the_contents_are_tagged_as_such_and_the_file_as_accessible(typesetter: Typesetter) -> None:
    pdf = typesetter.binder(three())
    assert [kind for kind, _, _ in tags(pdf)].count("TOCI") == 3
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert pypdfium2.PdfDocument(pdf).get_metadata_value("Title") == "All guides"


def test_guides_come_as_the_navigation_has_them_then_by_category() -> None:
    documents = [guide(name, name) for name in ("a", "b", "c", "d")]
    title = W.text("t", "T")
    nodes = (Node("group", "g", title, children=(Node("guide", "c", title), Node("page", "a", title))),)
    whole = dataclasses.replace(
        site(*documents),
        navigation=Tree(nodes),
        categories=(Category("x", title, None, (documents[1], documents[2])),),
    )
    assert [document.id for document in binder.ordered(whole)] == ["c", "b", "a", "d"]


@pytest.mark.parametrize("form", list(Form))
def test_it_is_made_in_every_form_and_on_each_paper(typesetter: Typesetter, form: Form) -> None:
    pdf = typesetter.binder(three(), Order("letter", form))
    assert {tuple(map(round, page.get_size())) for page in pypdfium2.PdfDocument(pdf)} == {(612, 792)}


def test_fields_of_several_guides_have_names_of_their_own(typesetter: Typesetter) -> None:
    """`fields` fails on two of one name."""
    found = fields(typesetter.binder(three(), Order(fillable=True)))
    assert {name.partition("/")[0] for name in found} == {"one", "two", "three"}


def test_a_reference_to_another_guide_leads_to_its_page(typesetter: Typesetter) -> None:
    """On paper it says the page; a guide that is not in the file stays the words of the link."""
    info = "See [it](#guide:two), [its step](#guide:two/s.b), [its section](#guide:two/s), [none](#guide:nobody)."
    first = W.guide(W.section("s", "S", W.step("s.a", "Do it.", "1", info)), id="one")
    whole = site(first, guide("two", "Second"), url=None)
    pdf = typesetter.binder(whole)
    assert "See it (page 4), its step (page 4), its section (page 4), none." in pages(pdf)[2]
    alone = pages(typesetter.sheet(first, whole))[0]
    assert "See it, its step, its section, none." in alone
