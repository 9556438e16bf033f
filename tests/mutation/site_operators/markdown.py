"""The blocks of a guide's plain Markdown: removed, doubled, moved, emptied, changed, translated back."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from ..anchors import Anchors
from ..consequences import Spot
from ..site import PREFIXES, BuiltSite, SiteMutant
from ..splice import Span, replaced

Change = tuple[Span, str, str, tuple[Spot, ...]]


def _blocks(text: str) -> list[Span]:
    """Stretches between blank lines."""
    return [found.span() for found in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)]


def _spots(text: str, span: Span, anchors: Anchors) -> tuple[Spot, ...]:
    """The texts that the lines of a block say; where they say none, those of the block before, else the guide."""
    for begin, end in [span, *reversed([one for one in _blocks(text) if one[0] < span[0]])]:
        pieces = [piece for line in text[begin:end].split("\n") for piece in re.split(r"\*\*|[_:;`|]| — ", line)]
        spots = [spot for piece in pieces for spot in anchors.saying(piece)]
        if spots:
            return tuple(spots)
    return anchors.whole


def remove_block(text: str, _: str) -> Iterator[tuple[Span, str]]:
    yield from ((span, "") for span in _blocks(text))


def double_block(text: str, _: str) -> Iterator[tuple[Span, str]]:
    yield from ((span, f"{text[slice(*span)]}\n\n{text[slice(*span)]}") for span in _blocks(text))


def swap_blocks(text: str, _: str) -> Iterator[tuple[Span, str]]:
    blocks = _blocks(text)
    for (begin, end), (start, stop) in pairwise(blocks):
        yield (begin, stop), text[start:stop] + text[end:start] + text[begin:end]


def change_block(text: str, _: str) -> Iterator[tuple[Span, str]]:
    yield from ((span, f"{text[slice(*span)]} Abrakadabra") for span in _blocks(text))


def translate_block_back(text: str, other: str) -> Iterator[tuple[Span, str]]:
    ours, theirs = _blocks(text), _blocks(other)
    for span, foreign in zip(ours, theirs, strict=False) if len(ours) == len(theirs) else ():
        yield span, other[slice(*foreign)]


def _operator(name: str, changes: Callable[[str, str], Iterator[tuple[Span, str]]]):
    def mutants(site: BuiltSite) -> Iterator[SiteMutant]:
        for bundle in site.bundles:
            path = f"guides/{bundle.id}.md"
            made = {locale: site.files[prefix + path].decode() for locale, prefix in PREFIXES.items()}
            for locale, prefix in PREFIXES.items():
                text = made[locale]
                other = next(one for own, one in made.items() if own != locale)
                for span, new in changes(text, other):
                    if new != text[slice(*span)]:
                        files = {prefix + path: replaced(text, span, new).encode()}
                        spots = _spots(text, span, Anchors(bundle, locale))
                        yield SiteMutant(name, prefix + path, f"{text[slice(*span)][:40]!r}", files, spots)

    return mutants


_CHANGES = (remove_block, double_block, swap_blocks, change_block, translate_block_back)
OPERATORS = {
    f"markdown-{one.__name__.replace('_', '-')}": _operator(f"markdown-{one.__name__.replace('_', '-')}", one)
    for one in _CHANGES
}
