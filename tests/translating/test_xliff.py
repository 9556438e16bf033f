"""XLIFF 2: files by the book, as any workbench would want them, and what workbenches make of them."""

import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from translate.storage.xliff2 import Xliff2File

from stepsheet.diagnostics import Diagnostic, Source
from stepsheet.errors import UserError
from stepsheet.model.catalog import Standing
from stepsheet.translating import catalog_text, parcel, unpack
from stepsheet.translating.form import forms
from stepsheet.translating.parcel import Received
from stepsheet.translating.update import update

from .test_exchange import BOOKS, CATALOG, DAY, PAGE, back, books, said, taken, without_catalog, written

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# XLIFF 2.0, section 4.2.2 (structural elements) and 4.2.3.1: the children in their order, with how many there may be,
# and the attributes, those that must be there first.
STRUCTURE: dict[str, tuple[tuple[tuple[str, int, int], ...], tuple[str, ...], tuple[str, ...]]] = {
    "xliff": ((("file", 1, 1),), ("version", "srcLang"), ("trgLang",)),
    "file": ((("notes", 0, 1), ("unit", 1, 10**6)), ("id",), ("original", "canResegment")),
    "unit": ((("notes", 0, 1), ("segment", 1, 1)), ("id",), ("name", SPACE)),
    "notes": ((("note", 1, 10**6),), (), ()),
    "note": ((), (), ("category",)),
    "segment": ((("source", 1, 1), ("target", 0, 1)), (), ("state", "subState")),
    "source": ((("cp", 0, 10**6),), (), ()),
    "target": ((("cp", 0, 10**6),), (), ()),
    "cp": ((), ("hex",), ()),
}


def tree(data: bytes) -> ET.Element:
    return ET.fromstring(data)


def faults(element: ET.Element) -> list[str]:
    """What of an element and those in it is not as the specification wants it."""
    name = element.tag.removeprefix(CORE)
    children, needed, allowed = STRUCTURE[name]
    names = [child.tag.removeprefix(CORE) for child in element]
    order = [known for known, _, _ in children]
    found = [f"{name}: {child}" for child in names if child not in order]
    found += [f"{name}: {two} after {one}" for one, two in pairwise(names) if order.index(one) > order.index(two)]
    found += [
        f"{name}: {names.count(one)} {one}" for one, least, most in children if not least <= names.count(one) <= most
    ]
    found += [f"{name} without {one}" for one in needed if one not in element.attrib]
    found += [f"{name} with {one}" for one in element.attrib if one not in {*needed, *allowed}]
    return found + [fault for child in element for fault in faults(child)]


@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize("is_new", [False, True])
def test_a_file_is_as_the_specification_wants_it(everything: Any, name: str, is_new: bool) -> None:
    book = books(everything)[name]
    root = tree(written(without_catalog(book) if is_new else book, "xliff"))
    assert faults(root) == []
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.0", "ru", "en")
    ids = [unit.get("id", "") for unit in root.iter(f"{CORE}unit")]
    assert len(set(ids)) == len(ids) == len(tuple(book.messages_for("en")))  # 4.3.1.18: unique in the file
    assert all(one.replace(":", "").replace(".", "").replace("-", "").replace("_", "").isalnum() for one in ids)
    assert all(unit.get(SPACE) == "preserve" for unit in root.iter(f"{CORE}unit"))
    for segment in root.iter(f"{CORE}segment"):
        state, target = segment.get("state", "initial"), segment.find(f"{CORE}target")
        assert state in {"initial", "translated"}  # 4.3.1.33
        assert state == "initial" or target is not None
        assert "state" in segment.attrib or "subState" not in segment.attrib  # 4.3.1.34


