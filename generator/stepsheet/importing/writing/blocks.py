"""Blocks of the tree as Markdown: for a text of a guide, and for a plain page, which has headings, pictures, alerts."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from stepsheet.importing.tree import (
    Block,
    Blocks,
    CodeSpan,
    Figure,
    Heading,
    Hint,
    Icon,
    Inlines,
    Item,
    Link,
    List,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Words,
    words,
)
from stepsheet.importing.writing.scribe import Scribe
from stepsheet.importing.writing.simple import simple
from stepsheet.render.markdown import escaping, structure
from stepsheet.render.markdown.listing import language, lines, listing

_MARKS = {False: "-*", True: ".)"}  # bullets, and what stands behind a number: the second parts a list from the first
_APART = "\n\n"
_BARE = re.compile(r"(?:[-*]|[0-9]+[.)])(?:\n|\Z)")
_LAST_NUMBER = 999_999_999  # a list marker has nine digits (CommonMark 0.31.2, section 5.2)


def markdown(blocks: Blocks, scribe: Scribe) -> str:
    """The blocks with a blank line between them; empty when nothing is left of them."""
    return _joined(simple(blocks), scribe, _APART)


def _joined(blocks: Blocks, scribe: Scribe, between: str) -> str:
    written: list[str] = []
    before: List | None = None
    is_second = False
    for block in blocks:
        if isinstance(block, List):
            is_second = before is not None and before.ordered == block.ordered and not is_second
            text = _list(block, scribe, _MARKS[block.ordered][is_second])
        else:
            text = _WRITERS[type(block)](block, scribe)
        if text:
            before = block if isinstance(block, List) else None
            # A bare mark right below a paragraph would make a heading of it (CommonMark 0.31.2, section 4.3).
            written.append(f"{'' if not written else _APART if _BARE.match(text) else between}{text}")
    return "".join(written)


def _paragraph(block: Paragraph, scribe: Scribe) -> str:
    return escaping.guard(scribe.line(block.inlines, block.line, "\\\n"))


def _heading(block: Heading, scribe: Scribe) -> str:
    if not scribe.is_page:
        return _paragraph(Paragraph(block.line, (Strong(block.inlines),)), scribe)
    title = escaping.heading(scribe.line(block.inlines, block.line)).replace("{#", r"\{#")  # words, no anchor
    anchor = f" {{#{block.anchor}}}" if block.anchor else ""
    return f"{'#' * block.level} {title}{anchor}" if title else ""


def _figure(block: Figure, scribe: Scribe) -> str:
    """A picture with its caption as the title; a caption with a link, or a picture that leads somewhere, has a line."""
    if not scribe.is_page:
        return ""
    picture = scribe.line((Icon(block.src, block.alt, words(block.caption)),), block.line)
    link = scribe.link(block.href, (), block.line) if block.href else ""
    return f"{picture}\n\n{link}" if link else picture


def _listing(block: Listing, scribe: Scribe) -> str:
    return listing(lines(scribe.shown(block.text)), language(block.language))


def _quote(block: Quote, scribe: Scribe) -> str:
    inner = _joined(block.blocks, scribe, _APART)
    return structure.quote(inner) if inner else ""


def _hint(block: Hint, scribe: Scribe) -> str:
    inner = _joined(block.blocks, scribe, _APART)
    if inner and scribe.is_page:
        between = "\n" if isinstance(block.blocks[0], Paragraph) else _APART
        inner = f"[!{block.style.upper()}]{between}{inner}"
    return structure.quote(inner) if inner else ""


def _rule(_block: Rule, _scribe: Scribe) -> str:
    return "___"  # no mark of a list and no underline of a heading


def _list(block: List, scribe: Scribe, mark: str) -> str:
    is_tight = block.tight and all(_is_tight(item.blocks) for item in block.items)
    between = "\n" if is_tight else _APART
    first = block.items[0].number if block.items else 1
    items = []
    for index, item in enumerate(block.items):
        number = str(min(first + index, _LAST_NUMBER)) if block.ordered else ""
        text = _item(item, scribe, between)
        items += [structure.item(f"{number}{mark} ", text)] if text or block.ordered else []
    return between.join(items)


def _item(item: Item, scribe: Scribe, between: str) -> str:
    box = {None: "", True: "[x] ", False: "[ ] "}[item.checked]
    return box + _joined(item.blocks, scribe, between)


def _is_tight(blocks: Blocks) -> bool:
    """Whether blocks can follow each other without a blank line: a list must not be taken for more of a paragraph."""
    return all(
        isinstance(after, Listing) or (isinstance(after, List) and _can_interrupt(after))
        for _, after in pairwise(blocks)
    )


def _can_interrupt(block: List) -> bool:
    """Whether a list can follow a paragraph at once (CommonMark 0.31.2, section 5.3)."""
    return bool(block.items) and bool(block.items[0].blocks) and (not block.ordered or block.items[0].number == 1)


def _table(block: Table, scribe: Scribe) -> str:
    width = max((len(row) for row in (block.head, *block.rows)), default=0)
    if not width:
        return ""
    head, *rows = [
        [_cell(cell, block.line, scribe) for cell in _filled(row, width)] for row in (block.head, *block.rows)
    ]
    return structure.table(head, [*block.align, *[""] * width][:width], rows)


def _filled(row: tuple[Blocks, ...], width: int) -> list[Blocks]:
    return [*row, *[()] * width][:width]


def _cell(blocks: Blocks, line: int, scribe: Scribe) -> str:
    return scribe.line(tuple(_in_line(blocks)), line)


def _in_line(blocks: Blocks) -> Iterator[Any]:
    """Blocks as what can stand in one line."""
    for index, block in enumerate(blocks):
        if index:
            yield Words(" ")
        yield from _flat(block)


def _flat(block: Block) -> Inlines:
    match block:
        case Paragraph(inlines=inlines):
            return inlines
        case Figure(src=src, alt=alt, caption=caption, href=href):
            icon = Icon(src, alt, words(caption))
            return (Link(href, (icon,)),) if href else (icon,)
        case Listing(text=text):
            return (CodeSpan(text),)
        case List(items=items):
            parts = [tuple(_in_line(item.blocks)) for item in items]
        case Quote(blocks=inner) | Hint(blocks=inner):
            parts = [tuple(_in_line(inner))]
        case Table(head=head, rows=rows):
            parts = [tuple(_in_line(cell)) for row in (head, *rows) for cell in row]
        case _:
            parts = []
    return tuple(node for index, part in enumerate(parts) for node in ((Words("; "), *part) if index else part))


_WRITERS: dict[type[Block], Callable[[Any, Scribe], str]] = {
    Paragraph: _paragraph,
    Heading: _heading,
    Figure: _figure,
    Listing: _listing,
    Quote: _quote,
    Hint: _hint,
    Rule: _rule,
    Table: _table,
}
