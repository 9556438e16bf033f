"""The leaves of a draft become texts, and what is met on the way is reported."""

from typing import Any

import pytest

from stepsheet.errors import InternalError
from stepsheet.importing.draft import Draft, Line, PageRef, Prose, Src
from stepsheet.importing.entry import Entry
from stepsheet.importing.tree import Item, Link, List, Listing, Paragraph, Rule, Strong, Words
from stepsheet.importing.writing.lower import lower
from stepsheet.model.text import MAX_TEXT

from .trees import means

UNSET = "\ue000"  # of the private use area: no font has it


def L(text: str) -> Line:  # noqa: N802 - as short as the leaf
    return Line(1, (Words(text),))


def T(text: str) -> Prose:  # noqa: N802 - as short as the leaf
    return Prose(1, (Paragraph(1, (Words(text),)),))


def lowered(data: dict[str, Any], text: str = "") -> tuple[dict[str, Any], tuple[Entry, ...]]:
    return lower(Draft((), (), data), means(text) if text else means())


def test_every_leaf_becomes_what_the_file_holds() -> None:
    step = {"id": "a", "do": Line(1, (Words("Press "), Strong((Words("Save"),)))), "info": T("1. no list")}
    step["images"] = [{"id": "i", "src": Src(1, "x/My Menu.png"), "alt": "A menu"}]
    step["fields"] = [{"id": "f", "label": L("Name"), "required": True}]
    data, entries = lowered({"title": L("T"), "sections": ({"id": "s", "level": 2, "steps": [step]},)})
    assert data == {
        "title": "T",
        "sections": [
            {
                "id": "s",
                "level": 2,
                "steps": [
                    {
                        "id": "a",
                        "do": "Press **Save**",
                        "info": "1\\. no list",
                        "images": [{"id": "i", "src": "my menu.png", "alt": "A menu"}],
                        "fields": [{"id": "f", "label": "Name", "required": True}],
                    }
                ],
            }
        ],
    }
    assert entries == ()


@pytest.mark.parametrize(
    "empty",
    [T(" "), Prose(1, ()), Prose(1, (Rule(1),)), Prose(1, (List(1, ordered=True, items=(Item(1, ()), Item(1, ()))),))],
)
def test_a_text_in_which_there_is_nothing_to_read_is_left_out(empty: Prose) -> None:
    body = [{"id": "a", "text": empty}, {"id": "b", "when": "x", "text": empty}]
    assert lowered({"title": L("T"), "info": empty, "body": body})[0] == {"title": "T"}


def test_a_line_that_cannot_be_left_out_says_that_something_was_there() -> None:
    assert lowered({"do": L(UNSET), "enter": L(UNSET)}, UNSET)[0] == {"do": "…"}


def test_a_character_that_no_font_has_is_left_out_everywhere_and_told_once() -> None:
    text = f"one\ntwo a{UNSET}b"
    code = {"id": "c", "code": {"language": "x", "text": UNSET}}
    data, entries = lowered(
        {"title": L(f"a{UNSET}b"), "alt": f"c{UNSET}", "info": T(f"d{UNSET}"), "body": [code]}, text
    )
    assert data == {"title": "ab", "alt": "c", "info": "d"}
    [entry] = entries
    assert str(entry.diagnostic.finding.location) == "page.md:2:6"
    assert entry.diagnostic.rule.code == "S410"
    assert entry.diagnostic.finding.message == (
        "no font of the printed sheet has the character U+E000 (without a name); it is left out"
    )
    assert entry.text == UNSET


def test_a_character_of_an_address_is_asked_for_too() -> None:
    data, entries = lowered({"info": Prose(1, (Paragraph(1, (Link(f"https://x.example/{UNSET}", (Words("a"),)),)),))})
    assert data == {"info": "[a](https://x.example/%ee%80%80)"}
    assert [entry.text for entry in entries] == [UNSET]


def test_a_page_to_go_on_with_is_named_by_the_id_of_its_guide() -> None:
    data, entries = lowered({"next": [PageRef(3, "other.md"), PageRef(4, "nowhere"), PageRef(5, "https://x.example/")]})
    assert data == {"next": ["other"]}
    assert [(entry.diagnostic.rule.code, entry.text) for entry in entries] == [
        ("S403", "nowhere"),
        ("S403", "https://x.example/"),
    ]


def test_code_is_kept_to_the_letter() -> None:
    info = Prose(1, (Listing(1, "  a\r\n\tb  \n\n", "sh"),))
    code = {"language": "sh", "text": "  a\n\tb  \n"}
    assert lowered({"info": info, "code": code})[0] == {"info": "```sh\n  a\n\tb  \n\n```", "code": code}


def test_a_text_that_is_too_long_is_a_bug_of_ours() -> None:
    with pytest.raises(InternalError, match="from line 1 on has 20,001 characters"):
        lowered({"info": T("a" * (MAX_TEXT + 1))})


def test_a_page_without_steps_has_no_data() -> None:
    with pytest.raises(InternalError, match=r"page\.md is no procedure"):
        lower(Draft((), (), None), means())
