"""The boxes of a sheet: one beside each step, need, answer and kept secret, and no other.

A box belongs to the text at whose beginning it stands: on the same line, before it in the direction of reading.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from stepsheet.audit.claims import Part
from stepsheet.audit.faults import loose_box
from stepsheet.audit.paper.reading import Paper
from stepsheet.audit.paper.secrets import kept
from stepsheet.audit.paper.shapes import Box
from stepsheet.audit.paper.sheet import Run
from stepsheet.diagnostics import Diagnostic
from stepsheet.localize.interface import Interface
from stepsheet.model.guide import Field, Need, Option, Step, SubStep
from stepsheet.model.values import YES_NO

_LINE = 7.0  # points by which the middles of a box and of its line may differ
_APART = 45.0  # points from a box to its text: the number of a step stands between


@dataclass(slots=True)
class _Free:
    """The boxes that nothing has claimed."""

    ticks: list[tuple[int, Box]]
    leftward: bool

    def take(self, run: Run) -> bool:
        """Take the box before a text; whether there is one."""
        near = [(apart, tick) for tick in self.ticks if (apart := self._apart(tick, run)) is not None]
        if near:
            self.ticks.remove(min(near)[1])
        return bool(near)

    def _apart(self, tick: tuple[int, Box], run: Run) -> float | None:
        page, (left, bottom, right, top) = tick
        apart = left - run.box[2] if self.leftward else run.box[0] - right
        level = abs((bottom + top) - (run.box[1] + run.box[3])) / 2
        return apart if page == run.page and level <= _LINE and -1 <= apart <= _APART else None


def findings(paper: Paper) -> Iterator[Diagnostic]:
    """Boxes that are not there, and those of nothing."""
    free = _Free(list(paper.sheet.ticks), Interface(paper.edition.locale).direction == "rtl")
    unseen = 0
    for part in paper.claims.parts:
        for run in _runs(paper, part):
            if run is None:
                unseen += 1
            elif not free.take(run):
                yield loose_box.number(part.at, paper.path, part.kind, part.key, 0)
    # A text that is lost has been told of already; its box may stand there still.
    for _ in free.ticks[unseen:]:
        yield loose_box.stray(paper.file, paper.path)


def _runs(paper: Paper, part: Part) -> list[Run | None]:
    """The texts of a part that have a box before them; None for one that was not found."""
    element = part.element
    found: list[Run | None] = []
    if isinstance(element, Step | SubStep):
        found = [paper.run(f"{part.key}.do")]
    elif isinstance(element, Need):
        found = [paper.run(f"{part.key}.text")]
    elif isinstance(element, Field) and element.secret:
        found = [kept(paper, part)]
    elif isinstance(element, Field):
        found = [paper.run(f"{choice.key}.label") for choice in element.choose]
    elif isinstance(element, Option):
        found = [paper.run(f"{choice.key}.label") for choice in element.choices] or _yes_and_no(paper, part)
    return found


def _yes_and_no(paper: Paper, part: Part) -> list[Run | None]:
    """The answers to a question that has no answers of its own."""
    at = paper.places.get(f"{part.key}.ask", (0, 0))[1]
    found: list[Run | None] = []
    for answer in YES_NO:
        said = paper.told.phrase(Interface(paper.edition.locale).gettext(answer))
        at = paper.said.flow.find(said, at)
        if at < 0:
            return [*found, *[None] * (len(YES_NO) - len(found))]
        found.append(paper.said.run(at))
    return found
