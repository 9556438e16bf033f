"""A new site takes the place of the old one in a single step."""

import os
import re
import threading
import time
from pathlib import Path

import pytest

from stepsheet import swap as module
from stepsheet.errors import UserError
from stepsheet.swap import swap
from stepsheet.website.stage import Stage


def folder(path, word):
    path.mkdir(parents=True)
    (path / "index.html").write_text(word)
    return path


def test_the_first_site_is_moved_into_place(tmp_path):
    swap(folder(tmp_path / "new", "new"), tmp_path / "deep" / "site")
    assert (tmp_path / "deep" / "site" / "index.html").read_text() == "new"


def test_a_reader_sees_a_whole_site_at_every_moment(tmp_path):
    place = folder(tmp_path / "site", "0")
    seen, missing, stop = set(), [], threading.Event()

    def read():
        while not stop.is_set():
            try:
                seen.add((place / "index.html").read_text())
            except FileNotFoundError:
                missing.append(1)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 200):
        swap(folder(tmp_path / f"new{number}", str(number)), place)
    stop.set()
    reader.join()
    assert missing == []
    assert (place / "index.html").read_text() == "199"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_where_folders_cannot_be_exchanged_the_old_one_is_moved_aside(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_exchange", lambda _one, _other: False)
    place = folder(tmp_path / "site", "old")
    swap(folder(tmp_path / "new", "new"), place)
    assert (place / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize(
    ("owner", "hours", "swept"),
    [("nobody", 2, True), ("nobody", 0.5, False), ("living", 2, False), ("living", 30, True)],
)
def test_only_what_a_killed_build_left_long_ago_is_swept(tmp_path, owner, hours, swept):
    """A build in another container is nobody's here, too, and its folder must stay while it may be built in."""
    process = {"nobody": 999_999_999, "living": os.getppid()}[owner]
    left = folder(tmp_path / f".site.stepsheet-{process}-abc", "left")
    then = time.time() - hours * 3600
    os.utime(left, (then, then))
    with Stage(tmp_path / "site"):
        assert left.exists() is not swept


def test_a_swap_that_is_broken_off_between_two_renames_gives_the_old_site_back(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_exchange", lambda _one, _other: False)
    place, new, rename = folder(tmp_path / "site", "old"), folder(tmp_path / "new", "new"), Path.rename

    def broken(path, target):
        if path == new:
            raise SystemExit(2)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", broken)
    with pytest.raises(SystemExit):
        swap(new, place)
    assert (place / "index.html").read_text() == "old"


def test_a_site_folder_that_is_a_link_stays_one(tmp_path):
    real = tmp_path / "real"
    real.mkdir()
    (tmp_path / "site").symlink_to(real)
    with Stage(tmp_path / "site") as stage:
        assert stage.site_dir == real


def locale(place):
    """What every built locale has."""
    (place / "search").mkdir(parents=True)
    (place / "search" / "search_index.json").write_text("{}")
    (place / "404.html").write_text("lost")


@pytest.mark.parametrize("prefixes", [[""], ["", "en"], ["en"], ["en", "de"]], ids=str)
def test_a_site_is_known_by_its_locales(tmp_path, prefixes):
    for prefix in prefixes:
        locale(tmp_path / "site" / prefix)
    (tmp_path / "site" / "sitemap.xml").write_text("<urlset/>")
    with Stage(tmp_path / "site") as stage:
        assert stage.site_dir == (tmp_path / "site").resolve()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda place: place.write_text("mine"), "the site folder {} is a file"),
        (lambda place: folder(place, "mine"), "the folder {} holds something else than a site"),
        (lambda place: locale(folder(place, "mine") / "site"), "the folder {} holds something else than a site"),
    ],
    ids=["a file", "another folder", "a folder that holds a site beside other things"],
)
def test_what_is_no_site_is_never_replaced(tmp_path, make, message):
    place = tmp_path / "precious"
    make(place)
    with pytest.raises(UserError, match=re.escape(message.format(place))):
        Stage(place)
    assert place.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["precious"]
