"""Addresses and ids of a built site."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stepsheet.audit.checks import anchors, author_links, links

from .conftest import Check, Workshop

RU, EN = "guides/everything/index.html", "en/guides/everything/index.html"
IDS = '<p id="tick:boil.wait" ></p><p id=""></p><p id="x"></p><p id="x"></p></footer>'
CASES: list[tuple[Check, str, str, str]] = [
    (anchors.check, RU, "</footer>", IDS),
    (links.check, RU, '<a href="#serve">разделом', '<a href="#gone">разделом'),
    (links.check, RU, 'href="checklist-a4.pdf"', 'href="Checklist-a4.pdf"'),
    (links.check, RU, '<img src="images/photo.png"', '<img src="images/g%6Fne.png"'),
    (links.check, RU, "</footer>", '<a href="http://[">x</a></footer>'),
    (links.check, RU, "</footer>", '<img srcset="images/photo.png 1x, images/big.png 2x"></footer>'),
    (links.check, "old/prices.html", "<head>", '<head><base href="https://guides.example/en/old/deep/">'),
    (links.check, "old/prices.html", "url=../pages/prices/#now", "url=../pages/price/"),
    (links.check, "404.html", 'href="/assets/images/favicon.svg"', 'href="/assets/images/icon.svg"'),
    (links.check, "guides/everything.md", "](short.md)", "](shirt.md)"),
    (links.check, "llms.txt", "https://guides.example/guides/short.md", "https://guides.example/guides/long.md"),
    (author_links.check, RU, '<a href="#boil.fill.volume">', '<a href="#boil.fill">'),
    (author_links.check, RU, '<a href="https://tea.example/">ссылкой</a>', "ссылкой"),
    (author_links.check, EN, 'href="../../guides/short/#only.look"', 'href="../../../guides/short/#only.look"'),
    (author_links.check, RU, '<a href="../../guides/short/">Короткая', '<a href="../../guides/everything/">Короткая'),
    (author_links.check, RU, 'href="https://tea.example/manual?a=1', 'href="https://tea.example/manual?a=2'),
    (author_links.check, "pages/about/index.html", 'href="../../guides/everything/#boil"', 'href="../"'),
    (author_links.check, RU, "Текст с ", 'Текст <a href="../short/">с</a> '),
    (author_links.check, "old/prices.html", '<meta http-equiv="refresh"', '<meta http-equiv="no"'),
    (author_links.check, "old/prices.html", 'url=../pages/prices/#now"', 'url=../pages/about/"'),
]


def test_what_is_built_is_right(workshop: Workshop) -> None:
    """A site as it was built raises no alarm."""
    assert workshop.audit() == ()


def test_each_address_broken_once_is_found(workshop: Workshop, golden: Callable[[Path, bytes], None]) -> None:
    """Every check says what is wrong, where the author finds it; nothing else is said."""
    golden(Path(__file__).parent / "expected" / "links.txt", workshop.tried(CASES))


@pytest.mark.parametrize("content", [b"", b"\x00\xff%PDF", b"<html", b"<svg><a xlink:href='#'>"])
def test_file_that_is_garbage_is_no_exception(workshop: Workshop, content: bytes) -> None:
    """Every kind of file in turn."""
    for path in (RU, "404.html", "old/prices.html", "guides/everything.md", "guides/everything/images/label.svg"):
        workshop.write(path, content)
    assert workshop.audit()
