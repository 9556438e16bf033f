"""HTML cut into tags and what stands between them, in one pass whatever the text is."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# A tag: its name, then attributes that may hold anything in quotes. The bound keeps unclosed ones cheap.
_TAG = re.compile(r"</?[a-zA-Z][\w:.-]*+(?:[^\"'<>]++|\"[^\"]*+\"|'[^']*+'){0,400}+>")
_SPANS = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"))
_RAW = re.compile(r"<(script|style)\b", re.IGNORECASE)


class Piece(NamedTuple):
    """A tag, a comment or the like when it is markup, else words."""

    text: str
    is_markup: bool


def pieces(html: str) -> Iterator[Piece]:
    """The pieces of some HTML in order; put together they are it again."""
    last = {close: html.rfind(close) for _, close in _SPANS}
    start = position = 0
    while (position := html.find("<", position)) >= 0:
        end = _end(html, position, last)
        if end < 0:
            position += 1
            continue
        if start < position:
            yield Piece(html[start:position], is_markup=False)
        yield Piece(html[position:end], is_markup=True)
        raw = _RAW.match(html, position)
        start, position = end, _program_end(html, end, raw[1]) if raw else end
    if start < len(html):
        yield Piece(html[start:], is_markup=False)


def _end(html: str, start: int, last: dict[str, int]) -> int:
    """The index after the markup that begins here, -1 when it is none."""
    for open_, close in _SPANS:
        if html.startswith(open_, start):
            inner = start + len(open_)
            return html.index(close, inner) + len(close) if last[close] >= inner else -1
    tag = _TAG.match(html, start)
    return tag.end() if tag else -1


def _program_end(html: str, start: int, tag: str) -> int:
    """Where the text of a program or a style sheet ends: what looks like a tag in it is none."""
    close = re.compile(f"</{tag}", re.IGNORECASE).search(html, start)
    return close.start() if close else start