def test_a_text_comes_with_its_state_and_what_a_translator_must_know(visit: Any) -> None:
    book = visit(CATALOG)
    text = written(book, "xliff").decode()
    assert (
        '    <unit id="summary" name="summary" xml:space="preserve">\n'
        "      <notes>\n"
        '        <note category="context">Guide: summary.\n'
        "One line; Markdown inside it.</note>\n"
        f'        <note category="link">{PAGE}</note>\n'
        '        <note category="location">content/guides/visit/guide.yml:2</note>\n'
        '        <note category="previous-source">An old visit.</note>\n'
        "      </notes>\n"
        '      <segment state="initial" subState="stepsheet:stale">\n'
        "        <source>A visit.</source>\n"
        "        <target>We visited.</target>\n"
        "      </segment>\n"
        "    </unit>\n"
    ) in text
    assert '<segment state="translated">\n        <source>Visit</source>\n        <target>A visit</target>' in text
    assert "<segment>\n        <source>Walk home.</source>\n      </segment>" in text
    assert f'<file id="revision-{parcel.revision(book)}" original="guides/visit" canResegment="no">' in text


@pytest.mark.parametrize("key", ["images/menu.svg#quit", "images/меню 1.svg#a:b", "a.b_c-d"])
def test_any_key_is_kept(visit: Any, key: str) -> None:
    unit = parcel.pack(visit(None), "en", "ru", None).units[0]
    odd = parcel.Unit(key, "a", "b", Standing.OK, None, (), "", unit.at)
    data = forms()["xliff"].write(parcel.Parcel("guides/visit", "en", "ru", "1a2b3c4d", (odd,)), DAY)
    assert faults(tree(data)) == []
    assert [reply.key for reply in back(data, "xliff").replies] == [key]


def test_characters_that_xml_cannot_have_survive_in_source_and_translation(visit: Any) -> None:
    unit = parcel.pack(visit(None), "en", "ru", None).units[0]
    wild = "a\x07\x00b \ufffe\r\n c\x1b"
    odd = parcel.Unit("title", wild, wild, Standing.STALE, wild, (wild,), "", unit.at)
    data = forms()["xliff"].write(parcel.Parcel("guides/visit", "en", "ru", "1a2b3c4d", (odd,)), DAY)
    assert faults(tree(data)) == []
    [reply] = back(data, "xliff").replies
    assert (reply.source, reply.text) == (wild, wild)
    assert reply.previous == "a\ufffd\ufffdb \ufffd\r\n c\ufffd"


@pytest.mark.parametrize(
    ("digits", "character"), [("0007", "\x07"), ("D800", "\ufffd"), ("110000", "\ufffd"), ("x", "\ufffd")]
)
def test_a_number_of_no_character_is_the_mark_for_an_unknown_one(visit: Any, digits: str, character: str) -> None:
    data = written(visit(CATALOG), "xliff").decode().replace("A visit</t", f'A <cp hex="{digits}"/>visit</t')
    assert back(data.encode(), "xliff").replies[0].text == f"A {character}visit"


# --- what workbenches make of the files


def edited(book: Any, edit: Callable[[Any], None]) -> Received:
    """The file as Translate Toolkit saves it after an edit."""
    store = Xliff2File.parsestring(written(book, "xliff"))
    edit(store)
    return back(bytes(store), "xliff")


def unit(store: Any, key: str) -> Any:
    return next(one for one in store.units if one.getid() == key)


@pytest.mark.parametrize("name", BOOKS)
def test_a_file_that_a_workbench_has_saved_gives_the_whole_catalog(everything: Any, name: str) -> None:
    book = books(everything)[name]
    bare = without_catalog(book)
    received = edited(book, lambda store: [one.addnote("Seen.", origin="translator") for one in store.units])
    assert list(unpack.faults(received, books(everything), ["ru", "en"])) == []
    assert said(taken(bare, received, update(bare, "en", "ru").text)) == said(book.catalogs["en"].at.source.text)
    assert taken(book, received) == update(book, "en", "ru").text


def test_what_a_workbench_has_translated_goes_into_its_entry_and_no_other(visit: Any) -> None:
    def edit(store: Any) -> None:
        unit(store, "go.walk.do").target = "Go home."
        unit(store, "summary").target = "We visit."
        unit(store, "summary").marktranslated()
        unit(store, "go.title").markapproved()

    book = visit(CATALOG)
    assert said(taken(book, edited(book, edit))) == {
        "title": ("Visit", "A visit"),
        "summary": ("A visit.", "We visit."),
        "go.title": ("Go", "Going"),
        "go.walk.do": ("Walk home.", "Go home."),
    }


