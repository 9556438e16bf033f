"""What people and programs see of the findings."""

import json
from pathlib import Path

import click
import pytest

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity, Source, arrange, failed
from stepsheet.report.reporter import reporters
from stepsheet.report.reporters.text import MAX_LINE, width

ERROR = Rule("S901", "an-error", Severity.ERROR, since="0.1")
WARNING = Rule("S902", "a-warning", Severity.WARNING, since="0.1")
HINT = Rule("S903", "a-hint", Severity.HINT, since="0.1")


def place(text: str, line: int, column: int, end_line: int = 0, end_column: int = 0) -> Location:
    return Location(Source(Path("/a/b.yml"), "b.yml", text), line, column, end_line or line, end_column or column + 1)


def shown(*found: Diagnostic, color: bool = False) -> str:
    return reporters()["text"].render(found, color)


def excerpt(text: str, column: int, end_column: int, line: int = 1) -> list[str]:
    """The source line and the line of carets below it."""
    return shown(ERROR(place(text, line, column, line, end_column), "Fact.")).split("\n")[2:4]


def test_a_finding_is_place_fact_line_and_help() -> None:
    text = "".join(f"line {n}\n" for n in range(1, 13))
    assert shown(ERROR(place(text, 10, 1, 10, 5), "the fact 'x'", help="do this")) == (
        "b.yml:10:1: error[S901 an-error]: the fact 'x'\n   |\n10 | line 10\n   | ^^^^\nhelp: do this\n\n1 error\n"
    )


def test_findings_are_counted_worst_first() -> None:
    at = place("", 1, 1)
    found = [HINT(at, "a"), WARNING(at, "b"), ERROR(at, "c"), ERROR(at, "d")]
    assert shown(*found).endswith("\n\n2 errors, 1 warning, 1 hint\n")


def test_nothing_found_is_nothing_said() -> None:
    assert shown() == ""


def test_a_place_without_a_line_has_no_excerpt() -> None:
    """A picture, a folder, the line after the last one, a blank line."""
    for at in (place("", 1, 1), place("a\n", 2, 1), place("\n", 1, 1), place("a", 9, 9)):
        assert shown(ERROR(at, "Fact.")).split("\n")[1:] == ["", "1 error", ""]


@pytest.mark.parametrize(
    ("text", "column", "carets"),
    [
        ("key: x", 6, "     ^"),
        ("ключ: x", 7, "      ^"),
        ("日本: x", 5, "      ^"),
        ("😀: x", 4, "    ^"),
        ("e\u0301: x", 5, "   ^"),
        ("a\u200db: x", 6, "    ^"),
        ("\tx", 2, "    ^"),
    ],
)
def test_the_caret_stands_below_its_character_in_a_terminal(text: str, column: int, carets: str) -> None:
    source, below = excerpt(text, column, column + 1)
    assert below == f"  | {carets}"
    assert source == f"1 | {text}".replace("\t", "    ")


def test_wide_characters_are_underlined_in_full() -> None:
    assert excerpt("a: 日本", 4, 6)[1] == "  |    ^^^^"


def test_a_stretch_of_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    at = place("key: [a,\n  b]\n", 1, 6, 2, 5)
    assert shown(ERROR(at, "Fact.")).split("\n")[3] == "  |      ^^^"


def test_an_empty_stretch_gets_one_caret() -> None:
    assert excerpt("key:", 5, 5)[1] == "  |     ^"


def test_a_long_line_is_cut_around_the_spot() -> None:
    text = "x" * 1000 + "SPOT" + "y" * 1000
    source, below = excerpt(text, 1001, 1005)
    assert len(source) == MAX_LINE + 4
    assert source[below.index("^") :].startswith("SPOT")
    assert below.count("^") == 4


def test_a_long_stretch_is_underlined_as_far_as_its_line_is_shown() -> None:
    source, below = excerpt("x" * 1000, 1, 1001)
    assert len(source) == len(below) == MAX_LINE + 4


