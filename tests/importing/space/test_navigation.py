"""The navigation of a space and its old addresses become those of the site, each page once."""

from pathlib import PurePosixPath
from typing import Any

from stepsheet.importing.links import Target
from stepsheet.importing.navigation import navigation, other_titles
from stepsheet.importing.old_addresses import redirects

TARGETS = {
    PurePosixPath("README.md"): Target("home", is_procedure=False),
    PurePosixPath("start/README.md"): Target("start", is_procedure=True),
    PurePosixPath("start/install.md"): Target("install", is_procedure=True),
    PurePosixPath("api.md"): Target("api", is_procedure=False),
}
FILES = dict.fromkeys(map(str, TARGETS), "")


def test_entries_name_guides_pages_links_and_groups(space: Any) -> None:
    summary = """\
* [Home](README.md)
* [Start](start/README.md)
  * [Install](start/install.md)

## Настройка

* [API](api.md)
* [Site](https://a.example/)

## Настройка

* [Mail](mailto:a@b.example)
"""
    assert navigation(space({**FILES, "SUMMARY.md": summary}), TARGETS) == [
        {"page": "home"},
        {"guide": "start", "entries": [{"guide": "install"}]},
        {
            "id": "nastroyka",
            "title": "Настройка",
            "entries": [{"page": "api"}, {"id": "site", "title": "Site", "link": "https://a.example/"}],
        },
        {
            "id": "nastroyka-2",
            "title": "Настройка",
            "entries": [{"id": "mail", "title": "Mail", "link": "mailto:a@b.example"}],
        },
    ]


def test_a_page_is_listed_once_and_a_group_without_entries_not_at_all(space: Any) -> None:
    summary = "* [Home](README.md)\n\n## Part\n\n* [Home again](README.md)\n  * [API](api.md)\n\n## Empty\n"
    assert navigation(space({**FILES, "SUMMARY.md": summary}), TARGETS) == [
        {"page": "home"},
        {"id": "part", "title": "Part", "entries": [{"page": "api"}]},
    ]


def test_a_page_that_is_not_imported_is_passed_over(space: Any) -> None:
    summary = "* [Home](README.md)\n* [Other](other.md)\n  * [API](api.md)\n"
    assert navigation(space({**FILES, "other.md": "", "SUMMARY.md": summary}), TARGETS) == [
        {"page": "home"},
        {"id": "other", "title": "Other", "entries": [{"page": "api"}]},
    ]


def test_levels_deeper_than_the_site_shows_follow_the_one_above(space: Any) -> None:
    pages = [f"p{number}.md" for number in range(8)]
    summary = "".join(f"{'  ' * number}* [P](p{number}.md)\n" for number in range(8))
    targets = {PurePosixPath(page): Target(page[:2], is_procedure=False) for page in pages}
    made = navigation(space({**dict.fromkeys(pages, ""), "SUMMARY.md": summary}), targets)
    for _ in range(5):
        (only,) = made
        made = only["entries"]
    assert made == [{"page": "p5"}, {"page": "p6"}, {"page": "p7"}]


def test_a_link_with_something_below_it_comes_before_it(space: Any) -> None:
    summary = "* [Site](https://a.example/)\n  * [API](api.md)\n"
    assert navigation(space({**FILES, "SUMMARY.md": summary}), TARGETS) == [
        {"id": "site", "title": "Site", "link": "https://a.example/"},
        {"page": "api"},
    ]


def test_a_title_is_markdown_that_says_it(space: Any) -> None:
    summary = "## \\_A\\_ <b>\\*1\\*</b> \u0378\n\n* [API](api.md)\n"
    assert navigation(space({**FILES, "SUMMARY.md": summary}), TARGETS) == [
        {"id": "a-1", "title": r"\_A\_ \*1\*", "entries": [{"page": "api"}]}
    ]


def test_a_title_that_differs_from_the_page_s_own_is_told(space: Any) -> None:
    made = space({**FILES, "SUMMARY.md": "* [Home](README.md)\n* [The **API**!](api.md)\n* [Begin](start/README.md)\n"})
    titles = {"#page:home": "Welcome home", "#page:api": "The API", "#guide:start": "Start"}
    assert other_titles(made, TARGETS, titles) == ("Home", "Begin")


def test_every_old_address_leads_to_what_its_page_became(space: Any) -> None:
    settings = "redirects:\n  old/home/: README.md\n  api: start/install.md\n  gone: none.md\n"
    made, lost = redirects(space({**FILES, ".gitbook.yaml": settings}), TARGETS)
    assert lost == ()
    assert made == [
        {"from": "old/home", "to": "#page:home"},
        {"from": "api", "to": "#guide:install"},
        {"from": "start", "to": "#guide:start"},
        {"from": "start/install", "to": "#guide:install"},
    ]


def test_an_address_that_stays_the_same_needs_no_redirect(space: Any) -> None:
    targets = {PurePosixPath("guides/start.md"): Target("start", is_procedure=True)}
    assert redirects(space({"guides/start.md": ""}), targets) == ([], ())


def test_an_address_that_the_site_cannot_keep_is_told(space: Any, says: Any) -> None:
    files = dict.fromkeys(["a?b.md", "contents.md", "assets/x.md", "a.html/b.md", "good page.md"], "")
    settings = "redirects:\n  100%: a?b.md\n  a.html: contents.md\n"
    targets = {PurePosixPath(name): Target(f"p{number}", is_procedure=False) for number, name in enumerate(files)}
    made, lost = redirects(space({**files, ".gitbook.yaml": settings}), targets)
    assert [entry["from"] for entry in made] == ["a.html", "good page"]
    assert says(lost) == [
        "source/.gitbook.yaml:2:3: warning[S406]: the old address '100%' is not kept: it has the character '%' in it",
        "source/a?b.md:1:1: warning[S406]: the old address 'a?b' is not kept: it has the character '?' in it",
        "source/assets/x.md:1:1: warning[S406]: the old address 'assets/x' is not kept: it is in use by the site",
        "source/contents.md:1:1: warning[S406]: the old address 'contents' is not kept: it is in use by the site",
    ]
