"""At which spots a finding counts: the change itself, and where it leads."""

from collections.abc import Iterator
from dataclasses import dataclass

from stepsheet.diagnostics import Diagnostic

from .consequences import WHOLE, Consequences, Spot
from .mutant import Mutant
from .project import Original

NEAR = 3  # lines


@dataclass(frozen=True)
class Spots:
    """Where a finding about a mutant may point.

    A finding is at the spot when it is in the file of a spot, and its line is at most three lines away from the lines
    of the spot. The spots of a mutant are

    1. the lines of the changed file that differ from the original (where something was deleted: the line it was on);
    2. when a value or key is gone or has another name, the first line of the mapping or list that held it, because
       what is not there has no line of its own;
    3. the lines that the change leads to, as `Consequences` has them from the original, moved down or up by as many
       lines as the change has added or removed above them.

    No spot is a whole file, unless the file is a picture, or was removed, renamed or made unreadable as a whole.
    """

    original: Original
    consequences: Consequences

    def of(self, mutant: Mutant) -> tuple[Spot, ...]:
        """All spots of a mutant."""
        return tuple({*self._own(mutant), *self._led(mutant)})

    def _own(self, mutant: Mutant) -> Iterator[Spot]:
        if mutant.span is None:
            yield from (Spot(name, 1, WHOLE) for name in mutant.files)
            return
        first, last, _ = changed(self.original.text(mutant.name), _text(mutant))
        yield Spot(mutant.name, first, last)
        if mutant.place and mutant.place.holder:
            line = mutant.place.holder.line
            yield Spot(mutant.name, line, line)

    def _led(self, mutant: Mutant) -> Iterator[Spot]:
        moved, below = 0, WHOLE
        if mutant.span is not None:
            _, below, moved = changed(self.original.text(mutant.name), _text(mutant))
            below -= moved
        for spot in self.consequences.of(mutant.name, mutant.span):
            is_below = spot.name == mutant.name and spot.first > below
            yield Spot(spot.name, spot.first + moved, spot.last + moved) if is_below else spot

    def first(self, mutant: Mutant, found: list[Diagnostic]) -> Diagnostic | None:
        """The first finding that is at the spot, None when none is."""
        spots = self.of(mutant) if found else ()
        return next((item for item in found if self._is_at(item, spots)), None)

    def _is_at(self, diagnostic: Diagnostic, spots: tuple[Spot, ...]) -> bool:
        name, line = self.original.file(diagnostic), diagnostic.finding.location.line
        return any(spot.name == name and spot.first - NEAR <= line <= spot.last + NEAR for spot in spots)


def _text(mutant: Mutant) -> str:
    return (mutant.files[mutant.name] or b"").decode()


def changed(before: str, after: str) -> tuple[int, int, int]:
    """The first and last line of the new text that differ from the old one, and how many lines were added."""
    old, new = before.split("\n"), after.split("\n")
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    end = 0
    while end < min(len(old), len(new)) - same and old[-1 - end] == new[-1 - end]:
        end += 1
    return same + 1, max(len(new) - end, same + 1), len(new) - len(old)
