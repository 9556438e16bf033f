"""Blocks as prose may hold them; what it may not hold (pictures, hints) comes out beside it, in order."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from stepsheet.importing.classify import substitutes
from stepsheet.importing.classify.inlines import bold, icons, plain, without_icons
from stepsheet.importing.classify.notes import Notes
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
    Hint,
    Inlines,
    Item,
    List,
    Listing,
    PageLink,
    Paragraph,
    Quote,
    Rule,
    Stepper,
    Table,
    Tabs,
    Unknown,
)


def cleaned(block: Block, notes: Notes, *, hints: bool = True) -> tuple[Blocks, Blocks]:
    """The block as prose, and the figures and hints that stood in it; with `hints` off a hint becomes prose too."""
    cleaner = _Cleaner(notes, hints)
    return tuple(cleaner.block(block)), tuple(cleaner.beside)


@dataclass(slots=True)
class _Cleaner:
    notes: Notes
    hints: bool
    beside: list[Block] = field(default_factory=list)

    def blocks(self, blocks: Blocks) -> Blocks:
        return tuple(made for block in blocks for made in self.block(block))

    def block(self, block: Block) -> Iterator[Block]:
        match block:
            case Paragraph(line=line, inlines=inlines):
                self.beside += [Figure(line, icon.src, icon.alt) for icon in icons(inlines)]
                rest = without_icons(inlines)
                if plain(rest):
                    yield Paragraph(line, rest)
            case Figure():
                self.beside.append(block)
            case Listing():
                if block.text.strip():
                    yield block
            case Rule():
                yield block
            case Hint():
                yield from self._hint(block)
            case List() | Table() | Quote():
                yield from self._held(block)
            case Embed() | Download() | Formula() | Unknown() | PageLink():
                yield from substitutes.of(block, self.notes)
            case _:
                yield from self._opened(block)

    def _held(self, block: List | Table | Quote) -> Iterator[Block]:
        match block:
            case List():
                yield from self._list(block)
            case Table():
                yield from self._table(block)
            case Quote(line=line, blocks=blocks):
                inner = self.blocks(blocks)
                if inner:
                    yield Quote(line, inner)

    def _hint(self, hint: Hint) -> Iterator[Block]:
        if self.hints:
            self.beside.append(hint)
        else:
            self.notes.kept(hint.line, "a hint inside a hint", "text")
            yield from self.titled(hint.line, hint.title, hint.blocks)

    def _opened(self, block: Heading | Expandable | Group | Tabs | Stepper) -> Iterator[Block]:
        match block:
            case Heading():
                yield from self.titled(block.line, block.inlines, ())
            case Expandable() | Group():
                yield from self.titled(block.line, block.title, block.blocks)
            case Tabs():
                for tab in block.tabs:
                    yield from self.titled(tab.line, tab.title, tab.blocks)
            case Stepper():
                items = tuple(Item(step.line, step.blocks, number=number) for number, step in enumerate(block.steps, 1))
                yield from self._list(List(block.line, ordered=True, items=items, tight=False))

    def _list(self, found: List) -> Iterator[Block]:
        items = tuple(replace(item, blocks=self.blocks(item.blocks)) for item in found.items)
        filled = tuple(item for item in items if item.blocks)
        if filled:
            yield replace(found, items=filled)

    def _table(self, table: Table) -> Iterator[Block]:
        head = tuple(self.blocks(cell) for cell in table.head)
        rows = tuple(tuple(self.blocks(cell) for cell in row) for row in table.rows)
        spoken = tuple(row for row in rows if any(row))
        if spoken or any(head):
            yield replace(table, head=head, rows=spoken)

    def titled(self, line: int, title: Inlines, blocks: Blocks) -> Iterator[Block]:
        self.beside += [Figure(line, icon.src, icon.alt) for icon in icons(title)]
        if plain(title):
            yield Paragraph(line, bold(title))
        yield from self.blocks(blocks)
