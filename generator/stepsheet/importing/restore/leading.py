"""Where the links of an edited text lead: to what they led to before, as far as the page had them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from stepsheet.importing.restore.places import Place
from stepsheet.importing.tree import Blocks, Inlines, Link, words
from stepsheet.model import prose
from stepsheet.model.text import Kind


@dataclass(frozen=True, slots=True)
class _Way:
    """A link of the page as it was: its address, its words, and the reference it was written for."""

    address: str
    words: str
    reference: str


@dataclass(frozen=True, slots=True)
class Leads:
    """`known` are the places of the texts as they were."""

    known: Mapping[str, Place]

    def led(self, now: Inlines, key: str, was: Inlines) -> Inlines:
        """A line whose links inside the guide are references again."""
        led: Inlines = _renamed(now, self._ways(key, was))
        return led

    def led_blocks(self, now: Blocks, key: str, was: Blocks) -> Blocks:
        """Blocks whose links inside the guide are references again."""
        led: Blocks = _renamed(now, self._ways(key, was))
        return led

    def _ways(self, key: str, was: object) -> list[_Way]:
        """The references of a text, with the links that the page had for them."""
        place = self.known[key]
        references = list(prose.links(prose.tokens(str(place.value or ""), place.kind or Kind.PLAIN)))
        links = list(_links(was))
        if len(references) != len(links):
            return []
        ways = (_Way(link.href, words(link.children), there) for link, there in zip(links, references, strict=True))
        return [way for way in ways if (prose.reference(way.reference) or ("guide",))[0] != "guide"]


def _links(node: object) -> Iterator[Link]:
    """Every link in a tree, in reading order."""
    if isinstance(node, Link):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from _links(part)
    elif is_dataclass(node):
        for each in fields(node):
            yield from _links(getattr(node, each.name))


def _renamed(node: Any, ways: list[_Way]) -> Any:
    """A tree with references in its links; each way is taken once, so that it shrinks."""
    if not ways:
        return node
    if isinstance(node, Link):
        return replace(node, href=_taken(node, ways))
    if isinstance(node, tuple):
        return tuple(_renamed(part, ways) for part in node)
    if is_dataclass(node) and not isinstance(node, type):
        return replace(node, **{each.name: _renamed(getattr(node, each.name), ways) for each in fields(node)})
    return node


def _taken(link: Link, ways: list[_Way]) -> str:
    """Where a link leads: two places may have one address, so the words decide, then the order."""
    there = [way for way in ways if way.address == link.href]
    way = next((way for way in there if way.words == words(link.children)), there[0] if there else None)
    if way is None:
        return link.href
    if len(there) > 1:
        ways.remove(way)
    return way.reference
