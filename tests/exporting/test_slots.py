"""A skeleton knows where each text of the guide stands."""

import pytest

from stepsheet.importing.flavour import Flavour
from stepsheet.importing.restore.places import places
from stepsheet.skeleton import Part, Slot, dump, load

from .trees import FORMS, restored, yaml


@pytest.mark.parametrize("locale", ["ru", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_each_text_of_a_guide_stands_in_one_place(exported, form, locale):
    for guide in ("everything", "short"):
        bones = exported(form, locale).skeleton(guide)
        texts = [key for key, place in places(bones.data).items() if place.kind and place.value]
        shown = [slot.key for slot in bones.slots if slot.last >= slot.line and slot.key in texts]
        assert sorted(shown) == sorted(texts)


@pytest.mark.parametrize("form", FORMS)
def test_each_listing_and_each_picture_stands_in_one_place(exported, form):
    bones = exported(form, "ru").skeleton("everything")
    parts = [slot.part for slot in bones.slots]
    assert parts.count(Part.CODE) == yaml(bones.data).count("code:")
    assert parts.count(Part.FILE) == yaml(bones.data).count("src: ")


@pytest.mark.parametrize("form", FORMS)
def test_a_slot_names_the_lines_of_its_text(exported, form):
    bones = exported(form, "ru").skeleton("everything")
    lines = bones.text.split("\n")
    slot = next(slot for slot in bones.slots if slot.key == "boil.fill.expect")
    assert lines[slot.line - 1 : slot.last] == ["    " * (form == "markdown") + "**Должно получиться:** Вода шумит."]
    assert slot.before == "Должно получиться:"


def test_a_skeleton_is_the_same_after_a_file(exported):
    bones = exported("gitbook", "en").skeleton("everything")
    assert load(dump(bones)) == bones
    assert isinstance(bones.slots[0], Slot)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "{", '{"format": "stepsheet-export/9"}', "[" * 100_000, '{"format": 1}']
)
def test_what_is_no_skeleton_is_none(text):
    assert load(text) is None


@pytest.mark.parametrize("form", FORMS)
def test_the_flavour_is_one_that_an_importer_reads(exported, form):
    assert Flavour(exported(form, "ru").skeleton("short").flavour)


def test_the_words_that_the_export_has_made_are_told_from_the_texts(exported):
    bones = exported("gitbook", "en").skeleton("everything")
    made = dict(restored(bones.text, bones).made)
    lines = bones.text.split("\n")
    assert made[1 + lines.index("## Before you start")] == "Before you start"
    assert made[1 + lines.index("**Expected result:** The water hums.")] == "Expected result:"
    assert "Tea" not in made.values()
