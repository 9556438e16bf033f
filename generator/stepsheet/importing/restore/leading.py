"""Where the links of an edited text lead: to what they led to before, as far as the page had them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from stepsheet.importing.restore.places import Place
from stepsheet.importing.tree import Blocks, Inlines, Link
from stepsheet.model import prose
from stepsheet.model.text import Kind

Node = TypeVar("Node")


@dataclass(frozen=True, slots=True)
class Leads:
    """`known` are the places of the texts as they were."""

    known: Mapping[str, Place]

    def led(self, now: Inlines, key: str, was: Inlines) -> Inlines:
        """A line whose links inside the guide are references again."""
        renamed: Inlines = _renamed(now, self._names(key, was))
        return renamed

    def led_blocks(self, now: Blocks, key: str, was: Blocks) -> Blocks:
        """Blocks whose links inside the guide are references again."""
        renamed: Blocks = _renamed(now, self._names(key, was))
        return renamed

    def _names(self, key: str, was: object) -> dict[str, str]:
        """The references of a text by the addresses that the page had for them."""
        place = self.known[key]
        text = str(place.value or "")
        references = list(prose.links(prose.tokens(text, place.kind or Kind.PLAIN)))
        addresses = [link.href for link in _links(was)]
        if len(references) != len(addresses):
            return {}
        pairs = zip(addresses, references, strict=True)
        return {address: there for address, there in pairs if (prose.reference(there) or ("guide",))[0] != "guide"}


def _links(node: object) -> Iterator[Link]:
    """Every link in a tree, in reading order."""
    if isinstance(node, Link):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from _links(part)
    elif is_dataclass(node):
        for part in fields(node):
            yield from _links(getattr(node, part.name))


def _renamed(node: Any, names: Mapping[str, str]) -> Any:
    """A tree with other addresses in its links."""
    if not names:
        return node
    if isinstance(node, Link):
        return replace(node, href=names.get(node.href, node.href), children=_renamed(node.children, names))
    if isinstance(node, tuple):
        return tuple(_renamed(part, names) for part in node)
    if is_dataclass(node) and not isinstance(node, type):
        return replace(node, **{part.name: _renamed(getattr(node, part.name), names) for part in fields(node)})
    return node
