"""Emphasis that CommonMark can express: white space stands outside of the marks, and marks stand where they are seen.

A mark is one where what it touches says so (CommonMark 0.31.2, section 6.2): the marks of `**"Save"**d` are none, since
they have a sign inside and a letter outside; `"**Save**"d` says nearly the same.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import takewhile

from stepsheet.importing.tree import Break, CodeSpan, Emphasis, Inline, Inlines, Link, Strong, Words, words

_Test = Callable[[str], bool]


def apart(inlines: Inlines, inside: tuple[type, ...] = ()) -> Inlines:
    """The inlines with white space moved out of emphasis; words, code, and emphases of a kind that touch are one.

    `inside` are the emphases around: a second of a kind says nothing more.
    """
    return _joined(piece for inline in inlines for piece in _apart(inline, inside))


def bare(inlines: Inlines) -> Inlines:
    """The inlines without the line breaks and white space at their ends."""
    return inlines[_blanks(inlines) : len(inlines) - _blanks(inlines[::-1])]


def loosened(inlines: Inlines) -> Inlines:
    """The inlines with signs moved out of emphasis that has a letter outside; without the emphasis where none help."""
    pieces: list[Inline] = []
    for index, inline in enumerate(inlines):
        before, after = inlines[index - 1 : index][-1:], inlines[index + 1 : index + 2]
        pieces += _loosened(inline, is_tight=(_ends_in_letter(before), _begins_with_letter(after)))
    return _joined(pieces)


def count(inlines: Inlines) -> int:
    """How many emphases there are."""
    return sum(
        isinstance(inline, Strong | Emphasis) + count(inline.children)
        for inline in inlines
        if isinstance(inline, Strong | Emphasis | Link)
    )


def only(inlines: Inlines, kept: frozenset[int], first: int = 0) -> Inlines:
    """The inlines without those emphases whose number, in reading order from `first`, is not among the kept."""
    pieces: list[Inline] = []
    for inline in inlines:
        if not isinstance(inline, Strong | Emphasis | Link):
            pieces.append(inline)
            continue
        is_emphasis = isinstance(inline, Strong | Emphasis)
        children = only(inline.children, kept, first + is_emphasis)
        pieces += children if is_emphasis and first not in kept else (replace(inline, children=children),)
        first += count((inline,))
    return _joined(pieces)


def _apart(inline: Inline, inside: tuple[type, ...]) -> Iterator[Inline]:
    if not isinstance(inline, Strong | Emphasis | Link):
        yield inline
        return
    inline = replace(inline, children=apart(inline.children, (*inside, type(inline))))
    if isinstance(inline, Link) or type(inline) in inside:
        yield from (inline,) if isinstance(inline, Link) else inline.children
        return
    begin, end = _blanks(inline.children), _blanks(inline.children[::-1])
    inner = inline.children[begin : len(inline.children) - end]
    yield from inline.children[:begin]
    yield from _trimmed(replace(inline, children=inner), str.isspace, (True, True)) if inner else ()
    yield from inline.children[max(begin, len(inline.children) - end) :]


def _blanks(inlines: Inlines) -> int:
    """How many of the first inlines are line breaks and white space."""
    return sum(1 for _ in takewhile(_is_blank, inlines))


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, Break) or (isinstance(inline, Words) and not inline.text.strip())


def _loosened(inline: Inline, is_tight: tuple[bool, bool]) -> Iterator[Inline]:
    if not isinstance(inline, Strong | Emphasis | Link):
        yield inline
        return
    inline = replace(inline, children=loosened(inline.children))
    ends = inline.children[:1], inline.children[-1:]
    if any(is_tight) and _are_a_pair(words(inline.children)):
        is_tight = (True, True)
    if isinstance(inline, Link):
        yield inline
    elif any(tight and not isinstance(end[0], Words) for tight, end in zip(is_tight, ends, strict=True)):
        yield from inline.children
    else:
        yield from _trimmed(inline, lambda character: not _is_letter(character), is_tight)


def _trimmed(inline: Strong | Emphasis, test: _Test, sides: tuple[bool, bool]) -> Iterator[Inline]:
    """An emphasis without the characters at its sides that pass a test, which stand before and after it instead."""
    children = [*inline.children]
    head = tail = ""
    if sides[0] and children and isinstance(children[0], Words):
        text = children[0].text
        head = "".join(takewhile(test, text))
        children[:1] = [Words(text[len(head) :])] if len(head) < len(text) else []
    if sides[1] and children and isinstance(children[-1], Words):
        text = children[-1].text
        tail = "".join(takewhile(test, reversed(text)))[::-1]
        children[-1:] = [Words(text[: len(text) - len(tail)])] if len(tail) < len(text) else []
    yield from (Words(head),) if head else ()
    yield from (replace(inline, children=tuple(children)),) if children else ()
    yield from (Words(tail),) if tail else ()


def _joined(pieces: Iterator[Inline] | list[Inline]) -> Inlines:
    made: list[Inline] = []
    for piece in pieces:
        match (made[-1] if made else None), piece:
            case Words(text=before), Words(text=text):
                made[-1] = Words(before + text)
            case CodeSpan(text=before), CodeSpan(text=text):
                made[-1] = CodeSpan(before + text)  # their marks would be one mark
            case Strong(children=first), Strong(children=second):
                made[-1] = Strong(_joined([*first, *second]))
            case Emphasis(children=first), Emphasis(children=second):
                made[-1] = Emphasis(_joined([*first, *second]))
            case _, Words(text=""):
                pass
            case _:
                made.append(piece)
    return tuple(made)


def _are_a_pair(text: str) -> bool:
    """Whether a text begins with an opening bracket or quotation mark and ends with a closing one."""
    return (
        bool(text) and unicodedata.category(text[0]) in {"Ps", "Pi"} and unicodedata.category(text[-1]) in {"Pe", "Pf"}
    )


def _ends_in_letter(inlines: Inlines) -> bool:
    return any(isinstance(inline, Words) and _is_letter(inline.text[-1:]) for inline in inlines)


def _begins_with_letter(inlines: Inlines) -> bool:
    return any(isinstance(inline, Words) and _is_letter(inline.text[:1]) for inline in inlines)


def _is_letter(character: str) -> bool:
    """Whether it is neither white space nor a sign, in the words of CommonMark (section 2.1)."""
    return bool(character) and not character.isspace() and unicodedata.category(character)[0] not in "PS"
