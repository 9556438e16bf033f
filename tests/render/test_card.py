"""The social card: its size, its words in every script, and the same bytes for the same words."""

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from stepsheet.render.card import HEIGHT, WIDTH, Card, Drawer, of_guide, of_site
from stepsheet.render.outputs import social_card

from .sheet_documents import Writer, everything, site

PLAIN = Card("en", "ltr", "Guides", "How to make tea", "Boil water and wait.", ("3 steps",))


def picture(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def drawn(card: Card) -> Image.Image:
    with Drawer() as drawer:
        return picture(drawer.card(card))


def test_a_card_has_the_size_that_networks_ask_for():
    assert drawn(PLAIN).size == (WIDTH, HEIGHT) == (1200, 630)


def test_the_same_words_give_the_same_bytes():
    with Drawer() as one, Drawer() as two:
        assert one.card(PLAIN) == two.card(PLAIN)


def test_a_card_is_kept_between_builds(tmp_path, monkeypatch):
    with Drawer(tmp_path) as drawer:
        first = drawer.card(PLAIN)
    monkeypatch.setattr(Drawer, "_drawn", lambda *_: pytest.fail("drawn again"))
    with Drawer(tmp_path) as drawer:
        assert drawer.card(PLAIN) == first


def test_other_words_are_another_card(tmp_path):
    with Drawer(tmp_path) as drawer:
        assert drawer.card(PLAIN) != drawer.card(replace(PLAIN, title="How to make coffee"))
    assert len(list(tmp_path.iterdir())) == 2


def test_a_language_that_runs_leftward_has_its_rail_on_the_right():
    rail = (80, 0, 170, HEIGHT)
    mirrored = (WIDTH - 170, 0, WIDTH - 80, HEIGHT)
    white = Image.new("RGB", (90, HEIGHT), "white")
    for card, has, has_not in (
        (PLAIN, rail, mirrored),
        (Card("ar", "rtl", "أدلة", "كيف تصنع الشاي", "اغل الماء.", ()), mirrored, rail),
    ):
        assert ImageChops.difference(drawn(card).crop(has), white).getbbox() is not None
        assert ImageChops.difference(drawn(card).crop(has_not), white).getbbox() is None


@pytest.mark.parametrize(
    ("locale", "title"),
    [("ja", "お茶のいれ方"), ("ko", "차 끓이기"), ("hi", "चाय कैसे बनाएं"), ("ru", "Как заварить чай"), ("en", "Tea ☕")],
)
def test_every_script_has_its_letters(locale, title):
    """A letter that no font has is drawn as a box: so a word of an unassigned character must look different."""
    shown, boxes = (drawn(Card(locale, "ltr", "", text, "", ())) for text in (title, "\u0378" * len(title)))
    assert ImageChops.difference(shown, boxes).getbbox() is not None


def test_a_long_title_is_cut_after_a_word_and_stays_on_the_card():
    w = Writer()
    guide = w.guide(w.section("s", "S", w.step("s.a", "Do.")), title="wordy " * 60)
    card = of_guide(guide, site(guide))
    assert card.title == f"{'wordy ' * 17}wordy…"
    below = (230, 560, WIDTH, HEIGHT)
    same = replace(card, title="short")
    assert ImageChops.difference(drawn(card).crop(below), drawn(same).crop(below)).getbbox() is None


def test_a_hostile_text_is_drawn_and_never_run():
    guide = everything()
    hostile = replace(guide, title=guide.sections[4].title)
    assert of_guide(hostile, site(guide)).title.startswith("#let x = 1; ")
    assert drawn(of_guide(hostile, site(guide))).size == (WIDTH, HEIGHT)


def test_a_guide_tells_its_steps_and_its_time():
    guide = everything()
    assert of_guide(guide, site(guide)).facts[0] == f"{len(list(guide.steps()))} steps"
    assert of_site(site(guide)).facts == ()


def test_without_an_address_there_are_no_cards():
    guide = everything()
    names = [file.path.as_posix() for file in social_card.files(site(guide))]
    assert names == ["card.png", f"guides/{guide.id}/card.png"]
    assert list(social_card.files(site(guide, url=None))) == []
