"""One change at one place of a YAML text; all else stays as it is written."""

import json

from .tree import Place

Span = tuple[int, int]


def replaced(text: str, span: Span, new: str) -> str:
    """The text with something else in a stretch of it."""
    return text[: span[0]] + new + text[span[1] :]


def deleted(place: Place) -> str:
    """The text without an entry; what is left of a mapping or list that held no other is its brackets."""
    text, after, before = place.tree.text, place.next, place.before
    if after:
        return replaced(text, (place.start, after.start), "")
    if before:
        return replaced(text, (before.end, place.end), "")
    holder = place.holder
    assert holder
    begin, end = (place.start, place.end) if not holder.is_flow else (holder.value_start, holder.end)
    return replaced(text, (begin, end), "{}" if place.key else "[]")


def doubled(place: Place) -> str:
    """The text with an entry twice."""
    text = place.tree.text
    return replaced(text, (place.end, place.end), gap(place) + text[place.start : place.end])


def gap(place: Place) -> str:
    """What stands between an entry and the one after it."""
    assert place.holder
    column = place.tree.source.place(place.start)[1]
    return ", " if place.holder.is_flow else "\n" + " " * (column - 1)


def swapped(place: Place, other: Place) -> str:
    """The text with two entries in each other's place, the first of which stands before the second."""
    text = place.tree.text
    first, second = text[place.start : place.end], text[other.start : other.end]
    return text[: place.start] + second + text[place.end : other.start] + first + text[other.end :]


def put(place: Place, new: str) -> str:
    """The text with another value, given as YAML."""
    blank = " " if place.key and place.value_start == place.end else ""  # an empty value has no room of its own
    return replaced(place.tree.text, (place.value_start, place.end), blank + new)


def said(place: Place, words: str) -> str:
    """The text with another text for a value."""
    return put(place, quoted(words))


def rekeyed(place: Place, key: str) -> str:
    """The text with another key."""
    assert place.key
    begin = place.start
    end = place.tree.source.offset(place.key.at.end_line, place.key.at.end_column)
    return replaced(place.tree.text, (begin, end), key)


def quoted(words: str) -> str:
    """A text in quotes, which hold any text."""
    return json.dumps(words, ensure_ascii=False)
