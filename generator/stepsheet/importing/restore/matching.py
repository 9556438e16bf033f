"""Two rows of atoms laid beside each other: which atom of the old page is which of the new one."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from stepsheet.importing.restore.atoms import Atom

_MOST = 4_000_000  # pairs of atoms that are compared; beyond it, too much of the page is new

Pairs = dict[int, int]


def match(old: Sequence[Atom], new: Sequence[Atom]) -> Pairs:
    """The index in the new row for the atoms of the old row that are in it, said the same or not."""
    before, after = [(atom.shape, atom.said) for atom in old], [(atom.shape, atom.said) for atom in new]
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    pairs = {index: index for index in range(head)}
    pairs |= {len(old) - index: len(new) - index for index in range(1, tail + 1)}
    end, last = len(old) - tail, len(new) - tail
    if (end - head) * (last - head) > _MOST:
        return {}
    matcher = SequenceMatcher(None, before[head:end], after[head:last], autojunk=False)
    for tag, low, high, first, final in matcher.get_opcodes():
        if tag == "equal":
            pairs |= {head + low + step: head + first + step for step in range(high - low)}
        elif tag == "replace":
            pairs |= _alike(old, new, range(head + low, head + high), range(head + first, head + final))
    return _whole(pairs, old, new)


def _common(one: Sequence[object], other: Sequence[object]) -> int:
    """How many items two rows have in common at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((index for index, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


def _alike(old: Sequence[Atom], new: Sequence[Atom], these: range, those: range) -> Pairs:
    """Atoms of one shape in a stretch that differs, as many as can be paired in order."""
    shapes, others = [old[index].shape for index in these], [new[index].shape for index in those]
    matcher = SequenceMatcher(None, shapes, others, autojunk=False)
    return {
        these[block.a + step]: those[block.b + step]
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }


def _whole(pairs: Pairs, old: Sequence[Atom], new: Sequence[Atom]) -> Pairs:
    """The pairs of which both ends of a block are paired with both ends of one block."""
    return {
        index: other
        for index, other in pairs.items()
        if old[index].mate == index or pairs.get(old[index].mate) == new[other].mate
    }
