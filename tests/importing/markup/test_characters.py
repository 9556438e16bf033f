"""Characters that nobody sees, and line ends of every sort, which case files cannot hold."""

from pathlib import Path

import pytest

from stepsheet.diagnostics import Source
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.markup import parse

from .tree_text import page_text


def becomes(text: str) -> str:
    return page_text(parse(Source(Path("page.md"), "page.md", text), Flavour.GITBOOK))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("\ufeff# A\n", "1 h1 A\n"),
        ("a\x00b\n", "1 p ab\n~ 1 (character) 1 unseen character is left out (U+0000): '\\x00'\n"),
        (
            "\n\na\u200bb c\u200b\x08\n",
            "3 p ab c\n~ 3 (character) 3 unseen characters are left out (U+0008, U+200B): '\\x08\\u200b'\n",
        ),
        ("a\u2028b\n", "1 p a b\n~ 1 (character) 1 unseen character is left out (U+2028)\n"),
    ],
)
def test_what_nobody_sees_is_left_out_and_said_once(text: str, says: str) -> None:
    assert becomes(text) == says


def test_joiners_between_letters_and_blanks_that_do_not_break_stay() -> None:
    assert becomes("می\u200cخواهم 👨\u200d👩 a\u00a0b\n") == "1 p می\u200cخواهم 👨\u200d👩 a\u00a0b\n"


def test_a_joiner_that_joins_nothing_is_left_out() -> None:
    says = "1 p a b\n~ 1 (character) 1 unseen character is left out (U+200C): '\\u200c'\n"
    assert becomes("a\u200c b\n") == says


def test_every_line_end_ends_a_line() -> None:
    assert becomes("# A\r\n\r\nb\r\nc\r\n") == "1 h1 A\n3 p b c\n"


def test_a_bare_carriage_return_ends_a_line_that_the_source_does_not_count() -> None:
    assert becomes("# A\r\rb\n\nc\r\rd\n\ne\n") == "1 h1 A\n1 p b\n3 p c\n3 p d\n5 p e\n"


def test_front_matter_is_found_behind_a_mark_and_with_every_line_end() -> None:
    assert becomes("\ufeff---\r\ntitle: One\r\n---\r\n\r\nText.\r\n") == 'fields {"title": "One"}\n5 p Text.\n'