def test_what_a_workbench_calls_fuzzy_is_out_of_date(visit: Any) -> None:
    def edit(store: Any) -> None:
        unit(store, "go.walk.do").target = "Go home?"
        unit(store, "go.walk.do").markfuzzy()

    book = visit(CATALOG)
    made = taken(book, edited(book, edit))
    assert "go.walk.do:\n  ru: \n  en: Go home?\n" in made
    assert "summary: {ru: An old visit., en: We visited.}\n" in made


def test_a_state_that_goes_without_saying_may_be_left_out(visit: Any) -> None:
    book = visit(CATALOG)
    data = written(book, "xliff").replace(b' state="initial" subState="stepsheet:stale"', b"")
    stale = {reply.key: reply.is_stale for reply in back(data, "xliff").replies}
    assert (stale["summary"], stale["title"]) == (True, False)


def test_what_a_workbench_has_marked_in_a_text_is_left_out_of_it(visit: Any) -> None:
    marked = '<mrk id="m1" type="term">A</mrk> <!-- really -->vi<sm id="s1"/>sit<em startRef="s1"/>'
    data = written(visit(CATALOG), "xliff").decode().replace("A visit</t", f"{marked}</t")
    assert back(data.encode(), "xliff").replies[0].text == "A visit"


def test_a_text_that_a_workbench_has_cut_up_is_one_again_when_all_of_it_is_translated(visit: Any) -> None:
    data = written(visit(CATALOG), "xliff").decode()
    old = "<segment>\n        <source>Walk home.</source>\n      </segment>"
    assert old in data
    pieces = (
        "<segment><source>Walk</source><target>Go</target></segment><ignorable><source> </source></ignorable>"
        "<segment><source>home.</source>{}</segment>"
    )
    told = []
    for target in ("<target>there.</target>", ""):
        replies = back(data.replace(old, pieces.format(target)).encode(), "xliff").replies
        told += [(one.source, one.text) for one in replies if one.key == "go.walk.do"]
    assert told == [("Walk home.", "Go there."), ("Walk home.", "")]


# --- without trust


def test_entities_that_fill_the_memory_are_a_finding_at_once() -> None:
    names = [f"e{number}" for number in range(40)]
    bomb = "".join(f'<!ENTITY {one} "{f"&{two};" * 10}">' for one, two in pairwise(names))
    for form in ("<source>&e0;</source>", '<file id="&e0;"/>'):
        data = f'<!DOCTYPE xliff [{bomb}<!ENTITY e39 "ha">]><xliff>{form}</xliff>'.encode()
        begun = time.monotonic()
        found = forms()["xliff"].read(data, Source(Path("bomb.xlf"), "bomb.xlf", data.decode()))
        assert time.monotonic() - begun < 1
        assert isinstance(found, Diagnostic)
        assert found.finding.message == "it has a document type declaration, which XLIFF has not"


def test_a_file_without_a_bottom_is_a_finding(visit: Any) -> None:
    deep = "<group>" * 5000 + "</group>" * 5000
    data = written(visit(CATALOG), "xliff").decode().replace("</file>", f"{deep}</file>")
    found = forms()["xliff"].read(data.encode(), Source(Path("deep.xlf"), "deep.xlf", data))
    assert isinstance(found, Diagnostic)
    assert found.finding.message == "it is nested too deep, or has a text that is too long"


def test_without_the_extra_the_command_to_install_it_is_named(visit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    data = written(visit(CATALOG), "xliff")
    monkeypatch.setitem(sys.modules, "translate.storage.xliff2", None)
    for use in (lambda: written(visit(CATALOG), "xliff"), lambda: back(data, "xliff")):
        with pytest.raises(UserError) as caught:
            use()
        assert str(caught.value) == "the form xliff needs Translate Toolkit, which is not installed"
        assert caught.value.help == "install it with `pip install 'stepsheet[xliff]'`"


def test_a_catalog_with_a_character_that_cannot_be_printed_can_still_be_read(visit: Any) -> None:
    book = visit(CATALOG)
    data = written(book, "xliff").decode().replace("A visit</t", 'A <cp hex="0000"/>visit</t')
    entries = catalog_text.entries_in(taken(book, back(data.encode(), "xliff")), "en")
    assert entries["title"].text("en") == "A \x00visit"
