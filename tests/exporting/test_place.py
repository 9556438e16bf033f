"""An export is put in place whole, and never over the work of others."""

import json
from pathlib import PurePosixPath

import pytest

from stepsheet.errors import UserError
from stepsheet.exporting.exporter import File
from stepsheet.exporting.place import Placed, put
from stepsheet.exporting.tree import MARK, digest
from stepsheet.skeleton import FORMAT, written


def files(**texts):
    """Files by their names, `__` for a slash, with the mark that belongs to them."""
    made = [File.text(name.replace("__", "/") + ".md", text) for name, text in texts.items()]
    mark = {"format": FORMAT, "exporter": "test", "files": {str(one.path): digest(one.content) for one in made}}
    return [*made, File.text(PurePosixPath(MARK), written(mark))]


def held(folder):
    """The files of a folder without the mark."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != MARK.name)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in paths}


def test_the_first_export_makes_its_folder(tmp_path):
    assert put(files(a="1", b__c="2"), tmp_path / "x" / "out", force=False) == Placed(3, 3, 0)
    assert held(tmp_path / "x" / "out") == {"a.md": "1", "b/c.md": "2"}
    assert [path.name for path in (tmp_path / "x").iterdir()] == ["out"]


def test_an_export_of_the_same_writes_nothing(tmp_path):
    put(files(a="1"), tmp_path / "out", force=False)
    before = (tmp_path / "out" / "a.md").stat()
    assert put(files(a="1"), tmp_path / "out", force=False) == Placed(2, 0, 0)
    assert (tmp_path / "out" / "a.md").stat() == before


def test_what_is_exported_no_more_is_gone(tmp_path):
    put(files(a="1", b__c="2"), tmp_path / "out", force=False)
    assert put(files(a="3"), tmp_path / "out", force=False) == Placed(2, 2, 1)
    assert held(tmp_path / "out") == {"a.md": "3"}


def test_files_of_others_and_the_data_of_git_stay(tmp_path):
    out = tmp_path / "out"
    put(files(a="1", b__c="2"), out, force=False)
    for name in (".git/HEAD", "b/own.md", ".gitbook/assets/own.png"):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text("own")
    assert put(files(a="3"), out, force=False) == Placed(2, 2, 1)
    assert held(out) == {"a.md": "3", "b/own.md": "own", ".git/HEAD": "own", ".gitbook/assets/own.png": "own"}


def test_a_fresh_clone_is_as_good_as_an_empty_folder(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("own")
    put(files(a="1"), tmp_path, force=False)
    assert held(tmp_path) == {"a.md": "1", ".git/HEAD": "own"}


def refusal(*args, **more):
    with pytest.raises(UserError) as caught:
        put(*args, **more)
    return caught.value.message, caught.value.help


def test_a_folder_that_holds_something_else_is_refused(tmp_path):
    (tmp_path / "thesis.txt").write_text("own")
    message, help_ = refusal(files(a="1"), tmp_path, force=False)
    assert message == f"the folder {tmp_path} holds something else than an export"
    assert help_ == "name an empty or new folder with -o, or let the export write into this one with --force"
    assert held(tmp_path) == {"thesis.txt": "own"}


def test_force_writes_into_such_a_folder_and_leaves_the_rest(tmp_path):
    (tmp_path / "thesis.txt").write_text("own")
    (tmp_path / "a.md").write_text("old")
    put(files(a="1"), tmp_path, force=True)
    assert held(tmp_path) == {"thesis.txt": "own", "a.md": "1"}


@pytest.mark.parametrize("change", ["edit", "delete"])
def test_a_page_that_was_changed_since_is_not_overwritten(tmp_path, change):
    out = tmp_path / "out"
    put(files(a="1", b="2"), out, force=False)
    if change == "edit":
        (out / "a.md").write_text("edited")
    else:
        (out / "a.md").unlink()
    before = held(out)
    message, help_ = refusal(files(a="3", b="4"), out, force=False)
    assert message == "changed since the export: a.md"
    assert help_ == "import these changes first, or give them up with --force"
    assert held(out) == before
    put(files(a="3", b="4"), out, force=True)
    assert held(out) == {"a.md": "3", "b.md": "4"}


def test_a_change_that_the_guides_have_too_is_none(tmp_path):
    """After the edit was imported, and after an export that was broken off."""
    put(files(a="1"), tmp_path / "out", force=False)
    (tmp_path / "out" / "a.md").write_text("2")
    put(files(a="2"), tmp_path / "out", force=False)
    assert held(tmp_path / "out") == {"a.md": "2"}


def test_many_changes_are_counted(tmp_path):
    names = {f"p{number}": "1" for number in range(8)}
    put(files(**names), tmp_path / "out", force=False)
    for name in names:
        (tmp_path / "out" / f"{name}.md").write_text("2")
    message, _ = refusal(files(**dict.fromkeys(names, "3")), tmp_path / "out", force=False)
    assert message == "changed since the export: p0.md, p1.md, p2.md, p3.md, p4.md and 3 more"


def test_a_mark_that_names_files_outside_deletes_nothing_there(tmp_path):
    out = tmp_path / "out"
    put(files(a="1"), out, force=False)
    (tmp_path / "outside.md").write_text("own")
    mark = json.loads((out / MARK).read_text())
    mark["files"]["../outside.md"] = digest(b"own")
    (out / MARK).write_text(json.dumps(mark))
    put(files(b="1"), out, force=False)
    assert (tmp_path / "outside.md").read_text() == "own"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"format": "stepsheet-export/1", "files": 3}'])
def test_a_folder_with_a_broken_mark_is_no_export(tmp_path, text):
    (tmp_path / MARK.parent).mkdir()
    (tmp_path / MARK).write_text(text)
    assert refusal(files(a="1"), tmp_path, force=False)[0].endswith("holds something else than an export")


def test_an_export_that_fails_on_the_way_leaves_the_last_one(tmp_path):
    put(files(a="1"), tmp_path / "out", force=False)

    def broken():
        yield from files(a="2")
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        put(broken(), tmp_path / "out", force=False)
    assert held(tmp_path / "out") == {"a.md": "1"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "out").write_text("own")
    assert refusal(files(a="1"), tmp_path / "out", force=False)[0] == f"{tmp_path / 'out'} is a file"
