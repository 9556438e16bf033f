"""Blocks of the tree become Markdown of a guide's text, or of a plain page, that says the same."""

import pytest

from stepsheet.importing.tree import (
    Block,
    CodeSpan,
    Download,
    Embed,
    Expandable,
    Figure,
    Formula,
    Group,
    Heading,
    Hint,
    Item,
    List,
    Listing,
    PageLink,
    Paragraph,
    Quote,
    Rule,
    Stepper,
    StepperStep,
    Strong,
    Tab,
    Table,
    Tabs,
    Unknown,
    Words,
)
from stepsheet.importing.writing.blocks import markdown
from stepsheet.importing.writing.scribe import Scribe
from stepsheet.model import passage, prose
from stepsheet.model.text import Kind

from .trees import dice, means, said, some_blocks

FORBIDDEN = {"html_inline", "html_block", "heading_open", "image", "figure"}


def P(text: str) -> Paragraph:  # noqa: N802 - as short as the tag
    return Paragraph(1, (Words(text),))


def bullets(*texts: str, tight: bool = True) -> List:
    return List(1, ordered=False, items=tuple(Item(1, (P(text),)) for text in texts), tight=tight)


def numbers(first: int, *blocks: tuple[Block, ...], tight: bool = True) -> List:
    items = tuple(Item(1, inside, None, number) for number, inside in enumerate(blocks, first))
    return List(1, ordered=True, items=items, tight=tight)


def text(*blocks: Block) -> str:
    return markdown(blocks, Scribe(means()))


def page(*blocks: Block) -> str:
    return markdown(blocks, Scribe(means(), is_page=True))


@pytest.mark.parametrize(
    ("blocks", "written"),
    [
        ((P("One."), P("Two.")), "One.\n\nTwo."),
        (
            (P("1. no list"), P("- none"), P("# no heading"), P("> no quote")),
            "1\\. no list\n\n\\- none\n\n\\# no heading\n\n\\> no quote",
        ),
        ((bullets("a", "b"),), "- a\n- b"),
        ((bullets("a", "b", tight=False),), "- a\n\n- b"),
        ((bullets("a"), bullets("b"), bullets("c")), "- a\n\n* b\n\n- c"),
        ((numbers(3, (P("a"),), (P("b"),)),), "3. a\n4. b"),
        ((numbers(1, (P("a"),)), numbers(1, (P("b"),))), "1. a\n\n1) b"),
        ((numbers(1, (P("a"), bullets("b"))),), "1. a\n   - b"),
        ((numbers(1, (P("a"), numbers(3, (P("b"),)))),), "1. a\n\n   3. b"),
        ((numbers(1, (P("a"), numbers(1, (P(" "),), (P("b"),)))),), "1. a\n\n   1.\n   2. b"),
        ((numbers(1, (P("a"), P("b")), (P("c"),)),), "1. a\n\n   b\n\n2. c"),
        ((numbers(1, (P("a"), Listing(1, "x\n\ny", "bash"))),), "1. a\n   ```bash\n   x\n\n   y\n   ```"),
        ((numbers(1, (P("a"), List(1, ordered=False, items=(Item(1, ()), Item(1, (P("b"),)))))),), "1. a\n\n   - b"),
        ((List(1, ordered=False, items=(Item(1, ()),)),), ""),
        ((List(1, ordered=False, items=(Item(1, (P("a"),), True), Item(1, (P("b"),), False))),), "- [x] a\n- [ ] b"),
        ((Listing(1, "a ``` b"),), "````\na ``` b\n````"),
        ((Listing(1, "x", "", "main.py"),), "**main.py**\n\n```\nx\n```"),
        ((Quote(1, (P("a"), bullets("b"))),), "> a\n>\n> - b"),
        ((P("a"), Rule(1), P("b")), "a\n\n___\n\nb"),
        ((Formula(1, "x^2"),), "```tex\nx^2\n```"),
        ((Unknown(1, "swagger", "GET /a"),), "```\nGET /a\n```"),
        ((PageLink(1, "other.md", (Words("Other"),)),), "[Other](#guide:other)"),
        ((Embed(1, "https://x.example/v"),), "<https://x.example/v>"),
        ((Embed(1, "https://x.example/v", (Words("Video"),)),), "[Video](https://x.example/v)"),
        ((Download(1, "nowhere/my%20file.pdf"),), "my file.pdf"),
        ((Expandable(1, (Words("More"),), (P("a"),)),), "**More**\n\na"),
        ((Group(1, "columns", (P("a"), P("b"))),), "a\n\nb"),
        (
            (Tabs(1, (Tab(1, (Words("A"),), (bullets("a"),)), Tab(1, (Words("B"),), (bullets("b"),)))),),
            "**A**\n\n- a\n\n**B**\n\n- b",
        ),
        ((Group(1, "if", (bullets("a"),)), bullets("b")), "- a\n\n* b"),
    ],
)
def test_blocks_have_one_form_for_texts_and_pages(blocks: tuple[Block, ...], written: str) -> None:
    assert text(*blocks) == written
    assert page(*blocks) == written


