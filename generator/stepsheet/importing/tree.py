"""The block tree: what a page says, whatever flavour of Markdown it was written in.

Links and pictures have the addresses of the source; nothing is resolved here. `line` is the line of the source file
where a block begins, counted from 1.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they are read: entities and escapes undone, white space as in the source, line ends as blanks."""

    text: str


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """Code in a line."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Important words."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; `href` as in the source, percent signs undone for letters beyond ASCII."""

    href: str
    children: "Inlines"
    title: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A hard line break."""


@dataclass(frozen=True, slots=True)
class Icon:
    """A picture inside a line of words; `alt` is None when the source says nothing, empty when it says so.

    `dark` is its twin for dark pages.
    """

    src: str
    alt: str | None = None
    title: str = ""
    dark: str = ""


Inline: TypeAlias = Words | CodeSpan | Strong | Emphasis | Link | Break | Icon
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `anchor` is the one that the source gives it, empty when it gives none."""

    line: int
    level: int
    inlines: Inlines
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words; pictures that stand alone are figures, not paragraphs."""

    line: int
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture on its own. `href` is where a click leads, empty when nowhere; `dark` is its twin for dark pages."""

    line: int
    src: str
    alt: str | None = None
    caption: Inlines = ()
    href: str = ""
    dark: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A list item; `checked` is None when it has no box; `number` is what an ordered list counts it as."""

    line: int
    blocks: "Blocks"
    checked: bool | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class List:
    """A list; `tight` says that its items have no blank lines between them."""

    line: int
    ordered: bool
    items: tuple[Item, ...]
    tight: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """Code, byte for byte without the last line end; `title` is the caption that some flavours give it."""

    line: int
    text: str
    language: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has the same number of cells, a cell is blocks; `head` is empty when there is none.

    `align` holds `left`, `center`, `right` or an empty text for each column.
    """

    line: int
    head: tuple["Blocks", ...]
    rows: tuple[tuple["Blocks", ...], ...]
    align: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation."""

    line: int
    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Hint:
    """A set-off block; `style` is one of the kinds of a warning: danger, warning, caution, note, tip."""

    line: int
    style: str
    blocks: "Blocks"
    title: Inlines = ()


@dataclass(frozen=True, slots=True)
class Tab:
    """One of several versions."""

    line: int
    title: Inlines
    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Tabs:
    """Versions of a passage beside each other."""

    line: int
    tabs: tuple[Tab, ...]


@dataclass(frozen=True, slots=True)
class StepperStep:
    """A step of a stepper: most often a heading, then what belongs to it."""

    line: int
    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Stepper:
    """Steps that the source marks as such."""

    line: int
    steps: tuple[StepperStep, ...]


@dataclass(frozen=True, slots=True)
class Expandable:
    """A passage folded under its title."""

    line: int
    title: Inlines
    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks held together by something the model has no word for (`what`: columns, update, if, div); in order."""

    line: int
    what: str
    blocks: "Blocks"
    title: Inlines = ()


@dataclass(frozen=True, slots=True)
class PageLink:
    """A block that leads to another page (content-ref, page-ref, a card); `inlines` are its words, if any."""

    line: int
    href: str
    inlines: Inlines = ()


@dataclass(frozen=True, slots=True)
class Embed:
    """Something of another site shown in a frame."""

    line: int
    url: str
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download."""

    line: int
    src: str
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class Formula:
    """Mathematics in TeX."""

    line: int
    tex: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""

    line: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """A construct without a place in the model: `what` names it as the source does, `text` are its words and values."""

    line: int
    what: str
    text: str


Block: TypeAlias = (
    Heading
    | Paragraph
    | Figure
    | List
    | Listing
    | Table
    | Quote
    | Hint
    | Tabs
    | Stepper
    | Expandable
    | Group
    | PageLink
    | Embed
    | Download
    | Formula
    | Rule
    | Unknown
)
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page.

    `fields` is its front matter; `repaired` says line by line what was wrong with the markup and how it was read.
    """

    fields: dict[str, object]
    blocks: Blocks
    repaired: tuple["Repair", ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """Markup that was mended or left out: `what` is one fact, `text` the words that are in no block because of it.

    `kind` is where the fault was: in the markup, in the front matter, or a character.
    """

    line: int
    what: str
    text: str = ""
    kind: Literal["markup", "front-matter", "character"] = "markup"


def words(inlines: Inlines) -> str:
    """What a reader reads of a line, without its markup; a picture is not read."""
    return "".join(_spoken(inline) for inline in inlines)


def _spoken(inline: Inline) -> str:
    match inline:
        case Words(text=text) | CodeSpan(text=text):
            return text
        case Strong(children=children) | Emphasis(children=children) | Link(children=children):
            return words(children)
        case Break():
            return " "
        case _:
            return ""


def inside(block: Block) -> Iterator[Blocks]:
    """The runs of blocks that a block holds, in order."""
    match block:
        case Quote() | Hint() | Expandable() | Group():
            yield block.blocks
        case List():
            yield from (item.blocks for item in block.items)
        case Tabs():
            yield from (tab.blocks for tab in block.tabs)
        case Stepper():
            yield from (step.blocks for step in block.steps)
        case Table():
            yield from block.head
            for row in block.rows:
                yield from row


def walk(blocks: Blocks) -> Iterator[Block]:
    """Every block and those inside it, in reading order."""
    for block in blocks:
        yield block
        for inner in inside(block):
            yield from walk(inner)
