"""YAML text becomes nodes that know their place; what a text means is for the model to say."""

import time
from pathlib import Path
from typing import Any

import pytest

from stepsheet.diagnostics import Diagnostic, Location, Source
from stepsheet.load import files
from stepsheet.load.files import MAX_TEXT_BYTES, Root
from stepsheet.load.nodes import Mapping, Node, Scalar, Sequence, find, plain
from stepsheet.load.yaml_text import MAX_DEPTH, MAX_VALUES, parse

QUICK = 5.0  # seconds: a bound that a slow machine keeps, and a bomb does not


def tree(text: str) -> Node:
    node, problems = parse(Source(Path("a.yml"), "a.yml", text))
    assert node is not None, problems
    return node


def fault(text: str) -> Diagnostic:
    node, problems = parse(Source(Path("a.yml"), "a.yml", text))
    assert node is None
    return problems[0]


def value(text: str, *path: Any) -> Any:
    return plain(find(tree(text), path))


def span(at: Location) -> tuple[int, int, int, int]:
    return at.line, at.column, at.end_line, at.end_column


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("key: plain", (1, 6, 1, 11)),
        ("key: 'single'", (1, 6, 1, 14)),
        ('key: "double"', (1, 6, 1, 14)),
        ("key: two\n  lines", (1, 6, 2, 8)),
        ("key: |\n  block\n  of two\nnext: x", (1, 6, 4, 1)),
        ("key: >-\n  folded\nnext: x", (1, 6, 3, 1)),
        ("key: [flow, {a: b}]", (1, 6, 1, 20)),
        ("key: {a: b}", (1, 6, 1, 12)),
        ("key:\n  - item", (2, 3, 2, 9)),
        ("key:\n  a: b", (2, 3, 2, 7)),
        ("key:", (1, 5, 1, 5)),
        ("key: ~", (1, 6, 1, 7)),
        ("key: &anchor value", (1, 6, 1, 19)),
        ("key: # comment\n  value", (2, 3, 2, 8)),
    ],
)
def test_a_value_of_every_style_knows_its_place(text: str, place: tuple[int, int, int, int]) -> None:
    assert span(find(tree(text), ("key",)).at) == place


def test_a_key_knows_its_place() -> None:
    root = tree("a: 1\n'b c': 2\n")
    assert isinstance(root, Mapping)
    assert [span(key.at) for key, _ in root.entries.values()] == [(1, 1, 1, 2), (2, 1, 2, 6)]


def test_the_entry_of_a_list_knows_its_place() -> None:
    root = tree("- one\n- [two, three]\n-\n")
    assert isinstance(root, Sequence)
    assert [span(item.at) for item in root.items] == [(1, 3, 1, 6), (2, 3, 2, 15), (3, 2, 3, 2)]


@pytest.mark.parametrize("before", ["Ж", "😀", "é", "e\u0301", "日本", "\u200d"])
def test_columns_count_code_points(before: str) -> None:
    found = find(tree(f"{{{before}: x, key: value}}"), ("key",)).at
    column = len(f"{{{before}: x, key: ") + 1
    assert span(found) == (1, column, 1, column + len("value"))


def test_lines_end_as_editors_end_them() -> None:
    """libyaml counts U+0085, U+2028 and U+2029 as line ends; people and their editors do not."""
    root = tree('a: "x\u2028y\u0085z"\r\nb: c\r\n')
    assert span(find(root, ("b",)).at) == (2, 4, 2, 5)


def test_windows_line_ends_move_nothing_and_get_into_no_text() -> None:
    root = tree("a: |\r\n  one\r\n  two\r\nb: c\r\n")
    assert plain(root) == {"a": "one\ntwo\n", "b": "c"}
    assert span(find(root, ("b",)).at) == (4, 4, 4, 5)


