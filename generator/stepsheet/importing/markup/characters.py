"""Characters that no reader sees and that break things: taken out before the parser meets them."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from stepsheet.importing.tree import Repair

# Controls, zero-width marks, and marks of direction that can show a text other than it is.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200d\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
_BLANKS = frozenset("\x0b\x0c\x85\u2028\u2029")
_JOINERS = frozenset("\u200c\u200d")


@dataclass(frozen=True, slots=True)
class Clean:
    """A text whose lines end in LF; `extra` are the lines whose end the source does not count: bare CRs."""

    text: str
    extra: tuple[int, ...] = ()
    repairs: tuple[Repair, ...] = ()

    def line(self, number: int) -> int:
        """The line of the source, which counts only LF as an end, for a line of the text."""
        return number - bisect_left(self.extra, number)


def clean(text: str) -> Clean:
    """The text without what is not seen; joiners between letters stay, which Persian and emoji need."""
    text, extra = _line_ends(text)
    gone: Counter[str] = Counter()
    first = len(text)
    parts: list[str] = []
    start = 0
    for found in _UNSEEN.finditer(text):
        place = found.start()
        if found[0] in _JOINERS and _joins(text, place):
            continue
        if place:  # a byte order mark at the head is no fault of the page's
            gone[found[0]] += 1
            first = min(first, place)
        parts += [text[start:place], " " if found[0] in _BLANKS else ""]
        start = place + 1
    made = Clean("".join([*parts, text[start:]]), extra)
    if not gone:
        return made
    line = made.line(1 + text.count("\n", 0, first))
    joined = "".join(sorted(gone.keys() - _BLANKS))
    return Clean(made.text, extra, (Repair(line, _said(gone), joined, kind="character"),))


def _line_ends(text: str) -> tuple[str, tuple[int, ...]]:
    if "\r" not in text:
        return text, ()
    text = text.replace("\r\n", "\n")
    extra = []
    line = 1
    for found in re.finditer("[\r\n]", text):
        if found[0] == "\r":
            extra.append(line)
        line += 1
    return text.replace("\r", "\n"), tuple(extra)


def _joins(text: str, place: int) -> bool:
    """Whether a joiner stands between two characters that it can join."""
    return 0 < place < len(text) - 1 and all(
        unicodedata.category(text[side])[0] in "LMS" for side in (place - 1, place + 1)
    )


def _said(gone: Counter[str]) -> str:
    names = ", ".join(f"U+{ord(character):04X}" for character in sorted(gone))
    number = gone.total()
    return f"{number} unseen character{'s are' if number > 1 else ' is'} left out ({names})"
