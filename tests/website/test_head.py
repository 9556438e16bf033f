"""What search engines, messengers and networks read in the head of a page."""

import json

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from .conftest import ADDRESS, LOCALES

GUIDE = "guides/okx-api-keys/"


def head(site, path):
    """The page and its metadata by name."""
    page = LexborHTMLParser(site.read(f"{path}index.html"))
    metas = (meta.attributes for meta in page.css("head meta[content]"))
    return page, {meta.get("property") or meta.get("name"): meta["content"] for meta in metas}


def things(page):
    return [json.loads(node.text()) for node in page.css('head script[type="application/ld+json"]')]


@pytest.mark.parametrize("prefix", LOCALES.values(), ids=LOCALES)
def test_a_guide_is_a_how_to_whose_steps_and_pictures_are_there(site, prefix):
    page, _ = head(site, prefix + GUIDE)
    (thing,) = things(page)
    assert (thing["@type"], thing["url"]) == ("HowTo", f"{ADDRESS}{prefix}{GUIDE}")
    steps = [step for section in thing["step"] for step in section["itemListElement"]]
    assert len(steps) == 11
    for step in steps:
        assert page.css_first(f'[id="{step["url"].partition("#")[2]}"]'), step["url"]
        for image in step.get("image", []):
            assert (site.root / image["url"].removeprefix(ADDRESS)).is_file(), image["url"]


@pytest.mark.parametrize("prefix", LOCALES.values(), ids=LOCALES)
@pytest.mark.parametrize(
    ("path", "card"), [(GUIDE, f"{GUIDE}card.png"), ("", "card.png"), ("categories/exchanges/", "card.png")]
)
def test_a_link_to_a_page_is_shown_with_a_card_in_its_language(site, prefix, path, card):
    _, metas = head(site, prefix + path)
    assert metas["og:image"] == f"{ADDRESS}{prefix}{card}"
    assert metas["og:url"] == f"{ADDRESS}{prefix}{path}"
    assert metas["twitter:card"] == "summary_large_image"
    assert metas["og:type"] == ("article" if path == GUIDE else "website")
    assert all(metas[name] for name in ("og:title", "og:description", "og:site_name", "og:image:alt"))
    size = (int(metas["og:image:width"]), int(metas["og:image:height"]))
    with Image.open(site.root / f"{prefix}{card}") as picture:
        assert picture.size == size


def test_a_page_that_is_no_guide_is_no_how_to(site):
    page, _ = head(site, "")
    assert things(page) == []


def test_a_missing_page_has_no_card(site):
    page = LexborHTMLParser(site.read("404.html"))
    assert page.css('meta[property^="og:"]') == []
