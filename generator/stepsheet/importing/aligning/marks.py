"""What no translator changes in a part: its listings, its addresses, the names of its picture files."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from stepsheet.importing import tree
from stepsheet.importing.draft import Line, Prose, Src

_ADDRESS = re.compile(r"https?://[^\s)>\"']*[\w/]")


def marks(part: Mapping[str, object]) -> tuple[str, ...]:
    """The marks of a part and all below it, sorted; empty when it has none."""
    return tuple(sorted(set(_marks(part))))


def _marks(value: object, key: str = "") -> Iterator[str]:
    match value:
        case {"code": {"text": text}}:
            yield f"listing {' '.join(str(text).split())}"
        case dict():
            for name, inner in value.items():
                yield from _marks(inner, name)
        case list() | tuple():
            for inner in value:
                yield from _marks(inner, key)
        case _:
            yield from _leaf(value, key)


def _leaf(value: object, key: str) -> Iterator[str]:
    match value:
        case Src(src=src):
            yield _file(src)
        case Line(inlines=inlines):
            yield from _linked(inlines)
        case Prose(blocks=blocks):
            for block in tree.walk(blocks):
                yield from _block(block)
        case str() if key == "src":
            yield _file(value)
        case str():
            yield from (f"address {found}" for found in _ADDRESS.findall(value))


def _block(block: tree.Block) -> Iterator[str]:
    match block:
        case tree.Listing(text=text):
            yield f"listing {' '.join(text.split())}"
        case tree.Paragraph(inlines=inlines) | tree.Heading(inlines=inlines):
            yield from _linked(inlines)


def _linked(inlines: tree.Inlines) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case tree.Link(href=href, children=children):
                yield from (f"address {found}" for found in _ADDRESS.findall(href))
                yield from _linked(children)
            case tree.Strong(children=children) | tree.Emphasis(children=children):
                yield from _linked(children)


def _file(src: str) -> str:
    """The name of a picture as both sides know it: letters and digits of the stem, whatever became of the rest."""
    stem = PurePosixPath(src.partition("?")[0]).stem
    return f"picture {''.join(re.findall('[a-z0-9]+', stem.lower()))}"
