"""Which parts of two lists belong together when only their structure may be asked.

Lists of the same length pair by position. Otherwise parts are held together by what no translator changes (addresses,
listings, picture files): parts that share such a mark, and no others of their list, are fixed points, and what lies
between two fixed points pairs by position when there is the same number of parts on both sides. All else stays alone.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

Part = dict[str, object]
Marks = Callable[[Part], tuple[str, ...]]
Pairs = list[tuple[int, int]]


def pairs(ours: Sequence[Part], theirs: Sequence[Part], marks: Marks) -> Pairs:
    """The indexes that belong together, in order."""
    if len(ours) == len(theirs):
        return [(index, index) for index in range(len(ours))]
    fixed = list(_rising(_shared([marks(part) for part in ours], [marks(part) for part in theirs])))
    ends = [(-1, -1), *fixed, (len(ours), len(theirs))]
    found = set(fixed)
    for (our_first, their_first), (our_last, their_last) in pairwise(ends):
        if our_last - our_first == their_last - their_first and fixed:
            found |= {(our_first + step, their_first + step) for step in range(1, our_last - our_first)}
    return sorted(found)


def _shared(ours: list[tuple[str, ...]], theirs: list[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Parts with the same marks, which nothing else in either list has."""
    once_here = {mark for mark, times in Counter(ours).items() if times == 1 and mark}
    once_there = {mark: index for index, mark in enumerate(theirs) if mark and theirs.count(mark) == 1}
    for index, mark in enumerate(ours):
        if mark in once_here and mark in once_there:
            yield index, once_there[mark]


def _rising(candidates: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The candidates that keep the order on both sides; one that crosses the last is passed over."""
    last = -1
    for ours, theirs in candidates:
        if theirs > last:
            last = theirs
            yield ours, theirs
