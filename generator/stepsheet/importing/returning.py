"""Pages that Stepsheet has exported itself: they come back as the guides and pages that they were."""

import hashlib
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from stepsheet.diagnostics import Location, Source
from stepsheet.importing import tree
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import left_out, not_restored
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.markup import parse
from stepsheet.importing.restore.result import Lost, Restored
from stepsheet.importing.restore.run import restore, restore_page
from stepsheet.importing.restore.skeletons import Skeletons, skeletons
from stepsheet.importing.space import SourcePage, Space
from stepsheet.skeleton import PageSkeleton

_MADE = "words that the export has made"
_OWN = "a page of the export itself"


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back, by the paths of the pages: guides, and plain pages with what their files held.

    `own` are the pages that the export has made for its tree; `is_export` says whether there was an export at all.
    """

    guides: Mapping[PurePosixPath, Restored]
    pages: Mapping[PurePosixPath, PageSkeleton]
    own: frozenset[PurePosixPath]
    entries: tuple[Entry, ...]
    is_export: bool

    @property
    def ids(self) -> dict[PurePosixPath, str]:
        """The ids of what came back."""
        guides = {path: one.skeleton.guide for path, one in self.guides.items()}
        return guides | {path: one.id for path, one in self.pages.items()}


def returned(space: Space, flavour: Flavour) -> Returned:
    """Everything of a space that comes back."""
    known = skeletons(space.root)
    guides: dict[PurePosixPath, Restored] = {}
    entries: list[Entry] = []
    for page in space.pages:
        skeleton = known.guides.get(page.path)
        made = restore(page.source, skeleton, partial(_parsed, flavour)) if skeleton else None
        if isinstance(made, Restored):
            guides[page.path] = made
        elif isinstance(made, Lost) and skeleton:
            entries.append(not_restored.at(Location(page.source, made.line), skeleton.guide, made.what))
    pages = {page.path: known.pages[page.path] for page in space.pages if _is_untouched(page, known)}
    own = [page for page in space.pages if _digest(page) == known.made.get(page.path)]
    entries += [left_out.at(Location(page.source), _OWN, ()) for page in own]
    return Returned(
        guides, pages, frozenset(page.path for page in own), tuple(entries), bool(known.guides or known.pages)
    )


def told(page: SourcePage, restored: Restored) -> tuple[Entry, ...]:
    """The words of a page that are not the guide's."""
    words = tuple(text for _, text in restored.made)
    return (left_out.at(Location(page.source), _MADE, words),) if words else ()


def pictures(space: Space, paths: Mapping[str, str]) -> dict[str, Path]:
    """The files of exported pictures by their names; `paths` maps their paths in the tree to those names."""
    held = ((name, space.files.get(PurePosixPath(path))) for path, name in paths.items())
    return {name: file for name, file in held if file}


def _parsed(flavour: Flavour, source: Source) -> tree.Page:
    return parse(source, flavour)


def _is_untouched(page: SourcePage, known: Skeletons) -> bool:
    skeleton = known.pages.get(page.path)
    return skeleton is not None and restore_page(page.source, skeleton) is not None


def _digest(page: SourcePage) -> str:
    return hashlib.sha256(page.source.text.encode()).hexdigest()


def hrefs(blocks: tree.Blocks) -> dict[str, int]:
    """Every address that a page links to, with a line it stands on."""
    found: dict[str, int] = {}
    for block in tree.walk(blocks):
        if isinstance(block, tree.PageLink):
            found[block.href] = block.line
        for name in ("inlines", "caption", "title"):
            inlines = getattr(block, name, ())
            for href in _linked(inlines) if isinstance(inlines, tuple) else ():
                found[href] = block.line
    return found


def _linked(inlines: tree.Inlines) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case tree.Link(href=href, children=children):
                yield href
                yield from _linked(children)
            case tree.Strong(children=children) | tree.Emphasis(children=children):
                yield from _linked(children)


def addresses(page: SourcePage, paths: Mapping[str, str]) -> dict[str, str]:
    """The names of exported pictures by their addresses in a page of the tree."""
    folder = page.path.parent.as_posix()
    return {posixpath.relpath(path, folder): name for path, name in paths.items()} | dict(paths)
