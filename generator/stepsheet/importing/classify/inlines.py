"""Lines cut and cleaned: everything classifying does to the inside of a paragraph."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from stepsheet.importing.tree import Break, CodeSpan, Emphasis, Icon, Inline, Inlines, Link, Strong, Words, words


def plain(inlines: Inlines) -> str:
    """The words of a line, blanks joined."""
    return " ".join(words(inlines).split())


def icons(inlines: Inlines) -> Iterator[Icon]:
    """The pictures inside a line."""
    for inline in inlines:
        if isinstance(inline, Icon):
            yield inline
        elif isinstance(inline, Strong | Emphasis | Link):
            yield from icons(inline.children)


def without_icons(inlines: Inlines) -> Inlines:
    """The line without its pictures; markup that held nothing else goes with them."""
    return _filter(inlines, lambda inline: not isinstance(inline, Icon))


def flat(inlines: Inlines) -> Inlines:
    """One line: no pictures, line breaks as blanks, no blanks at the ends."""
    return trimmed(_broken(without_icons(inlines)))


def _broken(inlines: Inlines) -> Inlines:
    return tuple(_unbroken(inline) for inline in inlines)


def _unbroken(inline: Inline) -> Inline:
    match inline:
        case Break():
            return Words(" ")
        case Strong() | Emphasis() | Link():
            return replace(inline, children=_broken(inline.children))
        case _:
            return inline


def _filter(inlines: Inlines, keep: Callable[[Inline], bool]) -> Inlines:
    kept: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Strong | Emphasis | Link):
            children = _filter(inline.children, keep)
            if children or not inline.children:
                kept.append(replace(inline, children=children))
        elif keep(inline):
            kept.append(_after(kept, inline))
    return tuple(kept)


def _after(kept: list[Inline], inline: Inline) -> Inline:
    """Words without the blank at their beginning when the words before end with one: a picture was between them."""
    last = kept[-1] if kept else None
    if isinstance(inline, Words) and isinstance(last, Words) and last.text.endswith(" "):
        return Words(inline.text.removeprefix(" "))
    return inline


def trimmed(inlines: Inlines) -> Inlines:
    """The line without blanks and breaks at its ends."""
    return _trimmed(_trimmed(inlines, first=True), first=False)


def _trimmed(inlines: Inlines, *, first: bool) -> Inlines:
    while inlines:
        edge, rest = (inlines[0], inlines[1:]) if first else (inlines[-1], inlines[:-1])
        mended = _edge(edge, first=first)
        if mended == edge:
            return inlines
        inlines = rest if mended is None else ((mended, *rest) if first else (*rest, mended))
        if mended is not None:
            return inlines
    return ()


def _edge(inline: Inline, *, first: bool) -> Inline | None:
    match inline:
        case Break():
            return None
        case Words(text=text):
            text = text.lstrip() if first else text.rstrip()
            return Words(text) if text else None
        case Strong() | Emphasis() | Link():
            children = _trimmed(inline.children, first=first)
            return replace(inline, children=children) if children else None
        case _:
            return inline


def unwrapped(inlines: Inlines) -> Inlines:
    """The line without the bold or italics that hold all of it, and without the bold in it when all words are bold."""
    inlines = trimmed(inlines)
    while len(inlines) == 1 and isinstance(inlines[0], Strong | Emphasis):
        inlines = trimmed(inlines[0].children)
    return inlines


def bold(inlines: Inlines) -> Inlines:
    """The words of a title as one bold line."""
    return (Strong(_unbolded(flat(inlines))),)


def _unbolded(inlines: Inlines) -> Inlines:
    made: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Strong):
            made.extend(_unbolded(inline.children))
        elif isinstance(inline, Emphasis | Link):
            made.append(replace(inline, children=_unbolded(inline.children)))
        else:
            made.append(inline)
    return tuple(made)


def is_bold(inlines: Inlines) -> bool:
    """Whether all words of the line are bold: a heading in all but name."""
    spoken = [inline for inline in inlines if plain((inline,))]
    return bool(spoken) and all(isinstance(inline, Strong) or _is_bold_link(inline) for inline in spoken)


def _is_bold_link(inline: Inline) -> bool:
    return isinstance(inline, Emphasis | Link) and is_bold(inline.children)


def cut(inlines: Inlines, offset: int) -> tuple[Inlines, Inlines]:
    """The line in two, at so many characters of its words; markup that is cut goes on in the second part."""
    left: list[Inline] = []
    for index, inline in enumerate(inlines):
        length = len(words((inline,)))
        if length <= offset:
            left.append(inline)
            offset -= length
            continue
        if offset == 0:
            return tuple(left), inlines[index:]
        before, after = _cut(inline, offset)
        return (*left, before), (after, *inlines[index + 1 :])
    return tuple(left), ()


def _cut(inline: Inline, offset: int) -> tuple[Inline, Inline]:
    match inline:
        case Words(text=text):
            return Words(text[:offset]), Words(text[offset:])
        case CodeSpan(text=text):
            return CodeSpan(text[:offset]), CodeSpan(text[offset:])
        case Strong() | Emphasis() | Link():
            before, after = cut(inline.children, offset)
            return replace(inline, children=before), replace(inline, children=after)
        case _:
            return inline, inline


def first_line(inlines: Inlines) -> tuple[Inlines, Inlines]:
    """What stands before the first break, and what after it; breaks and blanks at the beginning do not count."""
    inlines = trimmed(inlines)
    offset = _first_break(inlines)
    if offset is None:
        return inlines, ()
    before, after = cut(_without_first_break(inlines), offset)
    return trimmed(before), trimmed(after)


def _first_break(inlines: Inlines) -> int | None:
    offset = 0
    for inline in inlines:
        if isinstance(inline, Break):
            return offset
        if isinstance(inline, Strong | Emphasis | Link):
            inner = _first_break(inline.children)
            if inner is not None:
                return offset + inner
        offset += len(words((inline,)))
    return None


def _without_first_break(inlines: Inlines) -> Inlines:
    for index, inline in enumerate(inlines):
        if isinstance(inline, Break):
            return inlines[:index] + inlines[index + 1 :]
        if isinstance(inline, Strong | Emphasis | Link) and _first_break(inline.children) is not None:
            children = _without_first_break(inline.children)
            return (*inlines[:index], replace(inline, children=children), *inlines[index + 1 :])
    return inlines


def unbreakable(inlines: Inlines) -> Iterator[tuple[int, int]]:
    """The stretches, in characters, that must not be cut: links and code."""
    offset = 0
    for inline in inlines:
        length = len(words((inline,)))
        if isinstance(inline, Link | CodeSpan):
            yield offset, offset + length
        elif isinstance(inline, Strong | Emphasis):
            yield from ((offset + start, offset + end) for start, end in unbreakable(inline.children))
        offset += length
