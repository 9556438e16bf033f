"""The navigation in one locale, and the place of each guide and page in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from stepsheet.localize.document import Text
from stepsheet.localize.speaker import Speaker
from stepsheet.model.navigation import NavigationBook, NavigationEntry

Titles = Mapping[tuple[str, str], Text]  # of guides and pages, by kind and id


@dataclass(frozen=True, slots=True)
class Node:
    """An entry: `kind` is guide, page, link or group; `url` is where a link leads."""

    kind: str
    id: str
    title: Text
    url: str = ""
    children: tuple["Node", ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Kind and id."""
        return self.kind, self.id

    def walk(self) -> Iterator["Node"]:
        """This entry and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a guide or page stands: what it stands below, from the top down, and the ones before and after it."""

    trail: tuple[Node, ...] = ()
    before: Node | None = None
    after: Node | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    """The whole navigation; `spots` by kind and id of every guide and page in it."""

    nodes: tuple[Node, ...] = ()
    spots: Mapping[tuple[str, str], Spot] = field(default_factory=dict)


def tree(book: NavigationBook, locale: str, source_locale: str, titles: Titles) -> Tree:
    """The navigation in a locale; it must have passed the rules.

    What `titles` do not have is not in the locale. What stands below it moves up; a group with nothing in it goes too.
    """
    speaker = Speaker(book, locale, source_locale)
    nodes = tuple(_nodes(book.tree.navigation, speaker, titles))
    return Tree(nodes, _spots(nodes))


def _nodes(entries: Iterable[NavigationEntry], speaker: Speaker, titles: Titles) -> Iterator[Node]:
    for entry in entries:
        children = tuple(_nodes(entry.entries, speaker, titles))
        kind, name = ("guide", entry.guide) if entry.guide else ("page", entry.page)
        if name and (kind, name) not in titles:
            yield from children
        elif name:
            yield Node(kind, name, titles[kind, name], "", children)
        elif entry.link or children or not entry.entries:
            kind = "link" if entry.link else "group"
            yield Node(kind, entry.id or "", speaker.text(entry, "title"), entry.link or "", children)


def _spots(nodes: tuple[Node, ...]) -> dict[tuple[str, str], Spot]:
    found = list(_trails(nodes, ()))
    order = [None, *(node for node, _ in found), None]
    return {
        node.key: Spot(trail, before, after)
        for (node, trail), before, after in zip(found, order, order[2:], strict=False)
    }


def _trails(nodes: tuple[Node, ...], above: tuple[Node, ...]) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    """Every guide and page with what it stands below."""
    for node in nodes:
        if node.kind in {"guide", "page"}:
            yield node, above
        yield from _trails(node.children, (*above, node))
