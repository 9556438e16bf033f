"""How tall a text will be, roughly: enough to say what may be kept on one page with what.

An unbreakable block taller than a page would run off the paper, so the figures err on the tall side.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import east_asian_width


def width(value: str) -> int:
    """How wide a text is, in letters: a Han character or an emoji is as wide as two (UAX 11)."""
    return len(value) if value.isascii() else sum(1 + (east_asian_width(one) in {"W", "F"}) for one in value)


@dataclass(frozen=True, slots=True)
class Room:
    """What a page of one size of type has room for: letters to a line, lines to a page.

    A line of 9.5 pt holds 75 to 95 characters, a column of a table about a third of that. A4 holds 55 lines, Letter 52:
    what is kept together stays well under either. A step up to the height of `short` is not broken over two pages.
    `picture` is the largest one in millimetres, `figure` its height in lines with its caption, `abreast` how many stand
    beside each other.
    """

    line: int = 60
    page: int = 34
    short: int = 15
    picture: tuple[float, float] = (70.0, 50.0)
    figure: int = 14
    abreast: int = 2

    def text(self, value: str, share: float = 1.0) -> int:
        """The lines of a text set in a share of the line's width."""
        return sum(max(1, math.ceil(width(line) / (self.line * share))) for line in value.splitlines()) or 1

    def texts(self, values: Iterable[str | None], share: float = 1.0) -> int:
        """The lines of several texts, one below the other; what is None takes no room."""
        return sum(self.text(value, share) for value in values if value)

    def figures(self, count: int) -> int:
        """The lines that pictures take."""
        return self.figure * math.ceil(count / self.abreast)


NORMAL = Room()
# 13.25 pt instead of 9.5.
LARGE = Room(line=42, page=23, short=12, picture=(115.0, 66.0), figure=12, abreast=1)
