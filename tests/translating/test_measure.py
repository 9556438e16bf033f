"""How far translations are, counted."""

from typing import Any

import pytest

from stepsheet.localize.progress import Measure, total
from stepsheet.model.text import Kind
from stepsheet.model.wording import words
from stepsheet.translating.measure import measures


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Open the menu.", Kind.LINE, 3),
        ("Open `menu --all` in [the *list*](https://a.example/b)", Kind.LINE, 4),
        ("un**believ**able", Kind.LINE, 1),
        ("first<br>", Kind.PLAIN, 1),
        ("One:\n\n- two\n- three\n\n```\nnot four\n```", Kind.PROSE, 3),
        ("| Tea | Minutes |\n|---|---|\n| black | 5 |", Kind.PROSE, 4),
        ("line\nnext  \nlast", Kind.PROSE, 3),
        ("打开菜单 OKX", Kind.LINE, 5),
        ("— 100 % …", Kind.LINE, 1),
    ],
)
def test_words_are_counted_as_a_translator_counts_them(text: str, kind: Kind, number: int) -> None:
    assert words(text, kind) == number


def test_every_book_is_measured(everything: Any) -> None:
    found = measures(everything, ["en", "de"], "ru")
    assert found[0] == Measure("guides/everything", "en", ok=64, stale=3, missing=4, words_left=20)
    assert found[1] == Measure("guides/everything", "de", missing=71, words_left=found[1].words_left)
    assert [(one.book, one.percent) for one in found if one.locale == "en"] == [
        ("guides/everything", 90),
        ("guides/short", 100),
        ("pages/about", 100),
        ("pages/contact", 0),
        ("pages/prices", 0),
        ("categories", 100),
    ]
    assert total(found, "en") == Measure("all", "en", ok=72, stale=4, missing=5, words_left=43)


def test_what_is_set_aside_counts_as_an_orphan(visit: Any, read: Any) -> None:
    visit("title: {ru: Visit, en: A visit}\nold: {ru: a, en: b}\n#~ gone:\n#~   ru: a\n#~   en: b\n#~ title: {en: x}\n")
    found = measures(read({}), ["en"], "ru")
    assert [one.orphan for one in found] == [2]
