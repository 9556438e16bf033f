"""The headings of a page that is no procedure, and the anchors they get: ids like any other, so that links last."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from stepsheet.importing.classify import ids, slugs
from stepsheet.importing.classify.inlines import plain
from stepsheet.importing.tree import Block, Blocks, Expandable, Group, Heading, Inlines, Tab, Tabs, inside


def anchored(blocks: Blocks, title: Inlines) -> tuple[Blocks, dict[str, str]]:
    """The blocks with an anchor at each heading, and what leads to it by every anchor that the source may give it.

    The heading that is the title leads to the whole page, and so does nothing before the first other one. A heading
    inside a list or a quotation leads to the one above it.
    """
    walk = _Walk(plain(title).split())
    return walk.blocks(blocks), walk.anchors


def anchors(blocks: Blocks) -> tuple[str, ...]:
    """The anchors of the headings, in order."""
    return tuple(heading.anchor for heading in _headings(blocks) if heading.anchor)


def renamed(blocks: Blocks, names: Mapping[str, str]) -> Blocks:
    """The blocks with other anchors."""
    return tuple(_renamed(block, names) for block in blocks)


@dataclass(slots=True)
class _Walk:
    """On its way through a page: `above` is the anchor of the heading it is below."""

    title: list[str]
    anchors: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    above: str = ""

    def blocks(self, blocks: Blocks) -> Blocks:
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        match block:
            case Heading():
                return self._heading(block)
            case Expandable(blocks=inner) | Group(blocks=inner):
                return replace(block, blocks=self.blocks(inner))
            case Tabs(tabs=tabs):
                return replace(block, tabs=tuple(replace(tab, blocks=self.blocks(tab.blocks)) for tab in tabs))
            case _:
                for inner in inside(block):
                    self._lost(inner)
                return block

    def _heading(self, heading: Heading) -> Heading:
        words = plain(heading.inlines)
        is_title = not self.taken and words.split() == self.title
        self.above = "" if is_title else ids.unique(words, "part", self.taken)
        for anchor in slugs.variants(heading):
            self.anchors.setdefault(anchor, self.above)
        return replace(heading, anchor=self.above)

    def _lost(self, blocks: Blocks) -> None:
        for block in blocks:
            if isinstance(block, Heading):
                for anchor in slugs.variants(block):
                    self.anchors.setdefault(anchor, self.above)
            for inner in inside(block):
                self._lost(inner)


def _headings(blocks: Blocks) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Expandable | Group | Tabs):
            for inner in inside(block):
                yield from _headings(inner)


def _renamed(block: Block, names: Mapping[str, str]) -> Block:
    match block:
        case Heading(anchor=anchor):
            return replace(block, anchor=names.get(anchor, anchor))
        case Expandable(blocks=inner) | Group(blocks=inner):
            return replace(block, blocks=renamed(inner, names))
        case Tabs(tabs=tabs):
            made: tuple[Tab, ...] = tuple(replace(tab, blocks=renamed(tab.blocks, names)) for tab in tabs)
            return replace(block, tabs=made)
        case _:
            return block
