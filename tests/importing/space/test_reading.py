"""A hostile source is read as far as it may be: never out of its root, never for ever, each refusal with its reason."""

import os
import socket
from pathlib import Path
from typing import Any

import pytest

from stepsheet.importing import reading
from stepsheet.importing.importer import importers
from stepsheet.importing.reading import Limits


@pytest.fixture
def source(plant: Any) -> Path:
    """A source with one page that can be read."""
    folder: Path = plant({"good.md": "# Good\n"})
    return folder


def read(source: Path, says: Any) -> list[str]:
    """What is said of the source; its good page is read in any case."""
    made = importers()["gitbook"].read(source)
    assert "good.md" in [page.path.as_posix() for page in made.pages]
    reported: list[str] = says(made.entries)
    return reported


def test_a_link_out_of_the_source_is_not_followed(source: Path, says: Any) -> None:
    Path("secret.md").write_text("secret", encoding="utf-8")
    Path("secrets").mkdir()
    (source / "a.md").symlink_to(Path("secret.md").absolute())
    (source / "b").symlink_to(Path("secrets").absolute())
    (source / "c.md").symlink_to("none.md")
    (source / "d.png").symlink_to("/etc/passwd")
    assert read(source, says) == [
        "source/a.md:1:1: error[S414]: the link is not followed: it leads out of the source",
        "source/b:1:1: error[S414]: the link is not followed: it leads out of the source",
        "source/c.md:1:1: error[S414]: the file is not imported: it is no regular file",
        "source/d.png:1:1: error[S414]: the link is not followed: it leads out of the source",
    ]


def test_loops_of_links_end(source: Path, says: Any) -> None:
    (source / "sub").mkdir()
    (source / "sub" / "up").symlink_to("..")
    (source / "a.md").symlink_to("b.md")
    (source / "b.md").symlink_to("a.md")
    assert read(source, says) == [
        "source/a.md:1:1: error[S414]: the link is not followed: it leads out of the source",
        "source/b.md:1:1: error[S414]: the link is not followed: it leads out of the source",
        "source/sub/up:1:1: error[S414]: the link to a folder is not followed",
    ]


def test_a_link_inside_the_source_is_followed(source: Path) -> None:
    (source / "copy.md").symlink_to("good.md")
    made = importers()["gitbook"].read(source)
    assert {page.path.name: page.source.text for page in made.pages} == {"copy.md": "# Good\n", "good.md": "# Good\n"}


def test_a_pipe_and_a_socket_are_not_waited_for(source: Path, says: Any) -> None:
    os.mkfifo(source / "pipe.md")
    os.mkfifo(source / "pipe.png")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(source / "socket.md"))
        assert read(source, says) == [
            "source/pipe.md:1:1: error[S414]: the file is not imported: it is no regular file",
            "source/socket.md:1:1: error[S414]: the file is not imported: it is no regular file",
        ]


def test_a_folder_named_like_a_page_is_a_folder(source: Path, says: Any) -> None:
    (source / "folder.md").mkdir()
    assert read(source, says) == []


def test_a_page_that_is_not_utf_8_is_named_with_its_line(source: Path, says: Any) -> None:
    (source / "a.md").write_bytes("# A\n\nПривет".encode("cp1251"))
    (source / "b.md").write_bytes("# B\n".encode("utf-16"))
    assert read(source, says) == [
        "source/a.md:3:1: error[S414]: the file is not imported: it is not UTF-8, byte 0xcf",
        "source/b.md:1:1: error[S414]: the file is not imported: it is not UTF-8, byte 0xff",
    ]


def test_a_byte_order_mark_is_no_word(source: Path) -> None:
    (source / "a.md").write_bytes(b"\xef\xbb\xbf# A\n")
    assert importers()["gitbook"].read(source).pages[0].source.text == "# A\n"


def test_a_page_beyond_the_bound_is_not_read(source: Path, says: Any) -> None:
    (source / "a.md").write_bytes(b"x" * (reading.MAX_PAGE_BYTES + 1))
    (source / "b.md").write_bytes(b"x" * reading.MAX_PAGE_BYTES)
    reason = "it has 1,048,577 bytes, more than the 1,048,576 allowed"
    assert read(source, says) == [f"source/a.md:1:1: error[S414]: the file is not imported: {reason}"]


def test_a_name_that_is_no_text_is_told_and_left(source: Path, says: Any) -> None:
    Path(os.fsdecode(os.fsencode(source) + b"/\xff.md")).write_text("", encoding="utf-8")
    (source / "\x1b[2J.md").write_text("", encoding="utf-8")
    assert read(source, says) == [
        "source/'\\x1b[2J.md':1:1: error[S414]: the file is not imported: its name is not readable text",
        "source/'\\udcff.md':1:1: error[S414]: the file is not imported: its name is not readable text",
    ]


def test_a_folder_too_deep_is_not_entered(source: Path, says: Any) -> None:
    deep = source.joinpath(*["d"] * (reading.MAX_DEPTH + 2))
    deep.mkdir(parents=True)
    (deep.parent / "last.md").write_text("", encoding="utf-8")
    told = read(source, says)
    assert [line.partition(": ")[2] for line in told] == [
        "error[S414]: not all of the source is imported: it has more than 40 levels"
    ]


def test_no_more_files_and_pages_are_looked_at_than_the_bound(
    source: Path, says: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        (source / f"{number}.md").write_text("", encoding="utf-8")
    found = reading.files(source, Limits(files=3))
    assert says(found.entries) == [
        "source:1:1: error[S414]: not all of the source is imported: it has more than 3 files"
    ]
    monkeypatch.setattr(reading, "MAX_PAGES", 2)
    found = reading.files(source)
    assert len(reading.pages(found, list(found.files))) == 2
    assert says(found.entries) == [
        "source:1:1: error[S414]: not all of the source is imported: it has more than 2 pages"
    ]


def test_the_pages_together_are_bounded(source: Path, says: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (source / "a.md").write_text("x" * 20, encoding="utf-8")
    monkeypatch.setattr(reading, "MAX_TOTAL_BYTES", 25)
    found = reading.files(source)
    assert len(reading.pages(found, list(found.files))) == 1
    assert says(found.entries) == [
        "source:1:1: error[S414]: not all of the source is imported: it has more than 25 characters"
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(source: Path, says: Any) -> None:
    (source / "a.md").write_text("", encoding="utf-8")
    (source / "a.md").chmod(0)
    assert read(source, says) == [
        "source/a.md:1:1: error[S414]: the file is not imported: cannot read the file: Permission denied"
    ]
