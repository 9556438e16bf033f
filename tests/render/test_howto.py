"""A guide in the vocabulary of schema.org: well formed, complete, and harmless inside a script element."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from stepsheet.localize.document import Condition
from stepsheet.model.terms import WarningKind
from stepsheet.render.howto import duration, howto, script

from .sheet_documents import Writer, everything, site

VOCABULARY = yaml.safe_load((Path(__file__).parent / "schema_org.yml").read_text(encoding="utf-8"))
VALUES = {
    "Text": lambda value: isinstance(value, str) and value.strip() != "",
    "URL": lambda value: isinstance(value, str) and urlsplit(value).scheme == "https",
    "Integer": lambda value: isinstance(value, int) and value > 0,
    "Duration": lambda value: (
        isinstance(value, str) and bool(re.fullmatch(r"P(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?", value))
    ),
}


def kinds(name: str) -> set[str]:
    """A type and all that it is a kind of."""
    return {name}.union(*(kinds(parent) for parent in VOCABULARY["types"][name]))


def faults(thing: dict, place: str = "") -> Iterator[str]:
    """What is wrong with a thing by the vocabulary."""
    types = kinds(thing["@type"])
    for key, value in thing.items():
        if key.startswith("@"):
            continue
        known = VOCABULARY["properties"].get(key)
        if known is None or not types & set(known["of"]):
            yield f"{place}/{key}: no property of {thing['@type']}"
            continue
        for index, one in enumerate(value if isinstance(value, list) else [value]):
            yield from value_faults(one, known["is"], f"{place}/{key}[{index}]")


def value_faults(value: object, expected: list[str], place: str) -> Iterator[str]:
    if isinstance(value, dict):
        if not kinds(value["@type"]) & set(expected):
            yield f"{place}: {value['@type']} is none of {expected}"
        yield from faults(value, place)
    elif not any(VALUES[kind](value) for kind in expected if kind in VALUES):
        yield f"{place}: {value!r} is none of {expected}"


def texts(thing: dict) -> list[str]:
    """What a step says, in order."""
    return [part["text"] for part in thing["itemListElement"]]


def test_every_type_and_property_is_one_of_the_vocabulary():
    guide = everything()
    thing = howto(guide, site(guide), "https://guides.example.org/guides/everything/card.png")
    assert thing["@context"] == "https://schema.org"
    assert list(faults(thing)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"totalTime": "10 minutes"}, "/totalTime[0]: '10 minutes' is none of ['Duration']"),
        ({"supply": "x"}, "/supply: no property of HowTo"),
        ({"step": [{"@type": "HowToTip", "text": "x"}]}, "/step[0]: HowToTip is none of ['HowToSection', 'HowToStep']"),
    ],
)
def test_what_the_vocabulary_does_not_know_is_found(change, fault):
    guide = everything()
    assert list(faults(howto(guide, site(guide)) | change)) == [fault]


def test_every_step_of_the_guide_is_there_in_order_and_leads_to_its_place():
    guide = everything()
    steps = [step for section in howto(guide, site(guide))["step"] for step in section["itemListElement"]]
    own = [step for section in guide.sections for step in section.steps]
    assert [step["url"].partition("#")[2] for step in steps] == [step.anchor for step in own]
    assert [step["position"] for step in steps] == [int(step.number) for step in own]


def test_a_warning_stands_before_what_it_warns_of():
    w = Writer()
    first = w.step("a.s", "Press.", "1", warnings=(w.warning("a.s.w", WarningKind.NOTE, "Own."),))
    section = w.section("a", "A", first, warnings=(w.warning("a.w", WarningKind.CAUTION, "Of the section."),))
    guide = w.guide(section, warnings=(w.warning("g", WarningKind.DANGER, "Of the guide."),))
    (step,) = howto(guide, site(guide))["step"][0]["itemListElement"]
    assert texts(step) == ["Danger: Of the guide.", "Caution: Of the section.", "Note: Own.", "Press."]


def test_a_direction_says_for_whom_it_is():
    w = Writer()
    one, two = (Condition(name, w.text(name, f"{name}?"), w.choices(name, "yes")) for name in ("One", "Two"))
    inner = w.step("a.s.i", "Turn.", "1.1")
    section = w.section("a", "A", w.step("a.s", "Press.", "1", conditions=(two,), steps=(inner,)), conditions=(one,))
    guide = w.guide(section)
    (step,) = howto(guide, site(guide))["step"][0]["itemListElement"]
    assert texts(step) == ["Only if: One? — yes; Two? — yes. Press.", "Only if: One? — yes; Two? — yes. Turn."]


def test_no_text_can_end_the_script_it_stands_in():
    guide = replace(everything(), title=Writer().text("title", r"\</script>\<script>alert(1)\</script> & \<!--"))
    written = script(howto(guide, site(guide)))
    assert not re.search("[<>&]", written)
    assert json.loads(written)["name"] == "</script><script>alert(1)</script> & <!--"


def test_without_an_address_places_are_relative_to_the_page():
    guide = everything()
    thing = howto(guide, site(guide, url=None))
    assert "url" not in thing
    assert thing["step"][0]["itemListElement"][0]["url"] == "#hazards.go"


@pytest.mark.parametrize(
    ("time", "written"),
    [
        (timedelta(minutes=10), "PT10M"),
        (timedelta(hours=2), "PT2H"),
        (timedelta(days=2), "P2D"),
        (timedelta(days=1, hours=2, minutes=30, seconds=5), "P1DT2H30M5S"),
        (timedelta(0), "PT0S"),
    ],
)
def test_a_duration_is_written_as_the_standard_says(time, written):
    assert duration(time) == written
