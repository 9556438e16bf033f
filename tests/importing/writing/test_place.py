"""An import goes into the content folder whole or not at all, and never over what is there unasked."""

import os
from pathlib import Path, PurePosixPath

import pytest

from stepsheet.errors import UserError
from stepsheet.importing.writing.place import Folders, place
from stepsheet.importing.writing.plan import FILE, GUIDE, Piece, State, plan

GUIDE_TEXT = "title: A\nsummary: B\n"
OTHER_TEXT = "title: A\nsummary: C\n"


def guide(text: str = GUIDE_TEXT, name: str = "keys", **pictures: bytes) -> Piece:
    files: dict[PurePosixPath, bytes | Path] = {GUIDE: text.encode()}
    files |= {PurePosixPath("images") / f"{stem}.png": data for stem, data in pictures.items()}
    return Piece(PurePosixPath("guides") / name, files)


def page(text: str = "---\ntitle: P\n---\n", name: str = "about.ru.md") -> Piece:
    return Piece(PurePosixPath("pages") / name, {FILE: text.encode()})


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    (tmp_path / "content").mkdir()
    return Folders(tmp_path / "content", tmp_path / ".stepsheet", tmp_path)


def put(folders: Folders, *pieces: Piece, force: bool = False) -> list[str]:
    entries = place(plan(pieces, folders.content), folders, force=force)
    told = [entry.diagnostic for entry in entries]
    return [f"{item.finding.location}: {item.rule.code} {item.rule.name}: {item.finding.message}" for item in told]


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_new_pieces_are_put_where_they_belong(folders: Folders, tmp_path: Path) -> None:
    copied = tmp_path / "shot.png"
    copied.write_bytes(b"picture")
    with_copy = Piece(PurePosixPath("pages/images/shot.png"), {FILE: copied})
    assert put(folders, guide(menu=b"menu"), page(), with_copy) == []
    assert tree(folders.content) == {
        "guides/keys/guide.yml": GUIDE_TEXT.encode(),
        "guides/keys/images/menu.png": b"menu",
        "pages/about.ru.md": b"---\ntitle: P\n---\n",
        "pages/images/shot.png": b"picture",
    }
    assert not folders.private.exists()


def test_the_same_import_again_writes_nothing(folders: Folders) -> None:
    put(folders, guide(menu=b"menu"), page())
    before = {path: path.stat().st_mtime_ns for path in folders.content.rglob("*")}
    assert [step.state for step in plan([guide(menu=b"menu"), page()], folders.content)] == [State.SAME, State.SAME]
    assert put(folders, guide(menu=b"menu"), page(), force=True) == []
    assert {path: path.stat().st_mtime_ns for path in folders.content.rglob("*")} == before


def test_a_guide_that_differs_in_comments_and_layout_is_the_same(folders: Folders) -> None:
    put(folders, guide())
    (folders.content / "guides/keys/guide.yml").write_text("# note\nsummary:   B\ntitle: 'A'\n", encoding="utf-8")
    assert [step.state for step in plan([guide()], folders.content)] == [State.SAME]


def test_what_is_there_stays_and_the_import_goes_beside_it(folders: Folders) -> None:
    put(folders, guide(), page())
    [first, second] = put(folders, guide(OTHER_TEXT, menu=b"menu"), page("other\n"), guide(name="new"))
    assert first == (
        "content/guides/keys/guide.yml:1:1: S413 already-there: content/guides/keys/guide.yml is there already and "
        "differs from the import, which is in .stepsheet/imports/guides/keys"
    )
    assert second == (
        "content/pages/about.ru.md:1:1: S413 already-there: content/pages/about.ru.md is there already and "
        "differs from the import, which is in .stepsheet/imports/pages/about.ru.md"
    )
    assert tree(folders.content) == {
        "guides/keys/guide.yml": GUIDE_TEXT.encode(),
        "guides/new/guide.yml": GUIDE_TEXT.encode(),
        "pages/about.ru.md": b"---\ntitle: P\n---\n",
    }
    assert tree(folders.private) == {
        "imports/guides/keys/guide.yml": OTHER_TEXT.encode(),
        "imports/guides/keys/images/menu.png": b"menu",
        "imports/pages/about.ru.md": b"other\n",
    }


def test_the_last_import_is_what_lies_beside(folders: Folders) -> None:
    put(folders, guide())
    put(folders, guide(OTHER_TEXT, menu=b"menu"))
    put(folders, guide(OTHER_TEXT))
    assert tree(folders.private) == {"imports/guides/keys/guide.yml": OTHER_TEXT.encode()}


