"""A page's headings as a tree, each with what stands below it before the next one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from stepsheet.importing.classify import marks
from stepsheet.importing.classify.inlines import plain
from stepsheet.importing.classify.options import Condition
from stepsheet.importing.classify.pieces import DEEP, Piece, Pieces
from stepsheet.importing.tree import Heading


@dataclass(frozen=True, slots=True)
class Node:
    """A heading, None for the page itself, with its own pieces and the headings below it."""

    heading: Heading | None
    own: Pieces
    children: tuple["Node", ...] = ()
    when: Condition = ()


@dataclass(slots=True)
class _Open:
    heading: Heading | None
    level: int
    when: Condition = ()
    own: list[Piece] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    def closed(self) -> Node:
        return Node(self.heading, tuple(self.own), tuple(self.children), self.when)


def tree(pieces: Pieces) -> Node:
    """The page as a tree; a heading inside of tabs is in it when nothing follows the tabs in their section."""
    stack = [_Open(None, 0)]
    for piece in _sequence(_settled(pieces)):
        block = piece.block
        if not isinstance(block, Heading) or block.level >= DEEP:
            stack[-1].own.append(piece)
            continue
        while stack[-1].level >= block.level:
            _close(stack)
        stack.append(_Open(block, block.level, piece.when))
    while len(stack) > 1:
        _close(stack)
    return stack[0].closed()


def _close(stack: list[_Open]) -> None:
    node = stack.pop().closed()
    stack[-1].children.append(node)


def flattened(node: Node) -> Pieces:
    """All pieces of a node and those below it, the headings below as mere titles."""
    return (*node.own, *(piece for child in node.children for piece in (*title(child), *flattened(child))))


def title(node: Node) -> Pieces:
    """The heading of a node as a mere title."""
    return (Piece(replace(node.heading, level=DEEP), node.when),) if node.heading else ()


def _settled(pieces: Pieces) -> Iterator[Piece]:
    """The pieces, with the headings of tabs below the heading that the tabs stand under, or as mere titles."""
    runs = [(when, tuple(run)) for when, run in groupby(pieces, key=lambda piece: bool(piece.when))]
    outer = 1
    for index, (in_tabs, run) in enumerate(runs):
        levels = [piece.block.level for piece in run if isinstance(piece.block, Heading) and piece.block.level < DEEP]
        if not in_tabs:
            outer = levels[-1] if levels else outer
            yield from run
        elif levels and index + 1 < len(runs) and not isinstance(runs[index + 1][1][0].block, Heading):
            yield from (_relevelled(piece, DEEP) for piece in run)
        else:
            yield from (_relevelled(piece, outer + 1 - min(levels, default=0)) for piece in run)


def _relevelled(piece: Piece, change: int) -> Piece:
    block = piece.block
    if not isinstance(block, Heading) or block.level >= DEEP:
        return piece
    return replace(piece, block=replace(block, level=min(max(block.level + change, 2), DEEP)))


def _sequence(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, with "Step 3" on the level of the "Step 2" before it, whatever levels the two were given."""
    level, number = 0, 0
    for piece in pieces:
        block = piece.block
        if not isinstance(block, Heading) or block.level >= DEEP:
            yield piece
            continue
        mark = marks.find(plain(block.inlines))
        if mark and mark.named:
            if number and mark.number == number + 1:
                block = replace(block, level=level)
            level, number = block.level, mark.number
        elif block.level <= level:
            level, number = 0, 0
        yield replace(piece, block=block)
