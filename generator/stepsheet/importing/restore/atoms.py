"""A page as a flat row of atoms: what is compared when two versions of it are laid beside each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stepsheet.importing import tree
from stepsheet.importing.tree import Block, Blocks, Inlines

_PIECE = re.compile(r"\s+|\S+")
_NO_STYLE: frozenset[str] = frozenset()
Said = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Atom:
    """A block without blocks in it, or the begin (`mate` after it) or end (`mate` before it) of one with blocks.

    `shape` is the kind of the block, `said` all that a reader sees of it. `mate` is the index of the other end, or the
    own. The end of a block is told from other ends by what stands first in the block.
    """

    shape: str
    line: int
    said: Said
    block: Block | None
    mate: int


def atoms(blocks: Blocks) -> tuple[Atom, ...]:
    """The atoms of a page, in reading order."""
    row: list[Atom] = []
    for block in blocks:
        _add(block, row)
    return tuple(row)


def _add(block: Block, row: list[Atom]) -> None:
    leaf = _leaf(block)
    if leaf is not None:
        row.append(Atom(type(block).__name__, block.line, leaf, block, len(row)))
        return
    for shape, line, inner in _inside(block):
        _frame(shape, line, inner, block, row)


def _frame(shape: str, line: int, inner: tuple["_Inner", ...] | Blocks, block: Block | None, row: list[Atom]) -> None:
    """The begin, the inside and the end of a block with blocks."""
    begin = len(row)
    row.append(Atom(f"<{shape}", line, (), block, begin))
    for part in inner:
        if isinstance(part, _Inner):
            _frame(part.shape, part.line, part.blocks, None, row)
        else:
            _add(part, row)
    first = next((atom.said for atom in row[begin + 1 :] if atom.said), ())
    row.append(Atom(f">{shape}", 0, (), None, begin))
    row[begin] = Atom(f"<{shape}", line, first, block, len(row) - 1)
    row[-1] = Atom(f">{shape}", 0, first, None, begin)


@dataclass(frozen=True, slots=True)
class _Inner:
    """A part of a block that holds blocks: an item, a cell, a tab."""

    shape: str
    line: int
    blocks: Blocks


def _inside(block: Block) -> Iterator[tuple[str, int, tuple[_Inner, ...] | Blocks]]:
    name = type(block).__name__
    match block:
        case tree.List():
            name = "Ordered" if block.ordered else "Bullets"
            yield name, block.line, tuple(_Inner("Item", item.line, item.blocks) for item in block.items)
        case tree.Tabs():
            yield (
                name,
                block.line,
                tuple(_Inner(f"Tab {tree.words(tab.title)}", tab.line, tab.blocks) for tab in block.tabs),
            )
        case tree.Stepper():
            yield name, block.line, tuple(_Inner("Step", step.line, step.blocks) for step in block.steps)
        case tree.Table():
            cells = (cell for row in (block.head, *block.rows) for cell in row)
            yield name, block.line, tuple(_Inner("Cell", block.line, cell) for cell in cells)
        case tree.Hint():
            yield f"{name} {block.style} {tree.words(block.title)}", block.line, block.blocks
        case tree.Expandable() | tree.Group():
            yield f"{name} {tree.words(block.title)}", block.line, block.blocks
        case tree.Quote():
            yield name, block.line, block.blocks


def _leaf(block: Block) -> Said | None:
    """What a block without blocks in it says; None for one with blocks."""
    match block:
        case tree.Heading() | tree.Paragraph():
            said: Said | None = tuple(runs(block.inlines))
        case tree.Figure():
            said = (block.src, block.alt or "", *runs(block.caption))
        case tree.Listing():
            said = (block.language, block.text)
        case tree.PageLink():
            said = (block.href, *runs(block.inlines))
        case tree.Embed():
            said = (block.url, *runs(block.caption))
        case tree.Download():
            said = (block.src, *runs(block.caption))
        case tree.Formula(tex=text) | tree.Unknown(text=text):
            said = (text,)
        case tree.Rule():
            said = ("---",)
        case _:
            said = None
    return said


def runs(inlines: Inlines) -> list[tuple[str, frozenset[str]]]:
    """Words with their styles, those of one style together; each blank is one blank without style, none at the ends."""
    merged: list[tuple[str, frozenset[str]]] = []
    for text, style in _styled(inlines, _NO_STYLE):
        for piece in _PIECE.findall(text):
            last, own = merged[-1] if merged else (" ", _NO_STYLE)
            if piece.isspace():
                merged += [] if last == " " else [(" ", _NO_STYLE)]
            elif own == style and last != " ":
                merged[-1] = (last + piece, style)
            else:
                merged.append((piece, style))
    return merged[:-1] if merged and merged[-1][0] == " " else merged


def _styled(inlines: Inlines, style: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for inline in inlines:
        match inline:
            case tree.Words(text=text):
                yield text, style
            case tree.CodeSpan(text=text):
                yield text, style | {"code"}
            case tree.Strong(children=children):
                yield from _styled(children, style | {"strong"})
            case tree.Emphasis(children=children):
                yield from _styled(children, style | {"em"})
            case tree.Link(href=href, children=children):
                yield from _styled(children, style | {f"link {href}"})
            case tree.Icon(src=src):
                yield "\ufffc", style | {f"icon {src}"}
            case _:
                yield " ", style
