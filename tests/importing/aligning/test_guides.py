"""A guide and a draft in another language."""

from typing import Any

import pytest

from stepsheet.importing.aligning import align
from stepsheet.importing.draft import Line, Prose, Src
from stepsheet.importing.tree import Link, Listing, Paragraph, Words


def line(text: str) -> Line:
    return Line(1, (Words(text),))


def prose(text: str) -> Prose:
    return Prose(1, (Paragraph(1, (Words(text),)),))


GUIDE: dict[str, Any] = {
    "title": "Сброс",
    "summary": "Как сбросить.",
    "source": {"title": "Книга", "url": "https://example.org/"},
    "sections": [
        {
            "id": "nachalo",
            "title": "Начало",
            "steps": [
                {"id": "voydite", "do": "Войдите.", "images": [{"id": "menu", "src": "menu.png", "alt": "Меню"}]},
                {
                    "id": "nazhmite",
                    "do": "Нажмите.",
                    "body": [
                        {"id": "pochemu", "text": "Почему."},
                        {"id": "komanda", "code": {"language": "sh", "text": "reset"}},
                    ],
                },
            ],
        }
    ],
}


def draft(**changes: Any) -> dict[str, Any]:
    """The same guide in English, with other ids."""
    first = {
        "id": "sign-in",
        "do": line("Sign in."),
        "images": [{"id": "menu", "src": Src(1, "a/Menu.png"), "alt": "Menu"}],
    }
    second = {
        "id": "press",
        "do": line("Press."),
        "body": [{"id": "why", "text": prose("Why.")}, {"id": "command", "code": {"text": "reset", "language": "sh"}}],
    }
    section = {"id": "start", "title": line("Start"), "steps": [first, second]}
    return {"title": line("Reset"), "summary": line("How to."), "sections": [section], **changes}


def test_every_text_of_a_twin_is_paired_under_the_id_path_of_the_guide() -> None:
    made = align(GUIDE, draft())
    assert [(pair.key, pair.source) for pair in made.pairs] == [
        ("title", "Сброс"),
        ("summary", "Как сбросить."),
        ("nachalo.title", "Начало"),
        ("nachalo.voydite.do", "Войдите."),
        ("nachalo.voydite.menu.alt", "Меню"),
        ("nachalo.nazhmite.do", "Нажмите."),
        ("nachalo.nazhmite.pochemu.text", "Почему."),
    ]
    assert made.pairs[3].leaf == line("Sign in.")
    assert made.alone == ()


def test_what_the_draft_does_not_say_is_listed() -> None:
    assert align(GUIDE, draft()).untranslated == ("source.title",)


def test_the_ids_of_the_draft_lead_to_those_of_the_guide() -> None:
    assert align(GUIDE, draft()).ids == {
        "start": "nachalo",
        "start.sign-in": "nachalo.voydite",
        "start.sign-in.menu": "nachalo.voydite.menu",
        "start.press": "nachalo.nazhmite",
        "start.press.why": "nachalo.nazhmite.pochemu",
        "start.press.command": "nachalo.nazhmite.komanda",
    }


def test_a_step_too_many_stands_alone_and_those_with_marks_are_paired_all_the_same() -> None:
    twin = draft()
    twin["sections"][0]["steps"].insert(1, {"id": "wait", "do": line("Wait.")})
    made = align(GUIDE, twin)
    assert made.alone == (line("Wait."),)
    assert "nachalo.nazhmite.do" in [pair.key for pair in made.pairs]


def test_a_step_too_many_in_a_list_without_marks_leaves_the_whole_list_alone() -> None:
    guide = {
        **GUIDE,
        "sections": [{"id": "a", "title": "А", "steps": [{"id": "b", "do": "Б."}, {"id": "c", "do": "В."}]}],
    }
    steps = [{"id": word, "do": line(word)} for word in ("one", "two", "three")]
    made = align(guide, draft(sections=[{"id": "a", "title": line("A"), "steps": steps}]))
    assert made.alone == (line("one"), line("two"), line("three"))
    assert made.untranslated == ("source.title", "a.b.do", "a.c.do")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            {"info": "Откройте https://example.org/x."},
            {"info": Prose(1, (Paragraph(1, (Link("https://example.org/x", (Words("it"),)),)),))},
        ),
        ({"body": [{"id": "a", "code": {"text": "a  b"}}]}, {"info": Prose(1, (Listing(1, "a b"),))}),
    ],
    ids=["an address", "a listing"],
)
def test_parts_are_held_together_by_what_nobody_translates(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    guide = {
        **GUIDE,
        "sections": [{"id": "a", "title": "А", "steps": [{"id": "b", "do": "Б."}, {"id": "c", "do": "В.", **ours}]}],
    }
    made = align(
        guide, draft(sections=[{"id": "a", "title": line("A"), "steps": [{"id": "x", "do": line("It."), **theirs}]}])
    )
    assert ("a.c.do", line("It.")) in [(pair.key, pair.leaf) for pair in made.pairs]
