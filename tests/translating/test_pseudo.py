"""A pseudo-translation is longer, marked and accented, and its markup, links and code are those of the source."""

from typing import Any

import pytest

from stepsheet.model import alike
from stepsheet.model.text import Kind
from stepsheet.translating.pseudo import accented, mirrored, translated


@pytest.mark.parametrize(
    ("text", "kind", "made"),
    [
        ("Open the menu", Kind.PLAIN, "⟦Óópééñ ťĥéé mééñúú⟧"),
        ("**Open** `menu` in [it](#step:a.b).", Kind.LINE, "**⟦Óópééñ** `menu` ííñ [ííť⟧](#step:a.b)."),
        ("un**do**", Kind.LINE, "⟦úúñ**đóó⟧**"),
        ("See <https://a.example/> &amp; go", Kind.LINE, "⟦Šéééé <https://a.example/> &amp; ğóó⟧"),
        ("A\n\n- b\n\n```\ncode\n```\n", Kind.PROSE, "⟦Áá\n\n- b⟧\n\n```\ncode\n```\n"),
        ("Привет", Kind.LINE, "⟦Прӥӥвӗӗт⟧"),
        ("Open {host} now", Kind.PLAIN, "⟦Óópééñ {host} ñóóŵ⟧"),
        ("Open {host} now", Kind.LINE, "⟦Óópééñ {host} ñóóŵ⟧"),
        ("100 %", Kind.LINE, "100 %"),
    ],
)
def test_letters_change_and_markup_does_not(text: str, kind: Kind, made: str) -> None:
    assert translated(text, kind, accented) == made


@pytest.mark.parametrize("letters", [accented, mirrored])
def test_every_text_of_the_guide_that_uses_every_feature_keeps_its_shape(everything: Any, letters: Any) -> None:
    messages = everything.by_id["everything"].messages
    before = after = 0
    for message in messages:
        made = translated(message.text, message.kind, letters)
        for compare in (alike.targets, alike.code, alike.placeholders, alike.numbers, alike.bold):
            assert list(compare(message.text, made, message.kind)) == []
        assert (made == message.text) == (not any(letter.isalpha() for letter in message.text)), message.key
        assert "⟦" in made
        before += len(message.text)
        after += len(made)
    assert 1.25 < after / before < 1.6


def test_mirrored_letters_run_from_right_to_left() -> None:
    made = mirrored("Open menu 10")
    assert all("\u0600" <= letter <= "\u06ff" for letter in made if letter.isalpha())
    assert "10" in made
