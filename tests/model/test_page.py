"""A plain page: its blocks and their places, alerts, anchors, figures, and the fingerprint of what it says."""

from pathlib import Path

import pytest

from stepsheet.load.files import Root
from stepsheet.model import pages, passage
from stepsheet.model.page import PageText, fingerprint

PAGE = """\
---
title: Prices
summary: What things cost.
---

First *paragraph*,
of two lines.

> [!NOTE]
> Said.

## Now {#now}

- ![A cup](images/a%20cup.png "In *use*")
- see [it](#now) and ![b](images/b.png)

## Then

    code

"""


def text_of(tmp_path: Path, content: str) -> PageText:
    folder = tmp_path / "content" / "pages"
    folder.mkdir(parents=True)
    (folder / "prices.en.md").write_bytes(content.encode())
    problems: list[object] = []
    shelf = pages.shelf(Root(tmp_path / "content", tmp_path), "en", problems)  # type: ignore[arg-type]
    assert problems == []
    return shelf.pages[0].text


def test_a_page_is_its_front_matter_and_its_blocks(tmp_path):
    text = text_of(tmp_path, PAGE)
    assert (text.page.title, text.page.summary, text.locale) == ("Prices", "What things cost.", "en")
    assert [block.tokens[0].type for block in text.blocks] == [
        *("paragraph_open", "blockquote_open", "heading_open", "bullet_list_open", "heading_open", "code_block")
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_block_knows_its_lines_in_the_file(tmp_path, line_end):
    text = text_of(tmp_path, PAGE.replace("\n", line_end))
    assert [(block.at.line, block.at.end_line) for block in text.blocks] == [
        *((6, 7), (9, 10), (12, 12), (14, 15), (17, 17), (19, 19))
    ]
    assert str(text.pictures[1].place) == "content/pages/prices.en.md:15:27"


def test_line_ends_that_markdown_alone_counts_do_not_lead_out_of_the_file(tmp_path):
    text = text_of(tmp_path, PAGE + "a\rb\rc\r\r\rd\r\r\n[x](#now)\n")
    assert all(block.at.line <= text.line + text.body.count("\n") for block in text.blocks)


def test_pictures_are_named_as_written_with_their_words_and_captions(tmp_path):
    text = text_of(tmp_path, PAGE)
    assert [(picture.src, picture.alt) for picture in text.pictures] == [
        ("images/a cup.png", "A cup"),
        ("images/b.png", "b"),
    ]
    kinds = [token.type for block in text.blocks for token in passage.pictures(block.tokens)]
    assert kinds == ["figure", "image"]


def test_anchors_are_taken_off_their_headings(tmp_path):
    text = text_of(tmp_path, PAGE)
    assert [name for name, _ in text.anchors] == ["now"]
    assert [inline.content for _, _, inline in text.headings()] == ["Now", "Then"]


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("> [!NOTE]\n> Said.", "note"),
        ("> [!danger]  \n>\n> Said.", "danger"),
        ("> [!TIP]", "tip"),
        ("> [!IMPORTANT]\n> Said.", None),
        ("> [!NOTE] Said.", None),
        ("> Said [!NOTE]", None),
        ("> - [!NOTE]", None),
    ],
)
def test_an_alert_is_a_quotation_whose_first_line_is_a_sign(quote, kind):
    opened = passage.tokens(quote)[0]
    assert opened.meta.get(passage.ALERT) == kind
    assert (kind is None) == any("[!" in token.content for token in passage.tokens(quote))


def test_the_fingerprint_changes_with_what_is_said_and_not_with_blanks():
    said = fingerprint("Prices", None, "\nOne.\n\nTwo.\n")
    assert fingerprint("Prices ", "", "One.  \n\nTwo.") == said
    others = {
        fingerprint("Price", None, "One.\n\nTwo."),
        fingerprint("Prices", "One.", "Two."),
        fingerprint("Prices", None, "One.\nTwo."),
        fingerprint("Prices", None, "    One.\n\nTwo."),
    }
    assert len({said, *others}) == 4  # an indented first line is the one blank that is not seen
