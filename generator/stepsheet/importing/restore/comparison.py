"""The page as it was written and the page as it is, beside each other."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from stepsheet.importing import tree
from stepsheet.importing.restore.atoms import Atom
from stepsheet.importing.restore.changes import Change, Reader
from stepsheet.importing.restore.matching import Pairs
from stepsheet.importing.restore.result import Lost
from stepsheet.importing.restore.version import Version
from stepsheet.skeleton import Part, Slot

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Comparison:
    """`held` are the atoms of each slot in the old page, `pairs` the new index of an old atom."""

    old: Version
    new: Version
    held: dict[Slot, range]
    pairs: Pairs
    stretches: dict[Slot, range] = field(default_factory=dict)

    def changes(self, reader: Reader) -> Iterator[Change | Lost]:
        """Every text that is not as it was."""
        for begin, group in groupby(self.held, lambda slot: (self.held[slot].start, slot.part)):
            slots, (index, part) = list(group), begin
            if part is Part.BLOCKS:
                for slot in slots:
                    yield from self._blocks(slot, reader)
            elif index not in self.pairs:
                yield Lost(f"this is gone: {_quoted(self.old.row[index])}", self._line(index))
            else:
                yield from self._leaf(slots, part, self.old.row[index], reader, self.new.row[self.pairs[index]])

    def _leaf(self, slots: list[Slot], part: Part, old: Atom, reader: Reader, new: Atom) -> Iterator[Change | Lost]:
        if old.said == new.said:
            return
        if part is Part.WORDS:
            yield from reader.lines(slots, old, new)
        for slot in slots:
            if part is Part.CODE:
                yield from reader.code(slot, old, new)
            elif part is not Part.WORDS:
                yield from reader.picture(slot, old, new)

    def _blocks(self, slot: Slot, reader: Reader) -> Iterator[Change | Lost]:
        """A text of paragraphs: what stands between its neighbours."""
        held = self.held[slot]
        stretch = self._stretch(held)
        if stretch is None:
            yield Lost(f"what stood around this text is gone: {slot.key}", self._line(held.start))
            return
        self.stretches[slot] = stretch
        was, now = self.old.row[held.start : held.stop], self.new.row[stretch.start : stretch.stop]
        if [(atom.shape, atom.said) for atom in was] != [(atom.shape, atom.said) for atom in now]:
            line = now[0].line if now else self._line(held.start)
            yield from reader.blocks(slot, self.old.blocks(held) or (), self.new.blocks(stretch), line)

    def _stretch(self, held: range) -> range | None:
        """The stretch of the new page between the neighbours of a stretch of the old one."""
        begin = self._after(held.start - 1) if self._has(held.start - 1) else self.pairs.get(held.start)
        end = self.pairs.get(held.stop, len(self.new.row)) if self._has(held.stop) else self._after(held.stop - 1)
        if begin is None or end is None:
            return None
        taken = max((stretch.stop for stretch in self.stretches.values()), default=0)
        begin = max(begin, min(taken, end))
        return range(begin, end) if begin <= end else None

    def _has(self, index: int) -> bool:
        """Whether the new page has an atom of the old one, or its end."""
        return index in self.pairs or index in {-1, len(self.old.row)}

    def _after(self, index: int) -> int | None:
        """The index in the new page behind an atom of the old one."""
        return 0 if index < 0 else self.pairs[index] + 1 if index in self.pairs else None

    def rest(self) -> Lost | None:
        """What is gone or new outside the texts, where the guide has no place for it."""
        free = {index for slot, held in self.held.items() if slot.part is Part.BLOCKS for index in held}
        gone = next((index for index in range(len(self.old.row)) if index not in free | self.pairs.keys()), None)
        if gone is not None:
            return Lost(f"this is gone: {_quoted(self.old.row[gone])}", self._line(gone))
        covered = set(self.pairs.values()).union(*self.stretches.values())
        added = next((atom for index, atom in enumerate(self.new.row) if index not in covered), None)
        return Lost(f"this is new: {_quoted(added)}", added.line) if added else None

    def _line(self, index: int) -> int:
        """The line of the new page where an atom of the old one would be."""
        before = (self.new.row[self.pairs[each]].line for each in range(index, -1, -1) if each in self.pairs)
        return next((line for line in before if line), 1)

    def made(self) -> Iterator[tuple[int, str]]:
        """The words of the new page that the export has made, by line."""
        texts = {index for held in self.held.values() for index in held}
        for index, other in sorted(self.pairs.items()):
            words = said(self.new.row[other])
            if index not in texts and words:
                yield self.new.row[other].line, words
        for slot, held in self.held.items():
            line = self.new.row[self.pairs[held.start]].line if held.start in self.pairs else self._line(held.start)
            yield from ((line, words) for words in (slot.before, slot.after) if words.strip())


def said(atom: Atom) -> str:
    """The words of a block without blocks in it."""
    match atom.block:
        case tree.Heading(inlines=inlines) | tree.Paragraph(inlines=inlines) | tree.PageLink(inlines=inlines):
            return tree.words(inlines)
        case tree.Hint(title=title):
            return tree.words(title)
        case _:
            return ""


def _quoted(atom: Atom) -> str:
    """What an atom is, in the words of its first text."""
    texts = [part[0] if isinstance(part, tuple) else part for part in atom.said]
    words = "".join(str(text) for text in texts)
    return repr(words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…") if words else f"a {atom.shape.strip('<>')}"
