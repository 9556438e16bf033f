"""Texts go to translators' tools and come back without a loss, whatever tool has saved them."""

import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.pofile import read_po, write_po
from polib import pofile

from stepsheet.diagnostics import Diagnostic, Source
from stepsheet.model.book import Book
from stepsheet.report.reporter import reporters
from stepsheet.translating import catalog_text, parcel, unpack
from stepsheet.translating.form import forms
from stepsheet.translating.parcel import Received
from stepsheet.translating.update import update

from .conftest import GUIDE

DAY = date(2026, 11, 22)
PAGE = "https://tea.example/en/guides/everything/"
BOOKS = ["guides/everything", "guides/short", "categories"]
CATALOG = """\
# The sign says so.
title: {ru: Visit, en: A visit}
summary: {ru: An old visit., en: We visited.}
go.title: {ru: , en: Going}
"""
WILD = [
    'quotes " and \\ and \\n',
    "%s and %(name)s and 100 % sure",
    "=1+1",
    "'=1+1",
    "''-x",
    "@home",
    "- a\n- b",
    "a,b;c\td",
    "line\n\n  indented\n\ttab\n",
    "\u2028 and \u0085 and \xa0",
    "#~ no mark",
    'msgid "x"',
    "🫖 чай",
    "<b>&amp; ]]> </b>",
    "x" * 300 + " " + "y-z " * 50,
]


def books(content: Any) -> dict[str, Book]:
    return dict(parcel.books(content))


def written(book: Book, form: str) -> bytes:
    return forms()[form].write(parcel.pack(book, "en", "ru", PAGE), DAY)


def back(data: bytes, form: str) -> Received:
    source = Source(Path(f"file.{form}"), f"file.{form}", data.decode("utf-8-sig", "replace"))
    received = forms()[form].read(data, source)
    assert isinstance(received, Received), received
    return received


def said(text: str) -> dict[str, tuple[str, str]]:
    """What a catalog says in both languages, entries without a translation left out."""
    entries = [entry for entry in catalog_text.entries_in(text, "en").values() if entry.text("en")]
    return {entry.key: ((entry.text("ru") or "").strip(), str(entry.text("en")).strip()) for entry in entries}


def taken(book: Book, received: Received, base: str | None = None) -> str:
    return unpack.take(book, "en", "ru", base or update(book, "en", "ru").text, received.replies).text


def without_catalog(book: Book) -> Book:
    bare = object.__new__(type(book))
    bare.__dict__.update({**book.__dict__, "catalogs": {}})
    return bare


# --- without a loss


@pytest.mark.parametrize("form", sorted(forms()))
@pytest.mark.parametrize("name", BOOKS)
def test_a_file_that_nobody_has_edited_changes_nothing(everything: Any, name: str, form: str) -> None:
    book = books(everything)[name]
    received = back(written(book, form), form)
    assert (received.book, received.locale, received.revision) == (name, "en", parcel.revision(book))
    assert list(unpack.faults(received, books(everything), ["ru", "en"])) == []
    assert taken(book, received) == update(book, "en", "ru").text


@pytest.mark.parametrize("form", sorted(forms()))
@pytest.mark.parametrize("name", BOOKS)
def test_a_whole_catalog_comes_back_from_its_file_alone(everything: Any, name: str, form: str) -> None:
    book = books(everything)[name]
    bare = without_catalog(book)
    made = taken(bare, back(written(book, form), form), update(bare, "en", "ru").text)
    assert said(made) == said(book.catalogs["en"].at.source.text)


