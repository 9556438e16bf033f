"""Words: runs of letters, digits and marks; of scripts that have no blanks between words, single characters."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from stepsheet.importing.ledger.scan import Mention

# Scripts without blanks between words: Thai and Lao, Burmese, Khmer, kana, ideographs.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_UNSPACED += "\U00020000-\U0003ffff"
# Joiners, directions, selectors: nobody sees them, and a word with one is the word without it.
_INVISIBLE = "\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
# Also the marks of emphasis and of links: a word goes on behind them.
_WITHIN = re.compile(rf"[*_~`\[\]{_INVISIBLE}]+")
# Latin and Cyrillic letters and digits, of which most words are: read without looking at each.
_COMMON = "0-9A-Za-z\u0400-\u0481\u048a-\u052f"
_LAST_MARK = 0x3099  # of the scripts that put marks on letters


@cache
def _pattern() -> re.Pattern[str]:
    """A word, or the end of a line."""
    codes = map(chr, range(0x300, _LAST_MARK))
    marks = "".join(code for code in codes if unicodedata.category(code)[0] == "M")
    return re.compile(rf"[\n{_UNSPACED}]|(?:[{_COMMON}]+|(?![{_UNSPACED}])(?:[^\W_]|[{marks}]))+")


def names(listed: str) -> frozenset[str]:
    """The names of a list that is written with blanks between them."""
    return frozenset(listed.split())


def split(text: str, line: int = 1) -> Iterator[Mention]:
    """The words of a text, the first of whose lines is `line`."""
    for word in _pattern().findall(_WITHIN.sub("", text)):
        if word == "\n":
            line += 1
        else:
            yield word, line


def seen(text: str) -> str:
    """A text without the characters that nobody sees."""
    return _UNSEEN.sub("", text)


def of(text: str) -> list[str]:
    """The words of a text, without their lines."""
    return [word for word, _ in split(text)]


def parted(repeats: list[list[Mention]], others: list[Mention]) -> tuple[list[Mention], list[Counter[str]]]:
    """The words of those texts that the others do not hold one after the other, and the texts that they do hold."""
    said = f" {' '.join(word for word, _ in others)} "
    new: list[Mention] = []
    again: list[Counter[str]] = []
    for text in repeats:
        plain = [word for word, _ in text]
        if f" {' '.join(plain)} " in said:
            again.append(Counter(plain))
        else:
            new += text
    return new, again