def test_a_byte_order_mark_is_no_character(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"\xef\xbb\xbfkey: value\n")
    node, problems = files.read_yaml(path, Root(tmp_path, tmp_path))
    assert problems == ()
    assert isinstance(node, Mapping)
    assert span(node.at) == (1, 1, 2, 1)
    assert plain(node) == {"key": "value"}


@pytest.mark.parametrize(
    "text", ["no", "yes", "on", "off", "y", "true", "False", "12:30", "010", "0x1F", "1e3", "2026-11-22", ".inf", "<<"]
)
def test_a_plain_value_stays_the_text_it_is(text: str) -> None:
    assert value(f"key: {text}", "key") == text


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_a_plain_null_is_nothing(text: str) -> None:
    assert value(f"key: {text}", "key") is None


@pytest.mark.parametrize("text", ["'null'", '"~"', "nUll", "none", "nil"])
def test_a_quoted_null_and_words_like_it_are_texts(text: str) -> None:
    assert value(f"key: {text}", "key") == text.strip("'\"")


def test_empty_quotes_are_an_empty_text() -> None:
    assert value('key: ""', "key") == ""


def test_a_tag_that_only_says_text_is_accepted() -> None:
    assert value("key: ! 12", "key") == "12"


def test_nesting_ten_thousand_deep_ends_at_the_limit() -> None:
    start = time.monotonic()
    found = fault("[" * 10_000)
    assert found.rule.code == "S008"
    assert found.finding.location.column == MAX_DEPTH + 1
    assert time.monotonic() - start < QUICK


def test_nesting_at_the_limit_is_read() -> None:
    assert tree("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert fault("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)).rule.code == "S008"


def test_an_alias_bomb_ends_at_its_first_alias() -> None:
    start = time.monotonic()
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60))]
    found = fault("\n".join(lines))
    assert (found.rule.code, found.finding.location.line) == ("S004", 2)
    assert time.monotonic() - start < QUICK


def test_as_many_values_as_a_file_may_have_are_read_in_time() -> None:
    start = time.monotonic()
    assert len(value("".join(f"key{n}: value\n" for n in range(MAX_VALUES // 2 - 1)))) == MAX_VALUES // 2 - 1
    assert time.monotonic() - start < QUICK * 2


def test_one_value_too_many_ends_the_reading() -> None:
    text = "- a\n" * MAX_VALUES
    node, (problem,) = parse(Source(Path("a.yml"), "a.yml", text))
    assert node is None
    assert problem.rule.code == "S007"
    assert problem.finding.message == "the file holds more than 30,000 values"
    assert problem.finding.location.line == MAX_VALUES


def test_a_hundred_duplicates_are_enough() -> None:
    node, problems = parse(Source(Path("a.yml"), "a.yml", "a: 1\n" * 50_000))
    assert node is None
    assert [problem.finding.location.line for problem in problems] == list(range(2, 102))


def test_a_file_over_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    node, (problem,) = files.read_yaml(path, Root(tmp_path, tmp_path))
    assert node is None
    assert problem.rule.code == "S007"


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"a: " + b"x" * (MAX_TEXT_BYTES - 3))
    assert files.read_yaml(path, Root(tmp_path, tmp_path))[1] == ()


def test_duplicate_keys_are_all_reported_and_give_no_tree() -> None:
    node, problems = parse(Source(Path("a.yml"), "a.yml", "a: 1\na: 2\nb: {c: 1, c: 2}\na: 3\n"))
    assert node is None
    assert [problem.finding.location.line for problem in problems] == [2, 3, 4]


def test_a_path_that_names_nothing_ends_where_the_tree_does() -> None:
    """Pydantic's paths hold union tags and model names beside the keys."""
    root = tree("a: [{b: c}]")
    assert find(root, ("a", "tuple[Item, ...]", 0, "Item", "b", "str")) == Scalar(find(root, ("a", 0, "b")).at, "c")
    assert find(root, ("a", 7)) is find(root, ("a",))
