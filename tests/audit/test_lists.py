"""The lists of pages: home, categories, llms.txt, search index, sitemap."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from stepsheet.audit.checks import llms_text, search_index, site_lists, sitemap

from .conftest import Check, Workshop

HOME, KITCHEN, LLMS, FULL = "en/index.html", "en/categories/kitchen/index.html", "en/llms.txt", "en/llms-full.txt"
SEARCH, MAP = "en/search/search_index.json", "sitemap.xml"
SHORT = '<a href="guides/short/">A short guide</a>'
ENTRY = "- [A short guide](https://guides.example/en/guides/short.md): One step and no more.\n"
LOC = "<loc>https://guides.example/en/guides/short/</loc>"
TWIN = '<xhtml:link rel="alternate" hreflang="en" href="https://guides.example/en/pages/about/"/>'
CASES: list[tuple[Check, str, str, str]] = [
    (site_lists.check, HOME, SHORT, "A short guide"),
    (site_lists.check, HOME, SHORT, SHORT * 2),
    (site_lists.check, HOME, SHORT, '<a href="guides/gone/">A short guide</a>'),
    (site_lists.check, HOME, SHORT, '<a href="../guides/short/">A short guide</a>'),
    (site_lists.check, HOME, SHORT, '<a href="guides/short/">A long guide</a>'),
    (site_lists.check, KITCHEN, '<a href="../../guides/everything/">', "<a>"),
    (site_lists.check, KITCHEN, '<a href="../../guides/everything/">', '<a href="../../guides/short/">'),
    (site_lists.check, KITCHEN, '__summary">All that boils.', '__summary">All that burns.'),
    (llms_text.check, LLMS, ENTRY, ""),
    (llms_text.check, LLMS, ENTRY, ENTRY * 2),
    (llms_text.check, LLMS, ENTRY, ENTRY.replace("/en/", "/")),
    (llms_text.check, LLMS, ENTRY, ENTRY.replace("One step", "Two steps")),
    (llms_text.check, LLMS, " _(translation out of date)_", ""),
    (llms_text.check, FULL, "**Carry it.**", "**Bring it.**"),
    (llms_text.check, FULL, "# A short guide", "# Another guide\n\n# A short guide"),
    (search_index.check, SEARCH, '"location":"guides/short/"', '"location":"guides/gone/"'),
    (search_index.check, SEARCH, '"location":"guides/short/#only"', '"location":"guides/short/#gone"'),
    (search_index.check, SEARCH, "Carry it.", "Bring it."),
    (sitemap.check, MAP, LOC, ""),
    (sitemap.check, MAP, LOC, LOC.replace("short", "gone")),
    (sitemap.check, MAP, TWIN, ""),
    (sitemap.check, MAP, TWIN, TWIN.replace("/en/", "/ru/")),
    (sitemap.check, MAP, 'hreflang="x-default"', 'hreflang="fr"'),
    (sitemap.check, MAP, "</urlset>", "<url><loc>https://guides.example/guides/short/</loc></url></urlset>"),
]


def test_list_broken_in_one_place_is_found(workshop: Workshop, golden: Callable[[Path, bytes], None]) -> None:
    """What is left out, listed twice, strange or misnamed."""
    golden(Path(__file__).parent / "expected" / "lists.txt", workshop.tried(CASES))


@pytest.mark.parametrize("content", [b"\xff\x00", b"<html", b'{"docs": 5}', b'{"docs": [5]}', b"[]"])
def test_garbage_is_no_exception(workshop: Workshop, content: bytes) -> None:
    """Every list in turn."""
    for path in (HOME, KITCHEN, LLMS, FULL, SEARCH, MAP):
        workshop.write(path, content)
    said = [line for check in (site_lists, llms_text, search_index, sitemap) for line in workshop.says(check.check)]
    unread = "damaged-file: en/search/search_index.json cannot be read as a search index"
    assert f"en/search/search_index.json:1:1 {unread}" in said
    assert "sitemap.xml:1:1 damaged-file: sitemap.xml cannot be read as XML" in said


def test_empty_search_index_names_every_page(workshop: Workshop) -> None:
    """One finding a page, none for what its guide would say."""
    workshop.change_data(SEARCH, docs=[])
    said = workshop.says(search_index.check)
    assert [re.sub(r".* does not list ", "", line) for line in said] == [
        "categories/kitchen/",
        "guides/everything/",
        "guides/short/",
        "pages/about/",
        "pages/contact/",
        "pages/prices/",
        "the home page",
        "translations/",
    ]
