"""What of a page differs from what was written: the texts that were edited, and how they are now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stepsheet.importing import tree
from stepsheet.importing.draft import Line, Prose, Src
from stepsheet.importing.restore.atoms import Atom, atoms, runs
from stepsheet.importing.restore.cutting import bared
from stepsheet.importing.restore.leading import Leads
from stepsheet.importing.restore.places import Place
from stepsheet.importing.restore.result import Lost
from stepsheet.importing.restore.telling import bare, split
from stepsheet.importing.restore.version import Version
from stepsheet.importing.tree import Blocks, Figure, Inlines, Listing
from stepsheet.model import prose
from stepsheet.model.text import Kind
from stepsheet.skeleton import Part, Slot

_PROSE = (tree.Paragraph, tree.List, tree.Listing, tree.Table, tree.Quote, tree.Rule)
_OPTIONAL = {"info", "expect", "if_not", "outcome"}
Value = str | Line | Prose | Src | None


@dataclass(frozen=True, slots=True)
class Change:
    """A text that is not as it was; `value` is None when it is gone. `is_current` says that only its mark is."""

    key: str
    value: Value
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the texts of the new page by the atoms of the old one."""

    old: Version
    new: Version
    known: dict[str, Place]
    leads: Leads

    def lines(self, slots: Sequence[Slot], old: Atom, new: Atom) -> Iterator[Change | Lost]:
        """The texts that share a line."""
        was, now = _inlines(old), _inlines(new)
        spoken = [self._spoken(slot.key) for slot in slots]
        before, after = split(was, slots, spoken), split(now, slots, spoken)
        if before is None or after is None:
            yield Lost(f"the words around {spoken[0]!r} are not as they were", new.line)
            return
        for slot, one, other in zip(slots, before[0], after[0], strict=True):
            if runs(one) != runs(other):
                yield self._line(slot, one, other, new.line)
        if before[1] and not after[1] and runs(before[0][-1]) == runs(after[0][-1]):
            yield Change(slots[-1].key, None, is_current=True)

    def _line(self, slot: Slot, was: Inlines, now: Inlines, line: int) -> Change | Lost:
        if not tree.words(now).strip():
            return Lost(f"the text {self._spoken(slot.key)!r} is gone", line)
        place = self.known[slot.key]
        if place.kind is not Kind.LINE:
            return Change(slot.key, " ".join(tree.words(now).split()))
        text = now if _stood_alone(was, str(place.value)) else bare(now, was)
        return Change(slot.key, Line(line, self.leads.led(text, slot.key, was)))

    def blocks(self, slot: Slot, was: Blocks, now: Blocks | None, line: int) -> Iterator[Change | Lost]:
        """A text of paragraphs."""
        if now is None or not all(isinstance(block, _PROSE) for block in tree.walk(now)):
            yield Lost("something was added that is no text, or only half of a text is there", line)
            return
        before, old_mark = bared(was, slot.before, slot.after)
        after, new_mark = bared(now, slot.before, slot.after)
        if _said(before) != _said(after):
            yield self._blocks(slot, before, after, line)
        elif old_mark and not new_mark:
            yield Change(slot.key, None, is_current=True)

    def _blocks(self, slot: Slot, was: Blocks, now: Blocks, line: int) -> Change | Lost:
        if not now and self.known[slot.key].name not in _OPTIONAL:
            return Lost(f"the text {self._spoken(slot.key)!r} is gone", line)
        return Change(slot.key, Prose(line, self.leads.led_blocks(now, slot.key, was)) if now else None)

    def picture(self, slot: Slot, old: Atom, new: Atom) -> Iterator[Change | Lost]:
        """A text of a picture, or its file."""
        if not isinstance(old.block, Figure) or not isinstance(new.block, Figure):
            return
        was, now = old.block, new.block
        if slot.part is Part.CAPTION:
            yield from self.lines([slot], replace(old, block=_paragraph(was)), replace(new, block=_paragraph(now)))
        elif slot.part is Part.ALT:
            yield from self._alt(slot, was.alt or "", now.alt or "", new.line)
        elif was.src != now.src:
            yield Change(slot.key, Src(new.line, now.src))

    def _alt(self, slot: Slot, was: str, now: str, line: int) -> Iterator[Change | Lost]:
        made = tuple((tree.Words(text),) for text in (was, now))
        before, after = (split(text, [slot], [self._spoken(slot.key)]) for text in made)
        if before is None or after is None or not tree.words(after[0][0]):
            yield Lost(f"the description of a picture is gone: {was!r}", line)
        elif runs(before[0][0]) != runs(after[0][0]):
            yield Change(slot.key, " ".join(tree.words(after[0][0]).split()))
        elif before[1] and not after[1]:
            yield Change(slot.key, None, is_current=True)

    def code(self, slot: Slot, old: Atom, new: Atom) -> Iterator[Change | Lost]:
        """A listing."""
        if isinstance(old.block, Listing) and isinstance(new.block, Listing) and old.said != new.said:
            yield Change(slot.key, new.block.text)

    def description(self, slot: Slot) -> Iterator[Change | Lost]:
        """The text in the front matter."""
        old, new = ((tree.Words(each.description),) for each in (self.old, self.new))
        atoms_ = [Atom("Paragraph", 1, tuple(runs(each)), tree.Paragraph(1, each), 0) for each in (old, new)]
        yield from self.lines([slot], *atoms_)

    def _spoken(self, key: str) -> str:
        """The words of a text as the page had them."""
        place = self.known[key]
        text = str(place.value)
        if place.kind is not Kind.LINE:
            return " ".join(text.split())
        tokens = prose.inline(text.strip())
        return "".join(" " if token.type in {"softbreak", "hardbreak"} else token.content for token in tokens)


def _inlines(atom: Atom) -> Inlines:
    block = atom.block
    return block.inlines if isinstance(block, tree.Heading | tree.Paragraph) else ()


def _paragraph(figure: Figure) -> tree.Paragraph:
    return tree.Paragraph(figure.line, figure.caption)


def _said(blocks: Blocks) -> list[tuple[str, object]]:
    return [(atom.shape, atom.said) for atom in atoms(blocks)]


def _stood_alone(was: Inlines, text: str) -> bool:
    """Whether the bold or the link that a text was in is its own."""
    first = next(iter(prose.inline(text.strip())), None)
    return first is not None and first.type in {"strong_open", "link_open"} and len(was) == 1
