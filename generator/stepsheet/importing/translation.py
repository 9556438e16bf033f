"""A page in another language becomes the catalog of the guide that it translates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from stepsheet.diagnostics import Source
from stepsheet.importing.aligning import Aligned, align
from stepsheet.importing.aligning.guides import Leaf
from stepsheet.importing.draft import Draft, Line, Prose
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import not_aligned
from stepsheet.importing.tree import Blocks, Listing, inside, walk, words
from stepsheet.importing.writing.lower import lower
from stepsheet.importing.writing.means import Means


@dataclass(frozen=True, slots=True)
class Twin:
    """The guide that is translated: its id, the content of its file, and the language that is in."""

    id: str
    data: Mapping[str, object]
    locale: str


def anchors(draft: Draft, twin: Twin) -> dict[str, str]:
    """Where the anchors of the page lead in the guide that it translates; those of parts that stand alone nowhere."""
    ids = align(twin.data, draft.data or {}).ids
    placed = {anchor: (kind, ids.get(path)) for anchor, (kind, path) in _split(draft.anchors)}
    return {anchor: f"{kind}:{path}" for anchor, (kind, path) in placed.items() if path}


def _split(anchors: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, str]]]:
    for anchor, reference in anchors.items():
        kind, _, path = reference.partition(":")
        yield anchor, (kind, path)


def catalog(draft: Draft, twin: Twin, locale: str, means: Means) -> tuple[dict[str, dict[str, str]], tuple[Entry, ...]]:
    """The entries of the catalog in the order of the guide, and what does not align or was met in writing."""
    aligned = align(twin.data, draft.data or {})
    texts, entries = lower(replace(draft, data={pair.key: pair.leaf for pair in aligned.pairs}), means)
    made = {
        pair.key: {twin.locale: pair.source, locale: texts[pair.key]} for pair in aligned.pairs if pair.key in texts
    }
    listings = set(_listings(twin.data))
    own = (text for text in _listings(draft.data) if text not in listings)
    other = (not_aligned.at(means.source, 1, text, twin.id) for text in dict.fromkeys(own))
    return made, (*entries, *_alone(aligned, twin, means.source), *other)


def _listings(value: object) -> Iterator[str]:
    """The code of a guide or a draft, which is the same in every language."""
    match value:
        case {"code": {"text": str() as text}}:
            yield text
        case dict():
            for inner in value.values():
                yield from _listings(inner)
        case list() | tuple():
            for inner in value:
                yield from _listings(inner)


def _alone(aligned: Aligned, twin: Twin, source: Source) -> Iterator[Entry]:
    for leaf in aligned.alone:
        yield not_aligned.at(source, leaf.line if isinstance(leaf, Line | Prose) else 1, said(leaf), twin.id)
    if aligned.untranslated:
        yield not_aligned.missing(source, aligned.untranslated, twin.id)


def said(leaf: Leaf) -> str:
    """The words of a text that is not written anywhere."""
    match leaf:
        case Line(inlines=inlines):
            return words(inlines)
        case Prose(blocks=blocks):
            return " ".join(_words(blocks))
        case _:
            return leaf


def _words(blocks: Blocks) -> Iterator[str]:
    for block in walk(blocks):
        if isinstance(block, Listing):
            yield block.text
        elif not any(True for _ in inside(block)) and hasattr(block, "inlines"):
            yield words(block.inlines)
