"""What of an HTML page a browser acts on: the names it can be asked for, and every address in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

ADDRESSES = ("href", "xlink:href", "src", "srcset", "imagesrcset", "poster", "data", "action", "formaction", "manifest")
_SELECTOR = "[href], [src], [srcset], [imagesrcset], [poster], object[data], [action], [formaction], use, image"
_MOVED = re.compile(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?['\"]?([^'\"]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a page: the attribute of an element, `value` as it is written."""

    node: LexborNode
    name: str
    value: str

    @property
    def tag(self) -> str:
        """The element."""
        return str(self.node.tag)

    @property
    def said(self) -> str:
        """The link as people see it in the file: `<a href>`."""
        return f"<{self.tag} {self.name}>"


@dataclass(frozen=True)
class Surface:
    """A parsed page."""

    page: LexborHTMLParser

    @cached_property
    def _named(self) -> list[tuple[str, LexborNode]]:
        return [(node.attributes.get("id") or "", node) for node in self.page.css("[id]")]

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every `id`, as often as it is there, in the order of the page."""
        return tuple(name for name, _ in self._named)

    @cached_property
    def by_id(self) -> dict[str, LexborNode]:
        """The elements by their ids, the first of those that share one."""
        return dict(reversed(self._named))

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What an address can name after its `#`."""
        names = (node.attributes.get("name") or "" for node in self.page.css("a[name]"))
        return frozenset([*self.ids, *names])

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every address, `<base>` left out."""
        return tuple(link for node in self.page.css(_SELECTOR) if node.tag != "base" for link in _links(node))

    @cached_property
    def moves(self) -> tuple[Link, ...]:
        """Where the page sends its reader without being asked."""
        found = []
        for node in self.page.css("meta[http-equiv][content]"):
            if (node.attributes.get("http-equiv") or "").strip().lower() == "refresh":
                match = _MOVED.match(node.attributes.get("content") or "")
                found.append(Link(node, "content", match[1].strip() if match else ""))
        return tuple(link for link in found if link.value)

    @cached_property
    def base(self) -> str:
        """The address that the others are relative to, empty when it is the page's own."""
        node = self.page.css_first("base[href]")
        return (node.attributes.get("href") or "") if node else ""


def _links(node: LexborNode) -> Iterator[Link]:
    attributes = node.attributes
    for name in ADDRESSES:
        if name not in attributes or (name == "data" and node.tag != "object"):
            continue
        value = (attributes[name] or "").strip()
        if name.endswith("srcset"):
            yield from (Link(node, name, one.split()[0]) for one in value.split(",") if one.strip())
        else:
            yield Link(node, name, value)
