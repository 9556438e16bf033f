"""The texts of one line of a page: what stands between the words of the export."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from stepsheet.importing import tree
from stepsheet.importing.restore.cutting import cut, pattern, trimmed
from stepsheet.importing.tree import Inlines, Link, Strong
from stepsheet.skeleton import Slot


def split(inlines: Inlines, slots: Sequence[Slot], known: Sequence[str]) -> tuple[list[Inlines], bool] | None:
    """The inlines of each slot of a line, and whether the words after the last one are there.

    None when other words around the slots are gone. `known` are the words of the slots as they were: of all ways to
    read the line, it is the one that changes the fewest.
    """
    said, last = tree.words(inlines), slots[-1]
    for free in _freedoms(len(slots)):
        texts = [r"(.*)" if index in free else f"({pattern(known[index])})" for index in range(len(slots))]
        begun = "".join(rf"\s*{pattern(slot.before)}\s*{text}" for slot, text in zip(slots, texts, strict=True))
        for ending, marked in ((pattern(last.after), True), ("", False)):
            found = re.fullmatch(rf"{begun}\s*{ending}\s*", said, re.DOTALL)
            if found:
                cuts = [trimmed(cut(inlines, *found.span(index + 1))) for index in range(len(slots))]
                return cuts, marked and bool(last.after)
    return None


def _freedoms(count: int) -> Iterator[tuple[int, ...]]:
    """Which of some texts may differ: none, one, two."""
    for size in range(count + 1):
        yield from combinations(range(count), size)


def bare(inlines: Inlines, before: Inlines) -> Inlines:
    """A text without the bold or the link that the export has put around it, which `before` was in too."""
    if len(inlines) == len(before) == 1:
        one, other = inlines[0], before[0]
        if isinstance(one, Strong | Link) and type(one) is type(other):
            return one.children
    return inlines
