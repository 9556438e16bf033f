"""Blocks of the plain Markdown of guides, pages and all of them: removed, doubled, moved, changed, translated back."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise

from ..anchors import Anchors, PageAnchors, without_targets
from ..consequences import Spot
from ..site import PREFIXES, BuiltSite, SiteMutant
from ..splice import Span, replaced

Change = tuple[Span, str, str, tuple[Spot, ...]]


def _blocks(text: str) -> list[Span]:
    """Stretches between blank lines."""
    return [found.span() for found in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)]


def _spots(text: str, span: Span, anchors: Anchors | PageAnchors) -> tuple[Spot, ...]:
    """The lines of the content that the blocks of a stretch come from.

    A block is told by its texts, its pictures, and the parts that its condition is about. One that has none of these (a
    heading of the interface, a label, a fact) belongs to those before or after it; one without any to the guide.
    """
    every = _blocks(text)
    found: list[Spot] = []
    for block in (one for one in every if span[0] <= one[0] < span[1]):
        before, after = (reversed([one for one in every if one < block]), (one for one in every if one > block))
        own = _own(text[slice(*block)], anchors)
        found += own or (*_first(text, before, anchors), *_first(text, after, anchors)) or anchors.whole
    return tuple(found)


def _first(text: str, blocks: Iterable[Span], anchors: Anchors | PageAnchors) -> tuple[Spot, ...]:
    return next((spots for block in blocks if (spots := _own(text[slice(*block)], anchors))), ())


def _own(block: str, anchors: Anchors | PageAnchors) -> tuple[Spot, ...]:
    pieces = [piece for line in without_targets(block).split("\n") for piece in re.split(r"\*\*|[_:;`|]| — ", line)]
    pictures = [spot for name in re.findall(r"images/([^)]+)\)", block) for spot in anchors.showing(name)]
    if re.match(r"(?:\+ |\* [\d.]+ |\d+\. )?_[^_]+:_ ", block):
        pictures += [spot for piece in pieces for spot in anchors.asking(piece)]
    return (*pictures, *(spot for piece in pieces for spot in anchors.saying(piece)))


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


def _sources(site: BuiltSite) -> Iterator[tuple[str, Callable[[str], Anchors | PageAnchors]]]:
    """The files, and where they come from in a locale."""
    for bundle in site.bundles:
        yield f"guides/{bundle.id}.md", partial(Anchors, bundle)
    for page in site.workshop.original.content.shelf.pages:
        yield f"pages/{page.id}.md", partial(PageAnchors, page)


Changes = Callable[[str, str], Iterator[tuple[Span, str]]]


def _operator(name: str, changes: Changes):
    def mutants(site: BuiltSite) -> Iterator[SiteMutant]:
        for path, anchors in _sources(site):
            for file, span, new in _changed(site, path, changes):
                text = site.files[file].decode()
                locale = "ru" if file == path else "en"
                files = {file: replaced(text, span, new).encode()}
                yield SiteMutant(name, file, f"{text[slice(*span)][:40]!r}", files, _spots(text, span, anchors(locale)))

    return mutants


def _full_text(name: str, changes: Changes):
    """The same in the text of the whole site: it repeats the other files, and is held against them."""

    def mutants(site: BuiltSite) -> Iterator[SiteMutant]:
        for file, span, new in _changed(site, "llms-full.txt", changes):
            text = site.files[file].decode()
            yield SiteMutant(name, file, f"{text[slice(*span)][:40]!r}", {file: replaced(text, span, new).encode()})

    return mutants


def _changed(site: BuiltSite, path: str, changes: Changes) -> Iterator[tuple[str, Span, str]]:
    """A file in each locale, a stretch, and what takes its place."""
    made = {prefix + path: site.files[prefix + path].decode() for prefix in PREFIXES.values()}
    for file, text in made.items():
        other = next(one for name, one in made.items() if name != file)
        for span, new in changes(text, other):
            if new != text[slice(*span)]:
                yield file, span, new


_CHANGES = (remove_block, double_block, swap_blocks, change_block, translate_block_back)
OPERATORS = {
    f"{kind}-{one.__name__.replace('_', '-')}": make(f"{kind}-{one.__name__.replace('_', '-')}", one)
    for kind, make in (("markdown", _operator), ("full-text", _full_text))
    for one in _CHANGES
}
