"""Parts of a line of inlines, and lines without the words that an export has put around a text."""

import re
from collections.abc import Iterator
from dataclasses import replace

from stepsheet.importing import tree
from stepsheet.importing.tree import Block, Blocks, CodeSpan, Emphasis, Inline, Inlines, Link, Strong, Words


def cut(inlines: Inlines, begin: int, end: int) -> Inlines:
    """The inlines of the characters from one index to another, counted in what is read of the line."""
    return tuple(_cut(inlines, begin, end))


def _cut(inlines: Inlines, begin: int, end: int) -> Iterator[Inline]:
    at = 0
    for inline in inlines:
        length = len(tree.words((inline,)))
        low, high = max(begin - at, 0), min(end - at, length)
        if low < high or (not length and begin <= at < end):
            yield from _piece(inline, low, high)
        at += length


def _piece(inline: Inline, low: int, high: int) -> Iterator[Inline]:
    match inline:
        case Words(text=text) | CodeSpan(text=text):
            yield replace(inline, text=text[low:high])
        case Strong(children=children) | Emphasis(children=children) | Link(children=children):
            inner = cut(children, low, high)
            yield from (replace(inline, children=inner),) if inner else ()
        case _:
            yield inline


def trimmed(inlines: Inlines) -> Inlines:
    """A line without blanks at its ends."""
    said = tree.words(inlines)
    return cut(inlines, len(said) - len(said.lstrip()), len(said.rstrip()))


def pattern(words: str) -> str:
    """A regular expression for words, whatever their blanks."""
    return r"\s*".join(re.escape(word) for word in words.split())


def bared(blocks: Blocks, before: str, after: str) -> tuple[Blocks, bool]:
    """Blocks without the words of the export before and after them, and whether those after them were there."""
    kept = list(blocks)
    if before and kept:
        kept[:1] = _without(kept[0], rf"\s*{pattern(before)}\s*", at_end=False)
    marked = False
    if after and kept:
        rest = _without(kept[-1], rf"\s*{pattern(after)}\s*$", at_end=True)
        marked = rest != [kept[-1]]
        kept[-1:] = rest
    return tuple(kept), marked


def _without(block: Block, words: str, *, at_end: bool) -> list[Block]:
    """A paragraph without the words at one of its ends, nothing when there were no others."""
    if not isinstance(block, tree.Paragraph):
        return [block]
    said = tree.words(block.inlines)
    found = re.search(words, said) if at_end else re.match(words, said)
    if not found:
        return [block]
    begin, end = (0, found.start()) if at_end else (found.end(), len(said))
    rest = cut(block.inlines, begin, end)
    return [replace(block, inlines=rest)] if tree.words(rest).strip() else []
