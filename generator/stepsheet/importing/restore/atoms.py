"""A page as a flat row of atoms: what is compared when two versions of it are laid beside each other."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from stepsheet.importing import tree
from stepsheet.importing.tree import Block, Blocks, Inlines

_PIECE = re.compile(r"\s+|\S+")
_NO_STYLE: frozenset[str] = frozenset()
Said = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Atom:
    """A block without blocks in it, or the begin (`mate` after it) or end (`mate` before it) of one with blocks.

    `shape` is the kind of the block and how deep it is, `said` all that a reader sees of it. `mate` is the index of the
    other end, or the own. The end of a block is told from other ends by what stands first in the block.
    """

    shape: str
    line: int
    said: Said
    block: Block | None
    mate: int


@dataclass(frozen=True, slots=True)
class _Inner:
    """A part of a block that holds blocks: an item, a cell, a tab."""

    shape: str
    line: int
    blocks: Blocks


_Inside = tuple[_Inner, ...] | Blocks


def atoms(blocks: Blocks) -> tuple[Atom, ...]:
    """The atoms of a page, in reading order."""
    row: list[Atom] = []
    for block in blocks:
        _add(block, 0, row)
    return tuple(row)


def labelled(row: tuple[Atom, ...], labels: Iterable[str]) -> tuple[Atom, ...]:
    """The atoms with the words of the export that a paragraph begins with in its shape: they tell one from another."""
    led = sorted({label.strip() for label in labels if label.strip()}, key=len, reverse=True)
    return tuple(replace(atom, shape=f"{atom.shape} {_label(atom, led)}".strip()) for atom in row)


def _label(atom: Atom, labels: list[str]) -> str:
    if not isinstance(atom.block, tree.Paragraph):
        return ""
    said = " ".join(tree.words(atom.block.inlines).split())
    return next((label for label in labels if said.startswith(label)), "")


def _add(block: Block, depth: int, row: list[Atom]) -> None:
    leaf = _leaf(block)
    if leaf is not None:
        row.append(Atom(f"{type(block).__name__} {depth}", block.line, leaf, block, len(row)))
        return
    for shape, line, inner in _inside(block):
        _frame(f"{shape} {depth}", line, inner, block, depth + 1, row)


def _frame(shape: str, line: int, inner: _Inside, block: Block | None, depth: int, row: list[Atom]) -> None:
    """The begin, the inside and the end of a block with blocks; `depth` is that of the inside."""
    begin = len(row)
    row.append(Atom(f"<{shape}", line, (), block, begin))
    for part in inner:
        if isinstance(part, _Inner):
            _frame(f"{part.shape} {depth}", part.line, part.blocks, None, depth + 1, row)
        else:
            _add(part, depth, row)
    first = next((atom.said for atom in row[begin + 1 :] if atom.said), ())
    row[begin] = Atom(f"<{shape}", line, first, block, len(row))
    row.append(Atom(f">{shape}", 0, first, None, begin))


def _inside(block: Block) -> Iterator[tuple[str, int, _Inside]]:
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
