"""A reusable passage takes the place of its tag: once, from inside the source, with its addresses put right."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

import pytest

from stepsheet.importing.flavour import Flavour
from stepsheet.importing.includes import MAX_INCLUDES, expanded
from stepsheet.importing.markup import parse
from stepsheet.importing.tree import Figure, Link, List, Page, Paragraph, Unknown, walk, words


@pytest.fixture
def included(space: Any) -> Any:
    """The page `a/page.md` of some files with its passages in place."""

    def read(files: dict[str, str]) -> Page:
        made = space(files)
        page = next(page for page in made.pages if page.path == PurePosixPath("a/page.md"))
        return expanded(parse(page.source, Flavour.GITBOOK), page.path, made, Flavour.GITBOOK)

    return read


def said(page: Page) -> list[str]:
    return [words(block.inlines) for block in walk(page.blocks) if isinstance(block, Paragraph)]


def tags(page: Page) -> Iterator[Unknown]:
    return (block for block in walk(page.blocks) if isinstance(block, Unknown))


def test_the_words_of_the_passage_are_on_the_line_of_the_tag(included: Any) -> None:
    page = included(
        {
            "a/page.md": '# Page\n\nBefore.\n\n{% include "../.gitbook/includes/x.md" %}\n\nAfter.\n',
            ".gitbook/includes/x.md": "---\ntitle: X\n---\n\nFirst.\n\nSecond.\n",
        }
    )
    assert said(page) == ["Before.", "First.", "Second.", "After."]
    assert [block.line for block in page.blocks] == [1, 3, 5, 5, 7]


def test_a_passage_in_a_list_item_belongs_to_the_item(included: Any) -> None:
    page = included({"a/page.md": '1. Do this\n\n   {% include "x.md" %}\n2. Then\n', "a/x.md": "", ".gitbook/y": ""})
    assert len(list(tags(page))) == 1, "a page is no passage"
    page = included(
        {
            "a/page.md": '1. Do this\n\n   {% include "/.gitbook/includes/x.md" %}\n2. Then\n',
            ".gitbook/includes/x.md": "Why.",
        }
    )
    steps = page.blocks[0]
    assert isinstance(steps, List)
    assert [said(Page({}, item.blocks)) for item in steps.items] == [["Do this", "Why."], ["Then"]]


def test_addresses_are_those_of_the_passage_seen_from_the_page(included: Any) -> None:
    page = included(
        {
            "a/page.md": '{% include "../.gitbook/includes/x.md" %}\n',
            ".gitbook/includes/x.md": "[B](../../b.md#c) [W](https://w.example/) [R](/r.md) [H](#h)\n\n"
            "![](../assets/i.png)\n",
        }
    )
    paragraph, figure = page.blocks
    assert isinstance(paragraph, Paragraph)
    assert [part.href for part in paragraph.inlines if isinstance(part, Link)] == [
        "../b.md#c",
        "https://w.example/",
        "/r.md",
        "#h",
    ]
    assert isinstance(figure, Figure)
    assert figure.src == "../.gitbook/assets/i.png"


def test_a_passage_may_hold_another(included: Any) -> None:
    page = included(
        {
            "a/page.md": '{% include "../.gitbook/includes/x.md" %}\n',
            ".gitbook/includes/x.md": 'X.\n\n{% include "deep/y.md" %}\n',
            ".gitbook/includes/deep/y.md": "Y.\n\n![](i.png)\n",
        }
    )
    assert said(page) == ["X.", "Y."]
    assert [block.src for block in walk(page.blocks) if isinstance(block, Figure)] == [
        "../.gitbook/includes/deep/i.png"
    ]


@pytest.mark.parametrize(
    "target", ["../.gitbook/includes/none.md", "../../../etc/passwd", "/etc/passwd", "../x.png", ""]
)
def test_what_cannot_be_included_stays_as_it_was(included: Any, target: str) -> None:
    page = included({"a/page.md": f'{{% include "{target}" %}}\n', "x.png": "x"})
    assert [(tag.what, tag.text) for tag in tags(page)] == [("include", target)]


def test_a_passage_that_includes_itself_ends(included: Any) -> None:
    page = included(
        {
            "a/page.md": '{% include "../.gitbook/includes/x.md" %}\n',
            ".gitbook/includes/x.md": 'X.\n\n{% include "y.md" %}\n',
            ".gitbook/includes/y.md": 'Y.\n\n{% include "x.md" %}\n',
        }
    )
    assert said(page) == ["X.", "Y."]
    assert len(list(tags(page))) == 1


def test_passages_that_multiply_are_bounded(included: Any) -> None:
    twelve = "".join('{% include "NEXT.md" %}\n\n' for _ in range(12))
    files = {f".gitbook/includes/{n}.md": f"W.\n\n{twelve.replace('NEXT', str(n + 1))}" for n in range(5)}
    page = included({"a/page.md": '{% include "../.gitbook/includes/0.md" %}\n', **files})
    assert len(said(page)) == MAX_INCLUDES


def test_a_page_without_passages_is_the_same_page(space: Any) -> None:
    made = space({"page.md": "# Page\n"})
    page = parse(made.pages[0].source, Flavour.GITBOOK)
    assert expanded(page, PurePosixPath("page.md"), made, Flavour.GITBOOK) is page
