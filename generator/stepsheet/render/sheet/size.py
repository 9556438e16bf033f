"""How tall a text will be, roughly: enough to say what may be kept on one page with what.

An unbreakable block taller than a page would run off the paper, so the figures err on the tall side.
"""

import math
from collections.abc import Iterable
from unicodedata import east_asian_width

# A line of the sheet holds 75 to 95 characters; a column of a table about a third of that.
_LINE = 60
# A4 holds 55 lines of 9.5 pt, Letter 52: what is kept together stays well under either.
PAGE = 34
# A step up to this height is not broken over two pages.
SHORT = 15
_FIGURE = 14


def text(value: str, share: float = 1.0) -> int:
    """The lines of a text set in a share of the line's width."""
    return sum(max(1, math.ceil(width(line) / (_LINE * share))) for line in value.splitlines()) or 1


def width(value: str) -> int:
    """How wide a text is, in letters: a Han character or an emoji is as wide as two (UAX 11)."""
    return len(value) if value.isascii() else sum(1 + (east_asian_width(one) in {"W", "F"}) for one in value)


def texts(values: Iterable[str | None], share: float = 1.0) -> int:
    """The lines of several texts, one below the other; what is None takes no room."""
    return sum(text(value, share) for value in values if value)


def figures(count: int) -> int:
    """The lines that pictures take, two beside each other."""
    return _FIGURE * math.ceil(count / 2)