@pytest.mark.parametrize("form", sorted(forms()))
@pytest.mark.parametrize("text", WILD, ids=lambda text: ascii(text)[:20])
def test_any_text_survives_as_source_translation_and_old_source(visit: Any, text: str, form: str) -> None:
    book = visit(None)
    unit = parcel.pack(book, "en", "ru", None).units[0]
    for standing, previous in ((catalog_text.model.Standing.STALE, text), (catalog_text.model.Standing.OK, None)):
        wild = parcel.Unit(unit.key, text, text, standing, previous, (text,), "", unit.at)
        made = parcel.Parcel("guides/visit", "en", "ru", "1a2b3c4d", (wild,))
        [reply] = back(forms()[form].write(made, DAY), form).replies
        assert (reply.source, reply.text, reply.previous) == (text, text, previous)
        assert reply.is_stale == (previous is not None)


# --- the states of a translation


def test_a_translation_that_is_out_of_date_is_fuzzy_with_the_source_it_was_made_from(visit: Any) -> None:
    text = written(visit(CATALOG), "po").decode()
    assert (
        "#. Guide: summary.\n"
        "#. One line; Markdown inside it.\n"
        f"#. {PAGE}\n"
        "#: content/guides/visit/guide.yml:2\n"
        "#, fuzzy\n"
        '#| msgid "An old visit."\n'
        'msgctxt "summary"\n'
        'msgid "A visit."\n'
        'msgstr "We visited."\n'
    ) in text
    assert '#, fuzzy\nmsgctxt "go.title"\n' in text


def test_a_text_tells_where_it_stands(visit: Any) -> None:
    text = written(visit(CATALOG), "po").decode()
    assert "#. Step: what to do.\n#. In: Visit > Go\n#. One line; Markdown inside it.\n" in text
    assert f"#. {PAGE}#go.walk\n" in text


@pytest.mark.parametrize(
    ("form", "old", "new"),
    [
        ("po", '#, fuzzy\n#| msgid "An old visit."\n', ""),
        ("csv", "stale,An old visit.", "ok,An old visit."),
        ("xliff", 'state="initial" subState="stepsheet:stale"', 'state="final"'),
    ],
)
def test_a_translation_that_is_no_longer_called_stale_is_up_to_date(visit: Any, form: str, old: str, new: str) -> None:
    book = visit(CATALOG)
    data = written(book, form).decode()
    assert old in data
    assert taken(book, back(data.replace(old, new, 1).encode(), form)) == update(book, "en", "ru").text.replace(
        "{ru: An old visit., en: We visited.}", "{ru: A visit., en: We visited.}"
    )


def test_what_is_edited_and_still_stale_stays_stale(visit: Any) -> None:
    book = visit(CATALOG)
    data = written(book, "po").replace(b"We visited.", b"We come and go.")
    assert "summary: {ru: An old visit., en: We come and go.}\n" in taken(book, back(data, "po"))


def test_an_old_source_that_a_tool_has_dropped_stays_in_the_catalog(visit: Any) -> None:
    book = visit(CATALOG)
    data = written(book, "po").decode().replace('#| msgid "An old visit."\n', "").replace("We visited.", "We come.")
    assert "summary: {ru: An old visit., en: We come.}\n" in taken(book, back(data.encode(), "po"))


def test_what_comes_back_empty_changes_nothing(visit: Any) -> None:
    book = visit(CATALOG)
    data = written(book, "po").replace(b'msgstr "A visit"', b'msgstr ""')
    assert taken(book, back(data, "po")) == update(book, "en", "ru").text


def test_a_new_translation_goes_into_its_entry_and_no_other(visit: Any) -> None:
    book = visit(CATALOG)
    data = written(book, "csv").replace(b"Walk home.,,", b"Walk home.,Go home.,")
    assert taken(book, back(data, "csv")) == update(book, "en", "ru").text.replace(
        "ru: Walk home.\n  en:\n", "ru: Walk home.\n  en: Go home.\n"
    )


# --- what tools make of the files


def babel(path: Path) -> None:
    catalog = read_po(io.BytesIO(path.read_bytes()))
    message = catalog.get("Walk home.", context="go.walk.do")
    message.string = "Go home."
    with path.open("wb") as file:
        write_po(file, catalog)


