"""A site with a navigation, in one locale, without an address: its contents, and a home page that shows a few."""

import shutil
from pathlib import Path

import pytest
from tests.conftest import MKDOCS, REPOSITORY, TODAY

from stepsheet import pipeline, settings
from stepsheet.audit.checks import guide_page, site_lists, sitemap

from .conftest import Site, Workshop

GUIDE = (
    "title: Guide {0}\nsummary: About {0}.\nsections:\n  - id: all\n    title: All\n    steps: [{{id: go, do: Go.}}]\n"
)
NAVIGATION = "navigation:\n  - {{page: about}}\n  - id: many\n    title: Many\n    entries: [{}]\n"
MANY = 8


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Eight guides in one group of the navigation, one outside it, and a page."""
    root = tmp_path_factory.mktemp("large").resolve()
    text = MKDOCS.format(overrides=REPOSITORY / "overrides").replace(
        "        ru: {site_name: Тест, site_description: Проверка}\n", ""
    )
    files = {f"guides/guide-{number}/guide.yml": GUIDE.format(number) for number in range(MANY + 1)}
    entries = ", ".join(f"{{guide: guide-{number}}}" for number in range(MANY))
    files |= {"navigation.yml": NAVIGATION.format(entries), "pages/about.en.md": "---\ntitle: About\n---\nText.\n"}
    for name, content in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    loaded = settings.load(root / "mkdocs.yml")
    made = pipeline.build(loaded, TODAY, locales=loaded.locales, way=pipeline.Way(audited=False))
    assert made.site_dir
    return Site(loaded, pipeline.check(loaded, TODAY).content)


@pytest.fixture
def workshop(large: Site, tmp_path: Path) -> Workshop:
    """A copy of the site."""
    shutil.copytree(large.settings.site_dir, tmp_path / "site")
    return Workshop(large, (tmp_path / "site").resolve())


def test_site_with_a_navigation_raises_no_alarm(workshop: Workshop) -> None:
    """Two guides are behind the link to the contents; a sitemap is not wanted."""
    assert not workshop.says(sitemap.check)
    assert workshop.audit() == ()


def test_guide_outside_the_contents_is_found(workshop: Workshop) -> None:
    """One that is left out, one that stands before its neighbour."""
    seventh, eighth = (f'<a href="../guides/guide-{number}/">Guide {number}</a>' for number in (6, 7))
    workshop.change("contents/index.html", seventh, "@here@")
    workshop.change("contents/index.html", eighth, seventh)
    workshop.change("contents/index.html", "@here@", eighth)
    workshop.change("contents/index.html", '<a href="../guides/guide-8/">', "<a>")
    place = "content/guides/guide-6/guide.yml:1:1"
    assert workshop.says(site_lists.check) == [
        f"{place} out-of-order: contents/index.html has the entry 'guides/guide-6/' at another place than the guide",
        "content/guides/guide-8/guide.yml:1:1 wrong-list: contents/index.html does not list guides/guide-8/",
    ]


def test_guide_that_no_list_leads_to_is_found(workshop: Workshop) -> None:
    """The home page must lead to the contents when it shows not all of a group."""
    workshop.write("index.html", workshop.read("index.html").replace('href="contents/', 'href="about/'))
    assert workshop.says(site_lists.check) == [
        f"content/guides/guide-{number}/guide.yml:1:1 wrong-list: index.html does not list guides/guide-{number}/"
        for number in (6, 7)
    ]


def test_way_to_a_guide_and_on_from_it_is_told_when_it_is_lost(workshop: Workshop) -> None:
    """The group it stands in, and the guides before and after it."""
    page, place = "guides/guide-1/index.html", "content/guides/guide-1/guide.yml:1:1 lost-text"
    around = (
        '<span>Previous</span> <b>Guide 0</b></a> <a class="ss-around__after" rel="next" href="../../guides/guide-2/"'
    )
    workshop.edit(
        page, ("Many</a></li>", "</a></li>"), ("<b>Guide 2</b>", "<b></b>"), (around, around.split("</a>")[1])
    )
    assert workshop.says(guide_page.check) == [
        f'{place}: {page} does not say "Previous" with the guide',
        f"{place}: {page} does not show 'title': \"Guide 0\"",
        f"{place}: {page} does not show 'title': \"Guide 2\"",
        f"{place}: {page} does not show 'title': \"Many\"",
    ]
