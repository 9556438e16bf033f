"""Ids from words: transliterated, short, unique among their siblings, the same on each import."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import dropwhile
from pathlib import PurePosixPath
from urllib.parse import unquote

from anyascii import anyascii

from stepsheet.importing.classify.vocabulary import EMPTY

MAX_WORDS = 5
MAX_LENGTH = 40
LONGEST = 60
MAX_READ = 200  # characters
_WORD = re.compile("[a-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'’ʼ`´")
_HAN = "CJK UNIFIED"


def unique(text: str, fallback: str, taken: set[str], *, otherwise: str = "") -> str:
    """An id for a text that none of `taken` is; it is added to them.

    `otherwise` are words that tell it from one of the same text.
    """
    candidates = _candidates(text, fallback, otherwise)
    name = shortest = next(candidates)
    while name in taken:
        name = next(candidates, "") or _numbered(shortest, taken)
    taken.add(name)
    return name


def _numbered(name: str, taken: set[str]) -> str:
    """The name with the first number that is free: the others follow each other, so it is looked for in halves."""
    last = 1
    while f"{name}-{last * 2}" in taken:
        last *= 2
    free = last * 2
    while free - last > 1:
        middle = (last + free) // 2
        last, free = (middle, free) if f"{name}-{middle}" in taken else (last, middle)
    return f"{name}-{free}"


def of_file(src: str) -> str:
    """The words of a picture's file name."""
    return PurePosixPath(unquote(src.partition("?")[0].partition("#")[0])).stem


def _candidates(text: str, fallback: str, otherwise: str) -> Iterator[str]:
    words = _words(text, fallback)
    short = _joined(words, MAX_WORDS, MAX_LENGTH)
    yield short
    if more := _joined(_words(otherwise, ""), 2, LONGEST - MAX_LENGTH - 1):
        yield f"{short}-{more}"
    for count in range(MAX_WORDS + 1, len(words) + 1):
        longer = _joined(words, count, LONGEST)
        if len(longer) > len(short):
            yield longer


def _words(text: str, fallback: str) -> list[str]:
    """The words in small Latin letters; the first begins with a letter, if need be that of `fallback`."""
    read = text[:MAX_READ].translate(_APOSTROPHES)
    spelled = read if read.isascii() else "".join(map(_spelled, read))
    words = _WORD.findall(spelled.lower())
    saying = list(dropwhile(lambda word: word in EMPTY or not word[0].isalpha(), words))
    if saying or not fallback:
        return saying
    return words if words and words[0][0].isalpha() else [fallback, *words]


@cache
def _spelled(character: str) -> str:
    """A letter in ASCII; a Han character is a word of its own, and a symbol is none."""
    if character.isascii():
        return character
    category = unicodedata.category(character)
    if category[0] not in "LNM":
        return " "
    latin = anyascii(character)
    return f" {latin} " if unicodedata.name(character, "").startswith(_HAN) else latin


def _joined(words: list[str], count: int, length: int) -> str:
    """As many words as there may be; those that say nothing are dropped where the text is cut."""
    chosen: list[str] = []
    for word in words[:count]:
        if len("-".join([*chosen, word])) > length:
            break
        chosen.append(word)
    if not chosen and words:
        return words[0][:length]
    while 1 < len(chosen) < len(words) and chosen[-1] in EMPTY:
        chosen.pop()
    return "-".join(chosen)
