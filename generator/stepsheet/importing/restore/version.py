"""A page in one of its two versions: as the export wrote it, as it is now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stepsheet.importing.restore.atoms import Atom, atoms, labelled
from stepsheet.importing.tree import Blocks, Emphasis, Page, Paragraph, walk, words
from stepsheet.skeleton import Part, Slot

_SHAPES = {
    Part.WORDS: ("Heading", "Paragraph"),
    Part.CODE: ("Listing",),
    Part.ALT: ("Figure",),
    Part.CAPTION: ("Figure",),
    Part.FILE: ("Figure",),
}


@dataclass(frozen=True, slots=True)
class Version:
    """The atoms of a page and the fields of its front matter."""

    row: tuple[Atom, ...]
    fields: Mapping[str, object]

    @property
    def description(self) -> str:
        """The field of the front matter, empty when there is none."""
        return str(self.fields.get("description") or "")

    def blocks(self, stretch: range) -> Blocks | None:
        """The blocks of a stretch; None when it holds half a block."""
        found, index = [], stretch.start
        while index < stretch.stop:
            atom = self.row[index]
            if atom.block is None or atom.mate < index or atom.mate >= stretch.stop:
                return None
            found.append(atom.block)
            index = atom.mate + 1
        return tuple(found)


def labels(page: Page, slots: tuple[Slot, ...]) -> set[str]:
    """The words of the export that paragraphs of the page begin with: those before texts, and those of its own."""
    found = {slot.line: slot.before for slot in reversed(slots)}
    held = {line for slot in slots for line in range(slot.line, slot.last + 1)}
    own = (block.inlines[0] for block in walk(page.blocks) if isinstance(block, Paragraph) and block.line not in held)
    return {*found.values(), *(words((inline,)) for inline in own if isinstance(inline, Emphasis))}


def version(page: Page, known: Iterable[str]) -> Version:
    """The page taken apart; `known` are the words that the export begins paragraphs with."""
    return Version(labelled(atoms(page.blocks), known), page.fields)


def stretches(slots: tuple[Slot, ...], row: tuple[Atom, ...]) -> dict[Slot, range] | None:
    """The atoms of each slot in the page as it was written; None when one is not where it should be."""
    found = {slot: _stretch(slot, row) for slot in slots if slot.part is not Part.DESCRIPTION}
    return None if None in found.values() else {slot: place for slot, place in found.items() if place is not None}


def _stretch(slot: Slot, row: tuple[Atom, ...]) -> range | None:
    if slot.part is not Part.BLOCKS:
        shapes = _SHAPES[slot.part]
        held = [
            index
            for index, atom in enumerate(row)
            if atom.shape.startswith(shapes) and slot.line <= atom.line <= slot.last
        ]
        return range(held[0], held[0] + 1) if held else None
    if slot.last < slot.line:
        begin = 1 + max((index for index, atom in enumerate(row) if 0 < atom.line <= slot.last), default=-1)
        return range(begin, begin)
    held = [index for index, atom in enumerate(row) if slot.line <= atom.line <= slot.last]
    return range(held[0], max(row[index].mate for index in held) + 1) if held else None
