"""Finished sheets are kept between builds and found only by exactly what they were made from."""

import os
import time
from dataclasses import replace

import pytest

from stepsheet.render.sheet import Order, Typesetter, typesetter
from stepsheet.render.sheet.store import KEPT_SECONDS, Store

from .sheet_documents import everything, site


def made(folder, guide, paper="a4"):
    with Typesetter(folder) as setter:
        return setter.sheet(guide, site(guide), Order(paper))


def test_a_sheet_from_the_store_has_the_bytes_of_a_new_one(tmp_path, monkeypatch):
    guide = everything()
    first = made(tmp_path, guide)
    monkeypatch.setattr(typesetter, "_made", lambda *_: pytest.fail("set again"))
    assert made(tmp_path, guide) == first


@pytest.mark.parametrize(
    "change",
    [{"revision": "11111111"}, {"reviewed": None}, {"tags": (), "outcome": None}],
    ids=lambda change: next(iter(change)),
)
def test_another_content_is_another_sheet(tmp_path, change):
    guide = everything()
    assert made(tmp_path, replace(guide, **change)) != made(tmp_path, guide)
    assert len(list(tmp_path.iterdir())) == 2


def test_another_paper_and_another_typesetter_are_another_sheet(tmp_path, monkeypatch):
    guide = everything()
    assert made(tmp_path, guide) != made(tmp_path, guide, "letter")
    monkeypatch.setattr(typesetter, "_maker", lambda: "another release")
    made(tmp_path, guide)
    assert len(list(tmp_path.iterdir())) == 3


def test_a_file_that_was_cut_off_is_made_again(tmp_path):
    guide = everything()
    first = made(tmp_path, guide)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(first[:1000])
    assert made(tmp_path, guide) == first
    assert kept.read_bytes() == first


def test_a_store_that_cannot_be_written_costs_time_and_nothing_else(tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert made(tmp_path / "file" / "store", everything()).startswith(b"%PDF-")


def test_what_nobody_asked_for_in_a_month_is_dropped(tmp_path):
    store = Store(tmp_path)
    for name in ("old", "used", "new"):
        store.put(name, b"%PDF-1.7\n%%EOF\n")
    past = time.time() - KEPT_SECONDS - 60
    for name in ("old", "used"):
        os.utime(tmp_path / f"{name}.pdf", (past, past))
    store.get("used")
    store.prune()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.pdf", "used.pdf"]
