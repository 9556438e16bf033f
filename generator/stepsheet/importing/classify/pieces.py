"""A page as a run of pieces: what holds other blocks without meaning a thing to a guide is opened, in order.

After this, a piece is a heading, a paragraph of words, a picture, a listing, a list, a table, a quotation, a hint, a
stepper or a rule. Lists, hints and steppers still hold whatever they held.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from stepsheet.importing.classify import prose, substitutes
from stepsheet.importing.classify.inlines import icons, plain, without_icons
from stepsheet.importing.classify.notes import Notes
from stepsheet.importing.classify.options import Condition, Plan
from stepsheet.importing.tree import (
    Block,
    Blocks,
    Download,
    Embed,
    Expandable,
    Figure,
    Formula,
    Group,
    Heading,
    Inlines,
    PageLink,
    Paragraph,
    Quote,
    Table,
    Tabs,
    Unknown,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, and for which answers it is; one that the page folds away is no step."""

    block: Block
    when: Condition = ()
    folded: bool = False


Pieces: TypeAlias = tuple[Piece, ...]

DEEP = 9  # the level of a heading that can be no section, only a bold line


@dataclass(frozen=True, slots=True)
class Reader:
    """What opening blocks needs to know of the page."""

    plan: Plan
    notes: Notes

    def pieces(self, blocks: Iterable[Block], when: Condition = ()) -> Pieces:
        """The pieces of a run of blocks."""
        return tuple(piece for block in blocks for piece in self._open(block, when))

    def body(self, blocks: Iterable[Block], when: Condition = ()) -> Pieces:
        """The pieces of a run of blocks in which a heading can be no section."""
        return tuple(replace(piece, block=demoted(piece.block)) for piece in self.pieces(blocks, when))

    def _open(self, block: Block, when: Condition) -> Iterator[Piece]:
        match block:
            case Paragraph() | Heading():
                yield from (Piece(part, when) for part in _parted(block))
            case Group():
                yield from self.pieces((*_headed(block), *block.blocks), when)
            case Expandable():
                blocks = (*titled(block.line, block.title), *block.blocks)
                yield from (replace(piece, folded=True) for piece in self.body(blocks, when))
            case Tabs():
                yield from self._tabs(block, when)
            case Embed() | Download() | Formula() | Unknown() | PageLink():
                yield from (Piece(made, when) for made in substitutes.of(block, self.notes))
            case Table() | Quote():
                clean, beside = prose.cleaned(block, self.notes)
                yield from (Piece(made, when) for made in clean)
                yield from self.pieces(beside, when)
            case _:
                yield Piece(block, when)

    def _tabs(self, tabs: Tabs, when: Condition) -> Iterator[Piece]:
        conditions = self.plan.conditions(tabs)
        for index, tab in enumerate(tabs.tabs):
            if conditions is None:
                yield from self.body((*titled(tab.line, tab.title), *tab.blocks), when)
            else:
                yield from self.pieces(tab.blocks, joined(when, conditions[index]))


def joined(outer: Condition, inner: Condition) -> Condition:
    """Both conditions; the inner one has its way where they ask the same."""
    return tuple((dict(outer) | dict(inner)).items())


def implied(condition: Condition, by: Condition) -> bool:
    """Whether a condition holds whenever another one does."""
    return set(condition) <= set(by)


def titled(line: int, title: Inlines) -> Blocks:
    """A title; nothing when it has no words."""
    return (Heading(line, DEEP, title),) if plain(title) else ()


def _headed(group: Group) -> Blocks:
    """The title of a group, as a heading above those in it."""
    levels = [block.level for block in group.blocks if isinstance(block, Heading)]
    level = max(min(levels) - 1, 1) if levels else DEEP
    return tuple(replace(block, level=level) for block in titled(group.line, group.title) if isinstance(block, Heading))


def demoted(block: Block) -> Block:
    """The block, a heading as one that can be no section."""
    return replace(block, level=DEEP) if isinstance(block, Heading) else block


def _parted(block: Paragraph | Heading) -> Iterator[Block]:
    """The words, if any, and then the pictures that stood among them."""
    inside = tuple(icons(block.inlines))
    rest = without_icons(block.inlines) if inside else block.inlines
    if plain(rest):
        yield replace(block, inlines=rest)
    yield from (Figure(block.line, icon.src, icon.alt) for icon in inside)
