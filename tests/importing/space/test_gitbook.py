"""A GitBook source becomes a space: its pages, its navigation in order, its redirects, all other files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stepsheet.errors import UserError
from stepsheet.importing.importer import importers

SUMMARY = """\
# Table of contents

* [Welcome](README.md)
* [Getting *started*](start/README.md "First steps")
  * [Install](<start/in stall.md>)
    * [Windows](start/windows.md#top)
* [Shop](https://shop.example/)

## Advanced <a href="#advanced" id="advanced"></a>

* Without a page
  1. [API](api.md)
* [Gone](gone.md)
  * [Below the gone one](below.md)
* [Gone for good](gone-too.md)

***

* [Loose](loose.md)
"""
PAGES = ["README.md", "api.md", "below.md", "loose.md", "start/README.md", "start/in stall.md", "start/windows.md"]


def test_pages_are_read_in_order_and_named_from_where_people_are(space: Any) -> None:
    made = space({**dict.fromkeys(PAGES, "# Page\n"), "SUMMARY.md": SUMMARY})
    assert [page.path.as_posix() for page in made.pages] == PAGES
    assert made.pages[0].source.name == "source/README.md"
    assert made.pages[0].source.text == "# Page\n"


def test_the_navigation_has_parts_titles_links_and_what_hangs_below_a_lost_page(space: Any, drawn: Any) -> None:
    made = space({**dict.fromkeys(PAGES, ""), "SUMMARY.md": SUMMARY})
    assert drawn(made.navigation) == (
        """\
Welcome -> README.md
First steps -> start/README.md
  Install -> start/in stall.md
    Windows -> start/windows.md
Shop -> https://shop.example/
Advanced
  Without a page
    API -> api.md
  Gone
    Below the gone one -> below.md
Loose -> loose.md"""
    )


def test_a_line_of_the_navigation_without_its_page_is_reported_with_the_words_that_are_lost(
    space: Any, says: Any
) -> None:
    made = space({**dict.fromkeys(PAGES, ""), "SUMMARY.md": SUMMARY})
    assert says(made.entries) == [
        "source/SUMMARY.md:13:10: warning[S406]: the navigation names 'gone.md', which is no page of the source",
        "source/SUMMARY.md:15:19: warning[S406]: the navigation names 'gone-too.md', which is no page of the source",
    ]
    assert [entry.text for entry in made.entries] == ["", "Gone for good"]


def test_a_page_that_the_navigation_does_not_list_is_imported_with_a_hint(space: Any, says: Any) -> None:
    made = space({"README.md": "", "draft.md": "", "SUMMARY.md": "* [Home](README.md)\n"})
    assert [page.path.as_posix() for page in made.pages] == ["README.md", "draft.md"]
    assert says(made.entries) == [
        "source/draft.md:1:1: hint[S418]: the page is imported although SUMMARY.md does not list it"
    ]


def test_a_source_without_navigation_is_listed_by_its_folders(space: Any, drawn: Any) -> None:
    made = space(dict.fromkeys(["README.md", "b.md", "a.md", "sub/index.md", "sub/c.md", "bare/d.md"], ""))
    assert drawn(made.navigation) == (
        "- -> README.md\n- -> a.md\n- -> b.md\nbare\n  - -> bare/d.md\n- -> sub/index.md\n  - -> sub/c.md"
    )


def test_the_settings_name_the_root_the_navigation_and_the_redirects(space: Any, drawn: Any, says: Any) -> None:
    settings = """\
root: ./docs/
structure:
  summary: ./contents/list.md
redirects:
  old/home: README.md
  /moved/: ./new/place.md
  lost: gone.md
"""
    made = space(
        {
            ".gitbook.yaml": settings,
            "docs/README.md": "",
            "docs/new/place.md": "",
            "docs/contents/list.md": "* [Home](../README.md)\n* [Place](/new/place.md)\n",
            "other/README.md": "",
            "shared.png": b"x",
        }
    )
    assert [page.path.as_posix() for page in made.pages] == ["README.md", "new/place.md"]
    assert drawn(made.navigation) == "Place -> new/place.md"
    assert {redirect.old: redirect.new.as_posix() for redirect in made.redirects} == {
        "old/home": "README.md",
        "moved": "new/place.md",
    }
    assert "../shared.png" in [path.as_posix() for path in made.files]


def test_a_redirect_without_its_page_is_reported_where_it_is_written(space: Any, says: Any) -> None:
    made = space({".gitbook.yaml": "redirects:\n  lost: gone.md\n  web: https://x\n", "README.md": ""})
    assert says(made.entries) == [
        "source/.gitbook.yaml:2:9: warning[S406]: the redirect leads to 'gone.md', which is no page of the source",
        "source/.gitbook.yaml:3:8: warning[S406]: the redirect leads to 'https://x', which is no page of the source",
    ]


@pytest.mark.parametrize("root", ["../", "/../../etc", "a/../../b", '"a\\0b"'])
def test_a_root_outside_the_source_is_not_entered(space: Any, root: str) -> None:
    made = space({".gitbook.yaml": f"root: {root}\n", "README.md": ""})
    assert [page.path.as_posix() for page in made.pages] == ["README.md"]
    assert made.root.is_relative_to(Path.cwd() / "source")


def test_settings_that_are_no_yaml_are_reported_and_the_pages_come_all_the_same(space: Any, says: Any) -> None:
    made = space({".gitbook.yaml": "root: [\n", "README.md": ""})
    assert len(made.pages) == 1
    assert says(made.entries) == [
        "source/.gitbook.yaml:2:1: error[S414]: the file is not YAML: did not find expected node content"
    ]


def test_books_in_folders_keep_their_navigation_below_the_name_of_the_folder(space: Any, drawn: Any) -> None:
    made = space(
        {
            "guides/SUMMARY.md": "* [Start](README.md)\n",
            "guides/README.md": "",
            "api/SUMMARY.md": "* [Calls](calls.md)\n",
            "api/calls.md": "",
        }
    )
    assert drawn(made.navigation) == "api\n  Calls -> api/calls.md\nguides\n  Start -> guides/README.md"


def test_a_list_of_languages_and_papers_of_the_repository_are_no_pages_and_are_named(space: Any, says: Any) -> None:
    made = space(dict.fromkeys(["LANGS.md", "LICENSE.md", "README.md", "sub/LICENSE.md"], ""))
    assert [page.path.as_posix() for page in made.pages] == ["README.md", "sub/LICENSE.md"]
    assert says(made.entries) == [
        "source/LANGS.md:1:1: hint[S403]: left out: the list of languages, which is no page",
        "source/LICENSE.md:1:1: hint[S403]: left out: a paper of the repository, which is no page",
    ]


def test_a_paper_that_the_navigation_lists_is_a_page(space: Any) -> None:
    made = space({"CHANGELOG.md": "", "SUMMARY.md": "* [News](CHANGELOG.md)\n"})
    assert [page.path.as_posix() for page in made.pages] == ["CHANGELOG.md"]
    assert made.entries == ()


def test_folders_of_tools_are_skipped_and_said_once(space: Any, says: Any) -> None:
    names = ["_book/a.md", "x/node_modules/b.md", ".github/c.md", ".git/d.md", ".gitbook/includes/e.md", "f.md"]
    made = space(dict.fromkeys(names, ""))
    assert [page.path.as_posix() for page in made.pages] == ["f.md"]
    assert [path.as_posix() for path in made.files] == [".gitbook/includes/e.md"]
    assert says(made.entries) == [
        "source:1:1: hint[S403]: left out: folders of tools: '.github', '_book', 'node_modules'"
    ]


def test_one_page_brings_the_files_of_the_space_it_belongs_to(space: Any) -> None:
    files = {"SUMMARY.md": "", "sub/page.md": "# Page", "sub/other.md": "", ".gitbook/assets/a.png": b"x"}
    made = space(files, at="sub/page.md")
    assert [page.path.as_posix() for page in made.pages] == ["sub/page.md"]
    assert made.root.name == "source"
    assert ".gitbook/assets/a.png" in [path.as_posix() for path in made.files]


def test_a_lone_page_brings_the_files_beside_it(space: Any) -> None:
    made = space({"page.md": "# Page", "images/a.png": b"x"}, at="page.md")
    assert made.root.name == "source"
    assert [path.as_posix() for path in made.files] == ["images/a.png"]


def test_files_that_a_copy_lacks_are_known_by_its_list_of_assets(space: Any) -> None:
    made = space({"page.md": "", "a.png": b"x", "assets.txt": "a.png\n.gitbook/assets/b.png\n"})
    assert [path.as_posix() for path in made.listed] == [".gitbook/assets/b.png"]


@pytest.mark.parametrize(
    ("name", "message"), [("none", "there is no 'source/none'"), ("a.txt", "'a.txt' is no page"), ("\0", "there is no")]
)
def test_what_is_no_source_is_told_in_a_sentence(plant: Callable[..., Path], name: str, message: str) -> None:
    source = plant({"a.txt": ""})
    with pytest.raises(UserError, match=message):
        importers()["gitbook"].read(source / name)
