"""The guide that uses every feature goes through the tools of others, as commands and as libraries, and loses nothing.

Each tool makes the same three edits: a translation is marked as doubtful, a doubtful one is made good, and a new one is
written. What comes back is held against the catalog, in which all of them are made by hand.
"""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import polib
import pytest
from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po, write_po
from translate.storage.xliff2 import Xliff2File

from stepsheet.model.catalog import Standing
from stepsheet.translating import parcel, unpack
from stepsheet.translating.form import forms
from stepsheet.translating.parcel import Received, Unit
from stepsheet.translating.update import update

from .test_exchange import DAY, PAGE, books, said, taken, without_catalog

DOUBTED, MENDED, NEW = "title", "summary", "outcome"  # keys of texts that are in every form of the guide
MADE_GOOD, WRITTEN = "All of it, once.", "A first translation."


@pytest.fixture
def book(everything: Any) -> Any:
    return books(everything)["guides/everything"]


def units(book: Any) -> list[Unit]:
    """The texts of the guide, one of them out of date and one of them missing."""
    found = []
    for unit in parcel.pack(book, "en", "ru", PAGE).units:
        standing, previous, text = unit.standing, unit.previous, unit.text
        if unit.key == MENDED:
            standing, previous, text = Standing.STALE, "Было иначе:\n«так» \\ и\tтак.", "It was another way."
        elif unit.key == NEW:
            standing, previous, text = Standing.MISSING, None, ""
        found.append(Unit(unit.key, unit.source, text, standing, previous, unit.context, unit.link, unit.at))
    return found


def exported(book: Any, form: str, folder: Path) -> Path:
    made = parcel.Parcel("guides/everything", "en", "ru", parcel.revision(book), tuple(units(book)))
    path = folder / f"everything.{forms()[form].endings[0]}"
    path.write_bytes(forms()[form].write(made, DAY))
    return path


def babel_catalog(path: Path) -> Catalog:
    return read_po(io.BytesIO(path.read_bytes()), locale="en")


def babel_edits(path: Path) -> None:
    catalog = babel_catalog(path)
    by_key = {message.context: message for message in catalog if message.id}
    by_key[DOUBTED].flags.add("fuzzy")
    by_key[MENDED].flags.discard("fuzzy")
    by_key[MENDED].string, by_key[NEW].string = MADE_GOOD, WRITTEN
    with path.open("wb") as file:
        write_po(file, catalog)


def pybabel_update(path: Path) -> None:
    """Bring the file in step with a template by the command of Babel, then edit it."""
    template = path.with_suffix(".pot")
    catalog = babel_catalog(path)
    for message in catalog:
        message.string, message.flags = "", message.flags if not message.id else set()
    with template.open("wb") as file:
        write_po(file, catalog)
    command = ["pybabel", "-q", "update", "-i", str(template), "-o", str(path), "-l", "en", "--previous"]
    CommandLineInterface().run([*command, "--no-fuzzy-matching", "--ignore-obsolete"])
    babel_edits(path)


def polib_edits(path: Path) -> None:
    file = polib.pofile(str(path), encoding="utf-8")
    by_key = {entry.msgctxt: entry for entry in file}
    by_key[DOUBTED].fuzzy = True
    assert by_key[MENDED].previous_msgid == "Было иначе:\n«так» \\ и\tтак."
    by_key[MENDED].fuzzy, by_key[MENDED].previous_msgid = False, None
    by_key[MENDED].msgstr, by_key[NEW].msgstr = MADE_GOOD, WRITTEN
    file.save()


def workbench_edits(path: Path) -> None:
    store = Xliff2File.parsefile(str(path))
    by_key = {unit.getid(): unit for unit in store.units}
    by_key[DOUBTED].markfuzzy()
    by_key[MENDED].target, by_key[NEW].target = MADE_GOOD, WRITTEN
    by_key[MENDED].markapproved()
    by_key[NEW].marktranslated()
    store.save()


def edited_rows(rows: list[dict[str, str]]) -> None:
    by_key = {row["key"]: row for row in rows}
    by_key[DOUBTED]["state"] = "stale"
    by_key[MENDED].update(state="ok", translation=MADE_GOOD)
    by_key[NEW].update(state="ok", translation=WRITTEN)


def csv_edits(path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    edited_rows(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def spreadsheet_edits(path: Path) -> None:
    """Through the cells of a workbook that is saved and opened again."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    book = openpyxl.Workbook()
    book.active.append(list(rows[0]))
    for row in rows:
        book.active.append(list(row.values()))
    book.save(path.with_suffix(".xlsx"))
    head, *cells = openpyxl.load_workbook(path.with_suffix(".xlsx")).active.iter_rows(values_only=True)
    rows = [
        {str(name): "" if cell is None else str(cell) for name, cell in zip(head, row, strict=True)} for row in cells
    ]
    edited_rows(rows)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


TOOLS: list[tuple[str, Callable[[Path], None]]] = [
    ("po", babel_edits),
    ("po", pybabel_update),
    ("po", polib_edits),
    ("xliff", workbench_edits),
    ("csv", csv_edits),
    ("csv", spreadsheet_edits),
]


@pytest.mark.parametrize(("form", "edit"), TOOLS, ids=lambda one: getattr(one, "__name__", one))
def test_a_guide_with_everything_comes_back_whole_from_a_tool_with_the_edits(
    book: Any, tmp_path: Path, form: str, edit: Callable[[Path], None]
) -> None:
    path = exported(book, form, tmp_path)
    edit(path)
    received = unpack.receive(path, path.name)
    assert isinstance(received, Received)
    assert list(unpack.faults(received, {"guides/everything": book}, ["ru", "en"])) == []
    assert {reply.key: reply.is_stale for reply in received.replies}[DOUBTED]
    bare = without_catalog(book)
    whole = said(taken(bare, received, update(bare, "en", "ru").text))
    wanted = said(book.catalogs["en"].at.source.text)
    sources = {message.key: message.text.strip() for message in book.messages}
    wanted |= {MENDED: (sources[MENDED], MADE_GOOD), NEW: (sources[NEW], WRITTEN)}
    wanted[DOUBTED] = ("", wanted[DOUBTED][1])  # nobody can tell from which text a doubtful translation was made
    assert whole == {key: wanted[key] for key in sources if key in wanted}
    edits = {key: wanted[key] for key in (DOUBTED, MENDED, NEW)}
    assert said(taken(book, received)) == {**said(update(book, "en", "ru").text), **edits}
