"""Whatever is broken in a guide's page is found, and the finding leads to the author's line."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from stepsheet.audit.checks import guide_page

from .conftest import Workshop

PAGE = "en/guides/everything/index.html"
CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("guide_page.yml").read_text(encoding="utf-8").replace("PAGE", PAGE)
)


def test_a_site_as_it_was_built_is_clean(workshop: Workshop) -> None:
    assert workshop.told() == []


def test_a_page_that_is_not_there_is_told(workshop: Workshop) -> None:
    (workshop.root / PAGE).unlink()
    message = f"guide.yml:1:1 lost-file: {PAGE} is not in the site: the page of this guide"
    assert message in told(workshop)


@pytest.mark.parametrize("garbage", [b"", b"\0\xff<article", b"<article>" * 3000], ids=["empty", "bytes", "deep"])
def test_a_page_that_is_none_is_told_and_breaks_nothing(garbage: bytes, workshop: Workshop) -> None:
    workshop.write(PAGE, garbage)
    title = "guide.yml:1:8 lost-text: {} does not show 'title': \"Everything `at once` & *in order*\""
    assert title.format(PAGE) in told(workshop)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_what_is_broken_is_told_with_its_line(case: dict[str, Any], workshop: Workshop) -> None:
    """Each case is one change of the page, and every finding about it."""
    workshop.edit(PAGE, (case["old"], case.get("new", "")))
    assert told(workshop) == case["says"]


def told(workshop: Workshop) -> list[str]:
    """What the check of guide pages finds, without those of boxes and links."""
    found = workshop.says(guide_page.check)
    return [line.removeprefix("content/guides/everything/") for line in found if PAGE in line]


def stretch(page: str, begin: str, end: str) -> str:
    """A piece of a page from one string up to another."""
    return page[page.index(begin) : page.index(end, page.index(begin))]


def test_a_warning_after_its_action_is_told(workshop: Workshop) -> None:
    page = workshop.read(PAGE)
    warning = stretch(
        page, '<div class="ss-warning ss-warning--note" id="boil.fill.cold"', '<div class="ss-step__row">'
    )
    do = stretch(page, '<p class="ss-do"><label for="tick:boil.fill"', '<div class="ss-prose">')
    workshop.edit(PAGE, (warning, ""), (do, do + warning))
    assert told(workshop) == [
        f"guide.yml:57:18 out-of-order: {PAGE} has the warning 'boil.fill.cold' after the action that it warns of"
    ]


def test_a_warning_after_the_steps_of_its_section_is_told(workshop: Workshop) -> None:
    page = workshop.read(PAGE)
    warning = stretch(page, '<div class="ss-warning ss-warning--caution" id="boil.lid"', '<div class="ss-told">')
    end = stretch(page, '</ol> </div>\n\n<h2 id="serve"', 'id="serve"')
    workshop.edit(PAGE, (warning, ""), (end, end.replace("</ol> ", f"</ol> {warning}")))
    assert told(workshop) == [
        f"guide.yml:52:14 out-of-order: {PAGE} has the warning 'boil.lid' after the action that it warns of"
    ]


def test_a_step_in_another_section_is_told(workshop: Workshop) -> None:
    page = workshop.read(PAGE)
    step = stretch(page, '<li class="ss-step" id="clean.wash">', " </ol>")
    other = '<li class="ss-step" id="serve.carry">'
    workshop.edit(PAGE, (step, ""), (other, step + other))
    assert told(workshop) == [
        f"guide.yml:109:14 out-of-order: {PAGE} has the step 'clean.wash' at another place than the guide"
    ]


def test_steps_in_another_order_are_told(workshop: Workshop) -> None:
    page = workshop.read(PAGE)
    step = stretch(page, '<li class="ss-step" id="boil.wait">', " </ol>")
    other = '<li class="ss-step" id="boil.fill">'
    workshop.edit(PAGE, (step, ""), (other, step + other))
    assert told(workshop) == [
        f"guide.yml:88:13 out-of-order: {PAGE} has the step 'boil.wait' at another place than the guide"
    ]


def test_a_step_that_is_lost_is_told(workshop: Workshop) -> None:
    step = stretch(workshop.read(PAGE), '<li class="ss-step" id="clean.wash">', " </ol>")
    workshop.edit(PAGE, (step, ""))
    assert told(workshop) == [f"guide.yml:109:14 lost-text: {PAGE} does not have the step 'clean.wash'"]
