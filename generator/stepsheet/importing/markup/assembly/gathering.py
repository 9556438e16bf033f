"""Parts to blocks, wherever they stand: items make a list even where no list was opened."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from stepsheet.importing.markup.assembly import tables
from stepsheet.importing.markup.frames import Caption, Cell, Definition, Footnote, Frame, Node, Row, Term
from stepsheet.importing.markup.spans import joined, trimmed
from stepsheet.importing.tree import (
    Block,
    Blocks,
    CodeSpan,
    Download,
    Embed,
    Figure,
    Formula,
    Heading,
    Icon,
    Inline,
    Inlines,
    Item,
    Link,
    List,
    Listing,
    PageLink,
    Paragraph,
    Stepper,
    StepperStep,
    Strong,
    Tab,
    Tabs,
    Unknown,
    Words,
    walk,
)


def blocks(nodes: Iterable[Node]) -> Blocks:
    """The nodes as blocks, none left out."""
    return tuple(block for _, run in groupby(nodes, _family) for block in _gathered(list(run)))


def _family(node: Node) -> str:
    match node:
        case Row() | Cell():
            return "table"
        case Term() | Definition():
            return "terms"
        case Item() | Tab() | StepperStep() | Caption() | Footnote():
            return type(node).__name__
        case _:
            return ""


def _gathered(nodes: Sequence[Node]) -> Iterator[Block]:
    line = nodes[0].line
    match nodes[0]:
        case Row() | Cell():
            yield tables.table(line, tables.rows(nodes))
        case Term() | Definition():
            yield List(line, ordered=False, items=tuple(terms(nodes)))
        case Item() as first:
            items = tuple(node for node in nodes if isinstance(node, Item))
            yield List(line, ordered=first.number > 0, items=items)
        case Tab():
            yield Tabs(line, tuple(node for node in nodes if isinstance(node, Tab)))
        case StepperStep():
            yield Stepper(line, tuple(node for node in nodes if isinstance(node, StepperStep)))
        case _:
            for node in nodes:
                yield from _as_blocks(node)


def _as_blocks(node: Node) -> Iterator[Block]:
    match node:
        case Caption(line=line, inlines=inlines, figures=figures):
            if inlines:
                yield Paragraph(line, inlines)
            yield from figures
        case Footnote(blocks=inner):
            yield from inner
        case Item() | Tab() | StepperStep() | Row() | Cell() | Term() | Definition():
            pass
        case _:
            yield node


def terms(nodes: Iterable[Node]) -> Iterator[Item]:
    """Terms and what they mean, each with its meanings an item that begins with the term."""
    inner: list[Block] = []
    line, explained = 0, False
    for node in nodes:
        if isinstance(node, Term):
            if explained:
                yield Item(line, tuple(inner))
                inner, explained = [], False
            line = line if inner else node.line
            inner.append(Paragraph(node.line, (Strong(node.inlines),)))
        elif isinstance(node, Definition):
            line = line if inner else node.line
            inner += node.blocks
            explained = True
    if inner:
        yield Item(line, tuple(inner))


def beyond(frame: Frame) -> list[Node]:
    """What comes after an unclosed hint, taken out of it: all from its first heading on, but for one at its head."""
    if frame.kind != "hint":
        return []
    for index, node in enumerate(frame.nodes):
        if index and isinstance(node, Heading):
            spilled = frame.nodes[index:]
            del frame.nodes[index:]
            return spilled
    return []


def flat(given: Blocks) -> Inlines:
    """All that is read in some blocks, as one line."""
    made: list[Inline] = []
    for block in walk(given):
        inlines = tuple(_line(block))
        if made and inlines:
            made.append(Words(" "))
        made += inlines
    return trimmed(joined(made))


def _line(block: Block) -> Iterator[Inline]:
    match block:
        case Paragraph(inlines=inlines) | Heading(inlines=inlines):
            yield from inlines
        case Figure():
            icon = Icon(block.src, block.alt)
            yield Link(block.href, (icon,)) if block.href else icon
            yield from block.caption
        case Listing(text=text, title=title):
            yield from (Words(title), Words(" ")) if title else ()
            yield CodeSpan(" ".join(text.split()))
        case Formula(tex=text):
            yield CodeSpan(" ".join(text.split()))
        case Unknown(text=text):
            yield Words(text)
        case PageLink(href=href, inlines=inlines):
            yield Link(href, inlines or (Words(href),))
        case Embed(url=href, caption=inlines) | Download(src=href, caption=inlines):
            yield Link(href, inlines or (Words(href),))
        case Tabs(tabs=tabs):
            for tab in tabs:
                yield from (*tab.title, Words(" "))
        case _:
            yield from getattr(block, "title", ())
