"""Boxes, pictures, heads, requests and files of a built site."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stepsheet.audit.checks import figures, files, page_language, picture_files, requests, tick_boxes, twins

from .conftest import Check, Workshop

RU, EN = "guides/everything/index.html", "en/guides/everything/index.html"
CASES: list[tuple[Check, str, str, str]] = [
    (tick_boxes.check, RU, 'data-ss-tick="boil.fill"', 'data-ss-tick="boil.wait"'),
    (tick_boxes.check, RU, 'type="checkbox" id="tick:boil.fill"', 'type="text" id="tick:boil.fill"'),
    (tick_boxes.check, RU, '<label for="tick:boil.wait"', '<label for="tick:boil.fill"'),
    (tick_boxes.check, RU, '"number:boil.wait do:boil.wait"', '"number:boil.wait do:boil.fill"'),
    (tick_boxes.check, RU, '"number:boil.wait do:boil.wait"', '"number:boil.wait do:boil.gone"'),
    (tick_boxes.check, RU, '<input class="ss-tick__box"', '<input disabled class="ss-tick__box"'),
    (tick_boxes.check, RU, "</footer>", '<input type="checkbox"></footer>'),
    (tick_boxes.check, EN, "</label></p>", "!!! more</label></p>"),
    (figures.check, RU, '<img src="images/photo.png"', '<img src="images/label.svg"'),
    (figures.check, RU, "left:10.0%;top:20.5%", "left:11%;top:20.5%"),
    (figures.check, RU, "left:90.0%;top:50.0%", "left:x%;top:20.5%"),
    (figures.check, "pages/about/index.html", '<img src="../images/photo.png"', '<img src="../../404.html"'),
    (figures.check, "pages/about/index.html", 'zoom" href="../images/photo.png"', 'zoom" href="../../404.html"'),
    (picture_files.check, "en/guides/everything/images/label.svg", "</svg>", "<rect/></svg>"),
    (picture_files.check, "en/guides/everything/images/label.svg", "</text>", "s</text>"),
    (picture_files.check, "guides/everything/images/label.svg", "</svg>", ""),
    (picture_files.check, "assets/images/favicon.svg", "viewBox", "box"),
    (page_language.check, EN, '<html lang="en"', '<html lang="ru"'),
    (page_language.check, EN, 'dir="ltr"', 'dir="rtl"'),
    (page_language.check, "404.html", '<html lang="ru"', "<html"),
    (page_language.check, "old/prices.html", ' dir="ltr"', ""),
    (page_language.check, EN, "<title>", "<title>Not "),
    (page_language.check, RU, '<meta name="description" content="', '<meta name="description" content="О: '),
    (page_language.check, "index.html", '<meta name="description"', '<meta name="about"'),
    (
        twins.check,
        EN,
        'rel="canonical" href="https://guides.example/en',
        'rel="canonical" href="https://guides.example',
    ),
    (twins.check, EN, 'hreflang="ru" href="https://guides.example/guides/everything/"', 'hreflang="ru" href="../"'),
    (twins.check, EN, 'rel="alternate " hreflang="x-default"', 'rel="other" hreflang="x-default"'),
    (twins.check, EN, 'rel="alternate " hreflang="ru"', 'rel="alternate " hreflang="fr"'),
    (twins.check, "old/prices.html", "https://guides.example/pages/prices/", "https://guides.example/pages/about/"),
    (requests.check, RU, "</footer>", '<img src="https://cdn.example/a.png"></footer>'),
    (requests.check, RU, "</footer>", '<iframe src="//cdn.example/"></iframe></footer>'),
    (requests.check, RU, "</footer>", '<form action="https://cdn.example/"></form></footer>'),
    (requests.check, RU, "</footer>", '<p style="background:u\\72l(https://cdn.example/b.png)"></p></footer>'),
    (requests.check, RU, "</footer>", '<a href="java\nscript:alert(1)">x</a></footer>'),
    (requests.check, RU, "</footer>", '<a href="data:text/html,x">x</a></footer>'),
    (requests.check, RU, "</footer>", '<svg/onload="alert(1)"></svg></footer>'),
    (requests.check, RU, "</footer>", '<svg><image xlink:href="https://cdn.example/c.png"/></svg></footer>'),
    (requests.check, RU, "<head>", '<head><link rel="preload stylesheet" href="https://cdn.example/d.css">'),
    (requests.check, RU, "<head>", '<head><meta http-equiv="Refresh" content="5;url=https://cdn.example/">'),
    (requests.check, RU, "</footer>", "<script>fetch('https://cdn.example/e')</script></footer>"),
    (requests.check, "assets/stylesheets/stepsheet.css", "", '@import "https://cdn.example/f.css";'),
    (requests.check, "assets/stylesheets/stepsheet.css", "", "p{background:url(gone.png)}"),
    (requests.check, "assets/javascripts/stepsheet.js", "", 'navigator.sendBeacon("https://cdn.example/g");'),
]
GONE = [
    RU,
    "en/guides/short.md",
    "en/guides/everything/checklist-a4.pdf",
    "guides/everything/images/line.svg",
    "404.html",
]
GONE += [
    "en/pages/about.md",
    "pages/images/photo.png",
    "categories/kitchen/index.html",
    "old/prices.html",
    "sitemap.xml",
]
GONE += ["en/search/search_index.json", "en/llms.txt", "en/index.html", "guides/short.json"]


def test_each_thing_broken_once_is_found(workshop: Workshop, golden: Callable[[Path, bytes], None]) -> None:
    """Every check says what is wrong, where the author finds it; nothing else is said."""
    golden(Path(__file__).parent / "expected" / "pages.txt", workshop.tried(CASES))


def test_file_that_is_gone_empty_or_too_much_is_found(
    workshop: Workshop, golden: Callable[[Path, bytes], None]
) -> None:
    """Every kind of file that the content asks for, and what it does not ask for."""
    for path in GONE:
        workshop.remove(path)
    workshop.write("guides/short/index.html", " ")
    for path in (
        "guides/gone/index.html",
        "en/pages/gone.md",
        "fr/guides/short/index.html",
        "assets/own/guides/a.html",
    ):
        workshop.write(path, "x")
    golden(Path(__file__).parent / "expected" / "files.txt", "\n".join(workshop.says(files.check)).encode())


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n", b"<svg", b"<!DOCTYPE html><title>x</title>"])
def test_picture_that_does_not_open_is_found(workshop: Workshop, data: bytes) -> None:
    """A picture cut off, or no picture at all, in either form."""
    for path in ("en/guides/everything/images/photo.png", "en/guides/everything/images/label.svg"):
        workshop.write(path, data)
    said = [line.rpartition(": ")[2] for line in workshop.says(picture_files.check)]
    is_svg = data == b"<!DOCTYPE html><title>x</title>"
    assert said == (
        ["the picture is empty", "the picture is empty"]
        if not data
        else ["the picture does not decode", "the drawing is not XML"]
        if not is_svg
        else ["the picture does not decode", "the drawing begins with <title>, not with <svg>"]
    )
