"""Where a sentence ends, in any script, so that a step is one sentence and the rest stays below it."""

import re

from stepsheet.importing.classify.inlines import cut, trimmed, unbreakable
from stepsheet.importing.classify.vocabulary import ABBREVIATIONS
from stepsheet.importing.tree import Inlines, words

_END = re.compile(r"[.!?…؟]+[\"'»”’)\]]*(?=\s)|[。！？।]+[\"'」』”’)）]*")
_LAST_WORD = re.compile(r"[^\s(«“\"]+$")

NEAR = 40  # characters around a full stop that tell whether it ends a sentence; so long lines are read in no time


def first(inlines: Inlines) -> tuple[Inlines, Inlines]:
    """The first sentence of a line, and the rest; the rest is empty when there is one sentence only."""
    text = words(inlines)
    kept = tuple(unbreakable(inlines))
    for end in _END.finditer(text):
        inside = any(start < end.end() < stop for start, stop in kept)
        if not inside and _ends(text, end):
            before, after = cut(inlines, end.end())
            return trimmed(before), trimmed(after)
    return trimmed(inlines), ()


def _ends(text: str, end: re.Match[str]) -> bool:
    """Whether the punctuation ends a sentence: not after an abbreviation, and no small letter follows."""
    following = text[end.end() : end.end() + NEAR].lstrip()
    if not following or following[0].islower():
        return False
    if end[0] != ".":
        return True
    before = _LAST_WORD.search(text[max(end.start() - NEAR, 0) : end.start()])
    word = before[0].lower() if before else ""
    return bool(word) and word not in ABBREVIATIONS and not word.isdecimal() and len(word) > 1


def last_end(text: str, limit: int) -> int:
    """Where the last sentence ends that does so before a limit, 0 when none does."""
    return max((end.end() for end in _END.finditer(text, 0, limit) if _ends(text, end)), default=0)
