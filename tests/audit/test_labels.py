"""The words that a page says with the parts of a guide: each one that is lost is told with the line of its part."""

from collections.abc import Callable
from pathlib import Path

from stepsheet.audit.checks import guide_page, lost_page, search_index, whole_pages

from .conftest import Check, Workshop

PAGE, RU, LOST = "en/guides/everything/index.html", "guides/everything/index.html", "en/404.html"
BUTTON = '<a class="ss-button" href="/en/../" hreflang="ru"'
FACTS = '<span>1 step</span></li> <li class="ss-card__progress"'
CASES: list[tuple[Check, str, str, str]] = [
    (guide_page.check, PAGE, *change)
    for change in (
        ('<a href="../../">All guides</a>', ""),
        ("Kitchen &amp; &lt;home&gt;</a>", "</a>"),
        ("<span>1 day 2 hours 30 minutes</span>", ""),
        ("<span>7 steps</span>", "<span>8 steps</span>"),
        ("November 22, 2026", "November 21, 2026"),
        ("Revision <code>", "<code>"),
        ("Checklist, PDF Letter", "Checklist"),
        ("</svg><bdi>Русский</bdi>", "</svg><bdi>Abrakadabra</bdi>"),
        ('hreflang="ru" lang="ru">', 'hreflang="ru">'),
        ("4 texts are not translated", "3 texts are not translated"),
        ("<p>Such texts are marked with a dotted line.</p>", ""),
        ("Have at hand", ""),
        ("Your answers decide which steps you need", ""),
        ('yes</span> <span class="ss-option__effect">', '</span> <span class="ss-option__effect">'),
        ('<a href="#boil.fill.pour">1.2</a>', ""),
        ("plus the sections <a", "<a"),
        ('<a href="#serve">Serve</a>, ', ""),
        ('alt="Picture without a description"', 'alt=""'),
        ("<b>Only if:</b> What do you drink from?", "What do you drink from?"),
        ("</span> or <span", "</span> <span"),
        (">Danger<", "><"),
        (">Note<", ">Warning<"),
        ("<b>What can happen:</b>", ""),
        ('<p class="ss-warning__kind" id="kind:taste">', '<p hidden id="kind:taste">'),
        ("0 of 4", "0 of 5"),
        (">Optional<", "><"),
        ('id="number:boil.fill.pour">1.2<', 'id="number:boil.fill.pour">1.3<'),
        ('<span class="ss-mark">2</span>', ""),
        ("What to enter or choose", ""),
        ('<span class="ss-field__need">required</span>', ""),
        ("<span>Choose:</span>", ""),
        ("<span>Keep it in the password manager</span>", ""),
        ('<span class="ss-example__label">Example</span>', ""),
        ("<b>Expected result:</b>", ""),
        ("<b>If it did not work:</b>", "<b>Expected result:</b>"),
        ('<span class="ss-code__language">bash</span>', ""),
        ("What you have now", ""),
        ("What to do next", ""),
        ("One step and no more.</p>", "</p>"),
        (FACTS, FACTS.replace("1", "2")),
        ("Source: <a", "<a"),
        ("Download this guide:\n", ""),
        (">JSON</a>", "></a>"),
    )
]
CASES += [
    (guide_page.check, RU, "7 шагов", "7 steps"),
    (lost_page.check, LOST, "This page does not exist</h1>", "</h1>"),
    (lost_page.check, LOST, "All guides:</p>", "All guides: Abrakadabra</p>"),
    (lost_page.check, LOST, f'{BUTTON} lang="ru"><bdi>Русский</bdi></a>', f'{BUTTON} lang="ru"></a>'),
    (lost_page.check, LOST, BUTTON, BUTTON.replace("/en/../", "/en/")),
    (whole_pages.check, LOST, "</html>", ""),
    (whole_pages.check, PAGE, "Carry it.", "Carry\0it."),
    (whole_pages.check, "old/prices.html", "</html>", "</htm"),
    (search_index.check, "en/search/search_index.json", "everything/#ss:outcome", "everything/#gone"),
    (search_index.check, "en/search/search_index.json", "guides/everything/#ss:outcome", "gone/#ss:outcome"),
]


def test_words_that_are_lost_are_told_with_the_line_of_their_part(
    workshop: Workshop, golden: Callable[[Path, bytes], None]
) -> None:
    golden(Path(__file__).parent / "expected" / "labels.txt", workshop.tried(CASES))


def test_more_words_of_the_interface_and_another_order_of_them_are_no_mistake(workshop: Workshop) -> None:
    """What a page says of itself may grow."""
    danger = '<p class="ss-warning__kind" id="kind:steam">Danger</p>'
    workshop.edit(PAGE, (danger, ""), ("<b>What can happen:</b>", f"{danger} <b>Example</b> <b>What can happen:</b>"))
    workshop.edit(PAGE, ("<b>Expected result:</b>", "<b>Expected result:</b> Expected result:"))
    assert workshop.says(guide_page.check) == []


def test_page_that_is_no_text_is_told(workshop: Workshop) -> None:
    page = workshop.read(LOST).encode()
    workshop.write(LOST, page[:300] + b"\xff" + page[301:])
    assert workshop.says(whole_pages.check) == [f"{LOST}:1:1 damaged-file: {LOST} cannot be read as HTML"]
