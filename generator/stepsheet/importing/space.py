"""A space: the pages of a source, how they hang together, and the files that lie beside them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from stepsheet.diagnostics import Location, Source
from stepsheet.importing.entry import Entry


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page as it was read; `path` is relative to the root of the space."""

    path: PurePosixPath
    source: Source


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A line of the navigation: a page, an address elsewhere, or neither for a heading; with what hangs below it."""

    title: str
    page: PurePosixPath | None = None
    url: str = ""
    children: tuple["NavEntry", ...] = ()


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that pages had once, and the page that is there now; both relative to the root of the space."""

    old: str
    new: PurePosixPath
    at: Location


@dataclass(frozen=True, slots=True)
class Space:
    """What an importer found.

    `files` are all other files below the root by their path there (pictures, downloads, includes); nothing outside it.
    `listed` names files that are known to exist in the source though they are not here, by their path.
    `addresses` are the web addresses that pages are known to have. `entries` say what could not be read.
    """

    root: Path
    pages: tuple[SourcePage, ...]
    navigation: tuple[NavEntry, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    files: Mapping[PurePosixPath, Path] = field(default_factory=dict)
    listed: frozenset[PurePosixPath] = frozenset()
    addresses: Mapping[PurePosixPath, str] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()


def listed_pages(entries: Iterable[NavEntry]) -> Iterator[PurePosixPath]:
    """The pages of a navigation in its order, each as often as it is named."""
    for entry in entries:
        if entry.page:
            yield entry.page
        yield from listed_pages(entry.children)
