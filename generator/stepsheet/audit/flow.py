"""The words of a built file, one after another, and texts found in them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from stepsheet.audit.wording import words

MANY = 40  # places of one short text that are looked at
HEAVY = 1000  # how much more than a loose text of the same length one weighs that must be in its order


@dataclass(frozen=True, slots=True)
class Setting:
    """What the reader is told of some words: their language, whether they are said to be no translation, hidden."""

    lang: str = ""
    state: str = ""
    hidden: bool = False
    href: str = ""


@dataclass(slots=True)
class Flow:
    """Words joined without blanks, so that it does not matter where a line, a page or a tag divides one.

    `starts` are the offsets of the words, `settings` theirs.
    """

    text: str = ""
    starts: list[int] = field(default_factory=list)
    settings: list[Setting] = field(default_factory=list)
    _edges: frozenset[int] | None = None

    @classmethod
    def of(cls, runs: Iterable[tuple[str, Setting]]) -> "Flow":
        """The words of some texts, none of which ends within a word."""
        made, at, parts = cls(), 0, []
        for text, setting in runs:
            for word in words(text):
                made.starts.append(at)
                made.settings.append(setting)
                parts.append(word)
                at += len(word)
        made.text = "".join(parts)
        return made

    def find(self, wanted: str, start: int) -> int:
        """Where some words stand from an offset on, beginning and ending with words of the flow; -1 if nowhere."""
        if self._edges is None:
            self._edges = frozenset([*self.starts, len(self.text)])
        at = self.text.find(wanted, start)
        while at >= 0 and not (at in self._edges and at + len(wanted) in self._edges):
            at = self.text.find(wanted, at + 1)
        return at

    def places(self, wanted: str) -> Iterator[int]:
        """Every place where some words stand, up to MANY."""
        at = self.find(wanted, 0)
        for _ in range(MANY):
            if at < 0:
                return
            yield at
            at = self.find(wanted, at + 1)

    def over(self, start: int, end: int) -> Iterator[tuple[str, Setting]]:
        """The words between two offsets and their settings."""
        first, last = bisect_right(self.starts, start - 1), bisect_right(self.starts, end - 1)
        for index in range(first, last):
            until = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
            yield self.text[self.starts[index] : until], self.settings[index]


Owner = TypeVar("Owner")


@dataclass(frozen=True, slots=True)
class Wanted(Generic[Owner]):
    """Words that must follow one another without anything between them; `of` is whose they are.

    Loose ones yield to the others where not all can be in their order.
    """

    text: str
    of: Owner
    is_loose: bool = False


@dataclass(frozen=True, slots=True)
class Traced(Generic[Owner]):
    """Where the wanted texts stand, and what is left.

    `found` are start and end of each text at its place; `moved` stand elsewhere than their order says, `missing`
    nowhere; `rest` are the stretches that belong to none, each with the text before it.
    """

    found: tuple[tuple[Wanted[Owner], int, int], ...]
    moved: tuple[Wanted[Owner], ...]
    missing: tuple[Wanted[Owner], ...]
    rest: tuple[tuple[int, int, Wanted[Owner] | None], ...]


def trace(flow: Flow, wanted: Sequence[Wanted[Owner]]) -> Traced[Owner]:
    """Find texts in a flow, each once and in their order."""
    places = _straight(flow, wanted) or _best(flow, wanted)
    found = [(one, at, at + len(one.text)) for one, at in zip(wanted, places, strict=True) if at >= 0]
    rest = list(_rest(flow, found))
    moved: list[Wanted[Owner]] = []
    missing: list[Wanted[Owner]] = []
    for one in (one for one, at in zip(wanted, places, strict=True) if at < 0):
        elsewhere = any(
            start <= at and at + len(one.text) <= end for at in flow.places(one.text) for start, end, _ in rest
        )
        (moved if elsewhere else missing).append(one)
    return Traced(tuple(found), tuple(moved), tuple(missing), tuple(rest))


def placed(flow: Flow, traced: Traced[Owner], one: Wanted[Owner]) -> Traced[Owner]:
    """What was traced, with a text found in what is left, wherever that is."""
    for start, end, before in traced.rest:
        at = flow.find(one.text, start)
        last = at + len(one.text)
        if at >= 0 and last <= end:
            rest = tuple(part for part in traced.rest if part[0] != start)
            ends = tuple(part for part in ((start, at, before), (last, end, one)) if part[0] < part[1])
            return replace(
                traced, found=(*traced.found, (one, at, last)), rest=tuple(sorted((*rest, *ends), key=_start))
            )
    return replace(traced, missing=(*traced.missing, one))


def _start(stretch: tuple[int, int, object]) -> int:
    return stretch[0]


def _straight(flow: Flow, wanted: Sequence[Wanted[Owner]]) -> list[int] | None:
    """The first place of each text after the one before it; None when one has none."""
    made, at = [], 0
    for one in wanted:
        place = flow.find(one.text, at)
        if place < 0:
            return None
        made.append(place)
        at = place + len(one.text)
    return made


def _best(flow: Flow, wanted: Sequence[Wanted[Owner]]) -> list[int]:
    """The places that keep the order and cover most of the flow; -1 for a text that finds none among the others.

    The longest chain by weight, over all places of all texts in the order of their ends.
    """
    places = sorted((at + len(one.text), index, at) for index, one in enumerate(wanted) for at in flow.places(one.text))
    weights: list[int] = []
    before: list[int] = []
    for number, (end, index, at) in enumerate(places):
        best, link = 0, -1
        for earlier in range(number):
            if places[earlier][0] <= at and places[earlier][1] < index and weights[earlier] > best:
                best, link = weights[earlier], earlier
        weights.append(best + (end - at) * (1 if wanted[index].is_loose else HEAVY))
        before.append(link)
    made = [-1] * len(wanted)
    at = max(range(len(places)), key=weights.__getitem__, default=-1)
    while at >= 0:
        made[places[at][1]] = places[at][2]
        at = before[at]
    return made


def _rest(
    flow: Flow, found: Sequence[tuple[Wanted[Owner], int, int]]
) -> Iterator[tuple[int, int, Wanted[Owner] | None]]:
    at, last = 0, None
    for one, start, end in found:
        if start > at:
            yield at, start, last
        at, last = end, one
    if at < len(flow.text):
        yield at, len(flow.text), last