def test_the_difference_is_shown_in_canonical_form(folders: Folders) -> None:
    put(folders, guide(menu=b"\x89one"))
    (folders.content / "guides/keys/guide.yml").write_text("# note\nsummary:  B\ntitle: A\n", encoding="utf-8")
    [step] = plan([guide(OTHER_TEXT, menu=b"\x89two", more=b"\x89")], folders.content)
    assert step.difference == (
        "--- guides/keys/guide.yml\n+++ guides/keys/guide.yml\n@@ -1,2 +1,2 @@\n title: A\n-summary: B\n+summary: C\n"
        "guides/keys/images/menu.png: another file\nguides/keys/images/more.png: not there\n"
    )


def test_a_guide_that_cannot_be_read_differs(folders: Folders) -> None:
    put(folders, guide())
    (folders.content / "guides/keys/guide.yml").write_text("title: [\n", encoding="utf-8")
    [step] = plan([guide()], folders.content)
    assert step.difference.startswith("--- guides/keys/guide.yml\n")


def test_by_force_the_old_one_is_replaced_and_a_copy_is_kept(folders: Folders) -> None:
    put(folders, guide(menu=b"old", gone=b"gone"))
    keys = folders.content / "guides" / "keys"
    (keys / "en.yml").write_text("title: {ru: A, en: A}\n", encoding="utf-8")
    (keys / "images" / "menu.en.png").write_bytes(b"english")
    (keys / "images" / "gone.en.png").write_bytes(b"english")
    old = tree(folders.content)
    assert put(folders, guide(OTHER_TEXT, menu=b"new"), force=True) == []
    assert tree(keys) == {
        "guide.yml": OTHER_TEXT.encode(),
        "en.yml": b"title: {ru: A, en: A}\n",
        "images/menu.png": b"new",
        "images/menu.en.png": b"english",
    }
    assert tree(folders.private / "replaced") == old
    put(folders, guide(), force=True)
    assert tree(folders.private / "replaced")["guides/keys/images/menu.png"] == b"new"


def test_when_a_file_cannot_be_written_nothing_has_changed(folders: Folders, tmp_path: Path) -> None:
    put(folders, guide())
    before = tree(tmp_path)
    gone = Piece(PurePosixPath("pages/images/b.png"), {FILE: tmp_path / "gone.png"})
    steps = plan([guide(name="new"), guide(OTHER_TEXT)], folders.content)
    with pytest.raises(
        UserError, match=r"cannot write .*gone\.png: No such file or directory; nothing has been changed"
    ):
        place((*steps, *plan_of_new(gone)), folders, force=True)
    assert tree(tmp_path) == before


def plan_of_new(piece: Piece) -> tuple[object, ...]:
    """A plan made before the picture was deleted."""
    return plan([piece], Path("nowhere"))


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_when_a_move_fails_those_before_it_are_undone(
    folders: Folders, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    put(folders, guide(), page())
    before = tree(folders.content)
    rename, moved = Path.rename, []

    def failing(self: Path, target: Path) -> Path:
        moved.append(target)
        if len(moved) == 4:
            raise error
        return rename(self, target)

    steps = plan([guide(name="new"), guide(OTHER_TEXT), page("other\n")], folders.content)
    monkeypatch.setattr(Path, "rename", failing)
    monkeypatch.setattr("stepsheet.importing.writing.files.keep", lambda *_: None)
    with pytest.raises((UserError, KeyboardInterrupt)):
        place(steps, folders, force=True)
    monkeypatch.undo()
    assert tree(folders.content) == before


def test_a_link_that_leads_nowhere_is_something_that_is_there(folders: Folders) -> None:
    put(folders, page())
    link = folders.content / "pages/about.ru.md"
    link.unlink()
    link.symlink_to("about.ru.md")
    put(folders, page())
    assert link.is_symlink()
    assert tree(folders.private) == {"imports/pages/about.ru.md": b"---\ntitle: P\n---\n"}


def test_a_file_that_cannot_be_read_is_the_users_to_mend(folders: Folders, tmp_path: Path) -> None:
    put(folders, page())
    with pytest.raises(UserError, match=r"cannot read .*gone\.md: No such file or directory"):
        plan([Piece(PurePosixPath("pages/about.ru.md"), {FILE: tmp_path / "gone.md"})], folders.content)


def test_what_killed_imports_left_is_swept_up_after_a_day(folders: Folders) -> None:
    left, fresh = folders.content / ".stepsheet-import-a", folders.content / ".stepsheet-import-b"
    left.mkdir()
    fresh.mkdir()
    os.utime(left, (1, 1))
    put(folders, guide())
    assert not left.exists()
    assert fresh.exists()