@pytest.mark.parametrize(
    ("blocks", "in_text", "in_page"),
    [
        ((Heading(1, 3, (Words("A #"),), "a"),), "**A #**", "### A \\# {#a}"),
        ((Heading(1, 2, (Words("A {#b}"),)),), "**A {#b}**", "## A \\{#b}"),
        ((Quote(1, (Heading(1, 2, (Words("A"),), "a"),)),), "> **A**", "> **A**"),
        ((Figure(1, "a/B.png", "An alt", (Words("A caption"),)),), "", '![An alt](images/b.png "A caption")'),
        ((Figure(1, "b.png", None, (), "other.md"),), "", "![](images/b.png)\n\n[other.md](#guide:other)"),
        ((Hint(1, "note", (P("a"), bullets("b"))),), "> a\n>\n> - b", "> [!NOTE]\n> a\n>\n> - b"),
        ((Hint(1, "danger", (bullets("b"),)),), "> - b", "> [!DANGER]\n>\n> - b"),
        ((Hint(1, "tip", (P("a"),), (Words("T"),)),), "> **T**\n>\n> a", "> [!TIP]\n> **T**\n>\n> a"),
        (
            (Stepper(1, (StepperStep(1, (Heading(1, 3, (Words("A"),)), P("a"))), StepperStep(1, (P("b"),)))),),
            "1. **A**\n\n   a\n\n2. b",
            "1. **A**\n\n   a\n\n2. b",
        ),
    ],
)
def test_what_only_a_page_has_has_another_form_in_a_text(blocks: tuple[Block, ...], in_text: str, in_page: str) -> None:
    assert text(*blocks) == in_text
    assert page(*blocks) == in_page


def test_a_table_is_flat_and_keeps_what_its_cells_hold() -> None:
    cell = (P("a"), bullets("b", "c"), Listing(1, "d\ne"), Quote(1, (P("f"),)))
    linked = (Figure(1, "g.png", "G", (), "https://x.example/"),)
    table = Table(1, ((P("A | B"),), ()), ((cell, linked), ((Paragraph(1, (CodeSpan("x|y"),)),),)), ("left", "right"))
    assert page(table) == (
        "| A \\| B |  |\n| :-- | --: |\n| a b; c `d e` f | [![G](images/g.png)](https://x.example/) |\n| `x\\|y` |  |"
    )


def test_a_table_without_a_head_gets_an_empty_one() -> None:
    assert text(Table(1, (), (((P("a"),), (P("b"),)),))) == "|  |  |\n| --- | --- |\n| a | b |"
    assert text(Table(1, (), ())) == ""


def test_any_blocks_read_as_the_same_words_and_hold_only_what_a_text_may() -> None:
    rolled = dice(3)
    for _ in range(600):
        blocks = some_blocks(rolled)
        written = text(*blocks)
        tokens = list(prose.walk(prose.tokens(written, Kind.PROSE)))
        assert not {token.type for token in tokens} & FORBIDDEN, written
        read = "".join("".join(token.content for token in tokens if token.type != "inline").split())
        assert sorted(read.replace(";", "")) == sorted(said(blocks).replace(";", "")), (blocks, written)


def test_any_blocks_of_a_page_read_as_the_same_words() -> None:
    rolled = dice(4)
    for _ in range(200):
        blocks = some_blocks(rolled)
        written = page(*blocks, Hint(1, "note", blocks))
        tokens = list(prose.walk(passage.tokens(written)))
        assert not {token.type for token in tokens} & {"html_inline", "html_block"}, written
        assert not any(token.meta.get(passage.ODD_ALERT) for token in tokens), written


def test_emphasis_that_cannot_be_said_leaves_no_marks() -> None:
    assert text(Paragraph(1, (Words("a"), Strong((CodeSpan("b"),)), Words("c")))) == "a`b`c"