def test_a_carriage_return_is_not_part_of_the_line() -> None:
    assert excerpt("one\r\ntwo: x\r\n", 6, 7, line=2) == ["2 | two: x", "  |      ^"]


@pytest.mark.parametrize("character", ["\x1b", "\r", "\x00", "\x9b", "\u202e", "\u2066", "\u2028"])
def test_a_character_that_steers_the_terminal_is_not_passed_on(character: str) -> None:
    source, below = excerpt(f"a{character}b: x", 6, 7)
    assert source == "1 | a\N{REPLACEMENT CHARACTER}b: x"
    assert below == "  |      ^"


def test_colours_are_added_and_change_no_word() -> None:
    found = ERROR(place("key: x", 1, 6), "Fact.", help="Do.")
    colored = shown(found, color=True)
    assert "\x1b[31m" in colored
    assert click.unstyle(colored) == shown(found)
    assert "\x1b" not in shown(found)


def test_width_is_what_a_terminal_gives() -> None:
    assert [width(text) for text in ("", "a", "Ж", "日", "😀", "e\u0301", "\t")] == [0, 1, 1, 2, 2, 1, 4]


def test_a_program_gets_everything_as_one_object() -> None:
    found = [
        WARNING(place("ключ: знач", 1, 7, 1, 11), "Факт «x».", help="Do."),
        ERROR(place("", 1, 1, 1, 1), "Fact."),
    ]
    assert json.loads(reporters()["json"].render(found, True)) == {
        "diagnostics": [
            {
                "file": "b.yml",
                "line": 1,
                "column": 7,
                "end_line": 1,
                "end_column": 11,
                "severity": "warning",
                "code": "S902",
                "rule": "a-warning",
                "message": "Факт «x».",
                "help": "Do.",
            },
            {
                "file": "b.yml",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 1,
                "severity": "error",
                "code": "S901",
                "rule": "an-error",
                "message": "Fact.",
                "help": "",
            },
        ],
        "counts": {"error": 1, "warning": 1, "hint": 0},
    }


def test_a_program_gets_an_object_when_nothing_is_found() -> None:
    whole = '{\n  "diagnostics": [],\n  "counts": {\n    "error": 0,\n    "warning": 0,\n    "hint": 0\n  }\n}\n'
    assert reporters()["json"].render([], False) == whole


# --- diagnostics themselves


def test_findings_are_arranged_by_file_line_column_and_code_and_once_each() -> None:
    late, early = place("x\ny\n", 2, 1), place("x\ny\n", 1, 1)
    found = [WARNING(late, "b"), ERROR(late, "b"), ERROR(late, "a"), ERROR(early, "z"), ERROR(late, "a")]
    assert arrange(found) == (found[3], found[2], found[1], found[0])


def test_an_error_fails_a_run_and_a_warning_a_strict_one() -> None:
    at = place("", 1, 1)
    assert failed([ERROR(at, "")])
    assert not failed([WARNING(at, ""), HINT(at, "")])
    assert failed([WARNING(at, "")], strict=True)
    assert not failed([HINT(at, "")], strict=True)


@pytest.mark.parametrize(
    ("snippet", "column"),
    [("ab", 6), ("abc", 10), ("c", 3), ("zz", 1), ("", 1), ("a\nb", 1)],
)
def test_a_snippet_is_found_as_a_whole_word_else_inside_one_else_not(snippet: str, column: int) -> None:
    text = "abcd ab, abc"
    at = place(text, 1, 1, 1, len(text) + 1).within(snippet)
    assert at.column == column


def test_a_snippet_is_found_on_a_later_line_and_never_outside_the_stretch() -> None:
    text = "x\na: |\n  one\n  x two\nx\n"
    at = place(text, 2, 4, 5, 1).within("x")
    assert (at.line, at.column, at.end_column) == (4, 3, 4)
