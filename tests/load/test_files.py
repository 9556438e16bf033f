"""Files are read bounded, and never from outside the content folder."""

import os
from pathlib import Path

import pytest

from stepsheet.diagnostics import Diagnostic
from stepsheet.load.files import Root, read


@pytest.fixture
def root(tmp_path: Path) -> Root:
    (tmp_path / "content").mkdir()
    return Root(tmp_path / "content", tmp_path)


def code(found: bytes | Diagnostic) -> str:
    assert isinstance(found, Diagnostic), "it was read"
    return found.rule.code


def test_a_file_is_named_from_where_people_are(root: Root, tmp_path: Path) -> None:
    assert root.source(tmp_path / "content" / "a.yml").name == "content/a.yml"
    assert root.source(Path("/elsewhere/a.yml")).name == "/elsewhere/a.yml"


def test_a_link_out_of_the_content_is_not_followed(root: Root, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    (root.content / "a").symlink_to(tmp_path / "secret")
    (root.content / "folder").symlink_to(tmp_path)
    assert code(read(root.content / "a", root, 10)) == "S011"
    assert code(read(root.content / "folder" / "secret", root, 10)) == "S011"
    assert code(read(root.content / ".." / "secret", root, 10)) == "S011"


def test_a_link_inside_the_content_is_followed(root: Root) -> None:
    (root.content / "b").write_bytes(b"text")
    (root.content / "a").symlink_to("b")
    assert read(root.content / "a", root, 10) == b"text"


def test_a_content_folder_that_is_a_link_itself_holds_its_files(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a").write_bytes(b"text")
    (tmp_path / "content").symlink_to("real")
    assert read(tmp_path / "content" / "a", Root(tmp_path / "content", tmp_path), 10) == b"text"


def test_a_loop_of_links_leads_nowhere(root: Root) -> None:
    (root.content / "a").symlink_to("b")
    (root.content / "b").symlink_to("a")
    assert code(read(root.content / "a", root, 10)) == "S011"


def test_a_pipe_is_not_waited_for(root: Root) -> None:
    os.mkfifo(root.content / "a")
    assert code(read(root.content / "a", root, 10)) == "S001"


def test_a_folder_and_a_missing_file_are_unreadable(root: Root) -> None:
    assert code(read(root.content, root, 10_000)) == "S001"
    assert code(read(root.content / "none", root, 10)) == "S001"


def test_one_byte_over_the_limit_is_too_large(root: Root) -> None:
    (root.content / "a").write_bytes(b"12345")
    assert read(root.content / "a", root, 5) == b"12345"
    assert code(read(root.content / "a", root, 4)) == "S007"
