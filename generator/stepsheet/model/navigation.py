"""The navigation: one tree of guides, pages, addresses elsewhere and groups of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from stepsheet.model.book import FileBook
from stepsheet.model.element import Element, Id
from stepsheet.model.text import Line
from stepsheet.model.values import Filled


class NavigationEntry(Element):
    """A line of the navigation: a guide, a page, a link, or a group when it is none of these.

    A group and a link have an id and a title of their own; its key in a catalog is the id, wherever it stands.
    """

    id: Id | None = None
    title: Line | None = None
    guide: Id | None = None
    page: Id | None = None
    link: Filled | None = None
    entries: tuple["NavigationEntry", ...] = ()

    @property
    def targets(self) -> tuple[str, ...]:
        """Which of the keys that say where it leads are written."""
        return tuple(name for name in ("guide", "page", "link") if getattr(self, name) is not None)

    @property
    def step_in_path(self) -> str:
        """Nothing: where an entry stands may change, and its translation stays."""
        return ""

    def bind(self, key: str) -> None:
        """Give the entry and all below it their ids for keys."""
        del key
        self._key = self.id or ""
        for entry in self.entries:
            entry.bind("")


class Navigation(Element):
    """The file of the navigation."""

    navigation: tuple[NavigationEntry, ...]

    def walk(self) -> Iterator[tuple[NavigationEntry, int]]:
        """Every entry with its depth, counted from 1, in reading order."""
        yield from _walk(self.navigation, 1)


def _walk(entries: tuple[NavigationEntry, ...], depth: int) -> Iterator[tuple[NavigationEntry, int]]:
    for entry in entries:
        yield entry, depth
        yield from _walk(entry.entries, depth + 1)


@dataclass(frozen=True)
class NavigationBook(FileBook):
    """The navigation and its catalogs."""

    tree: Navigation
