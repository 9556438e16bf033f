"""The blocks of a file against those that it must have: lost, moved, said again, of another form, or of nobody."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from stepsheet.audit.blocks import Block
from stepsheet.audit.faults import changed_data, lost_text, out_of_order, said_twice, stray_text
from stepsheet.audit.sketch import Asked
from stepsheet.diagnostics import Diagnostic, Location


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of the blocks asked for, and what stands there; `near` are the lines of it and of its neighbours."""

    asked: Sequence[Asked]
    found: Sequence[Block]
    before: Asked
    near: frozenset[tuple[Path, int]]


def compare(
    asked: Sequence[Asked], found: Sequence[Block], file: str, told: Collection[Location]
) -> Iterator[Diagnostic]:
    """What is wrong with a sequence of blocks, but where something is told of already."""
    lines = frozenset((place.source.path, place.line) for place in told)
    every = [one for one in _differences(asked, found) if one.near.isdisjoint(lines)]
    lost = Counter(one.block.words for difference in every for one in difference.asked)
    added = Counter(block.words for difference in every for block in difference.found)
    known = {one.block.words: one for one in asked}
    for difference in every:
        here = Counter(block.words for block in difference.found)
        for one in difference.asked:
            words = one.block.words
            if here[words]:
                yield changed_data.form(one.at, one.name, one.block.text, file)
            elif added[words]:
                yield out_of_order.text(one.at, one.name, one.block.text, file)
            else:
                yield lost_text.text(one.at, one.name, one.block.text, file)
        for block in difference.found:
            again = known.get(block.words)
            if again and not lost[block.words]:
                yield said_twice.text(again.at, again.name, block.text, file)
            elif not again:
                yield stray_text.at(difference.before.at, block.text, file)


def _differences(asked: Sequence[Asked], found: Sequence[Block]) -> Iterator[Difference]:
    wanted = [one.block for one in asked]
    if wanted == list(found):
        return
    matcher = SequenceMatcher(None, wanted, found, autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind != "equal":
            around = asked[max(first - 1, 0) : last + 1]
            near = frozenset((at.source.path, at.line) for one in around for at in (one.at, *one.beside))
            yield Difference(asked[first:last], found[begin:end], around[0], near)