def babel_update(path: Path) -> None:
    babel(path)
    catalog, template = (read_po(io.BytesIO(path.read_bytes())) for _ in range(2))
    catalog.update(template, no_fuzzy_matching=True)
    with path.open("wb") as file:
        write_po(file, catalog)


def polib(path: Path) -> None:
    file = pofile(str(path), encoding="utf-8")
    [entry] = [one for one in file if one.msgctxt == "go.walk.do"]
    entry.msgstr = "Go home."
    assert [one.previous_msgid for one in file.fuzzy_entries()] == ["An old visit.", None]
    file.save()


def gettext(path: Path) -> None:
    tools = [shutil.which(name) for name in ("msgcat", "msgmerge", "msgfmt")]
    if not all(tools):
        pytest.skip("GNU gettext is not installed")
    cat, merge, check = map(str, tools)
    data = path.read_bytes().replace(b'msgid "Walk home."\nmsgstr ""', b'msgid "Walk home."\nmsgstr "Go home."')
    path.write_bytes(data)
    subprocess.run([check, "--check", "-o", path.with_suffix(".mo"), path], check=True)
    subprocess.run([cat, "--width=40", "-o", path, path], check=True)
    subprocess.run([merge, "--quiet", "--no-fuzzy-matching", "--previous", "-U", path, path], check=True)


@pytest.mark.parametrize("tool", [babel, babel_update, polib, gettext])
def test_a_file_that_a_tool_has_saved_gives_the_edit_and_nothing_else(
    visit: Any, tmp_path: Path, tool: Callable[[Path], None]
) -> None:
    book = visit(CATALOG)
    path = tmp_path / "visit.po"
    path.write_bytes(written(book, "po"))
    tool(path)
    received = unpack.receive(path, path.name)
    assert isinstance(received, Received)
    assert list(unpack.faults(received, {"guides/visit": book}, ["ru", "en"])) == []
    assert taken(book, received) == update(book, "en", "ru").text.replace(
        "ru: Walk home.\n  en:\n", "ru: Walk home.\n  en: Go home.\n"
    )
    bare = without_catalog(book)
    assert said(taken(bare, received, update(bare, "en", "ru").text)) == {
        **said(CATALOG),
        "go.walk.do": ("Walk home.", "Go home."),
    }


@pytest.mark.parametrize("divider", [";", "\t"])
def test_a_table_may_come_back_as_spreadsheets_of_any_country_save_it(visit: Any, divider: str) -> None:
    book = visit(CATALOG)
    rows = written(book, "csv").decode("utf-8-sig").replace(",", divider).replace("Walk home.", "Walk home.")
    received = back(rows.replace("\r\n", "\n").encode(), "csv")
    assert taken(book, received) == update(book, "en", "ru").text


# --- files that are wrong

LINKED = GUIDE.replace("Walk home.", '"Walk [home](#step:go.rest), `fast`."')
CASES = Path(__file__).with_name("wrong-files.yml")
WRONG = yaml.safe_load(CASES.read_text(encoding="utf-8"))


def told(data: bytes, name: str, book: Book, folder: Path) -> str:
    path = folder / name
    path.write_bytes(data)
    received = unpack.receive(path, name)
    books = {"guides/visit": book}
    found = [received] if isinstance(received, Diagnostic) else unpack.faults(received, books, ["ru", "en"])
    return reporters()["text"].render(list(found), False)


def test_what_is_wrong_with_a_file_is_said_in_whole_sentences(
    visit: Any, tmp_path: Path, golden: Callable[[Path, bytes], None]
) -> None:
    book = visit(CATALOG, LINKED)
    seen = []
    for case in WRONG:
        data = written(book, case["form"]).decode()
        assert case["old"] in data, case["name"]
        made = data.replace(case["old"], case["new"]).encode(case.get("encoding", "utf-8"))
        says = told(made, f"visit.{case.get('ending', case['form'])}", book, tmp_path)
        seen.append(f"=== {case['name']}\n\n{says}")
    golden(CASES.with_suffix(".txt"), "\n".join(seen).encode())
