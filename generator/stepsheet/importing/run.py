"""The whole story of an import: parse, understand, resolve, write. Nothing is put anywhere here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath

from stepsheet.importing import names, navigation
from stepsheet.importing.classify.page import draft as understand
from stepsheet.importing.draft import Draft
from stepsheet.importing.entry import Entry
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.links import Links, Target
from stepsheet.importing.markup import parse
from stepsheet.importing.pictures import Album, Fetch, Gallery
from stepsheet.importing.space import SourcePage, Space
from stepsheet.importing.tree import words
from stepsheet.importing.writing.lower import Data, lower
from stepsheet.importing.writing.means import Means
from stepsheet.importing.writing.page import page as written_page
from stepsheet.importing.writing.plan import FILE, GUIDE, Piece
from stepsheet.model import canonical

PAGES = PurePosixPath("pages")
GUIDES = PurePosixPath("guides")
IMAGES = PurePosixPath("images")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants: the language of the pages, a category for the guides, downloads or not."""

    flavour: Flavour
    locale: str
    category: str | None = None
    fetch: Fetch | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """One page brought: what it became, its text as it is to be written, its pictures' names by their addresses.

    `data` is the content of the guide, None for a plain page; `text` is the whole file; `entries` are the page's own.
    """

    page: SourcePage
    target: Target
    data: Data | None
    text: str = field(repr=False)
    pictures: Mapping[str, str]
    entries: tuple[Entry, ...]

    @property
    def id(self) -> str:
        """The id of the guide or the page."""
        return self.target.id


@dataclass(frozen=True, slots=True)
class Imported:
    """A space brought: its pages, the pieces to put into the content folder, and what there is to report."""

    pages: tuple[Brought, ...]
    pieces: tuple[Piece, ...] = field(repr=False)
    entries: tuple[Entry, ...]


def space(source: Space, wishes: Wishes) -> Imported:
    """Everything in a space."""
    drafts = {page.path: _understood(page, wishes) for page in source.pages}
    ids = names.ids(drafts)
    targets = {path: Target(ids[path], made.is_procedure, made.anchors) for path, made in drafts.items()}
    titles = {targets[path].reference: words(made.title) for path, made in drafts.items()}
    links, gallery = Links(source, targets), Gallery(source, wishes.fetch)
    shared = Album(gallery)
    brought, pieces = [], []
    for page in source.pages:
        made = drafts[page.path]
        album = Album(gallery) if made.is_procedure else shared
        one = _written(page, made, targets[page.path], links, album, titles, wishes)
        brought.append(one)
        pieces.append(_piece(one, album, wishes.locale))
    pieces += [_file(PAGES / IMAGES / name, content) for name, content in sorted(shared.files.items())]
    pieces += _around(source, targets)
    own = (entry for one in brought for entry in one.entries)
    return Imported(tuple(brought), tuple(pieces), (*source.entries, *own))


def _understood(page: SourcePage, wishes: Wishes) -> Draft:
    parsed = parse(page.source, wishes.flavour)
    return understand(parsed, page.source, page.path, category=wishes.category)


def _written(
    page: SourcePage, made: Draft, target: Target, links: Links, album: Album, titles: Mapping[str, str], wishes: Wishes
) -> Brought:
    def title(href: str) -> str:
        found = links.resolve(page, href, 1)[0] or ""
        return titles.get(found, "")

    means = Means(page.source, partial(links.resolve, page), partial(album.take, page), title)
    data, entries = lower(made, means) if made.is_procedure else (None, ())
    if data is not None:
        text = canonical.dump(data)
    else:
        text, entries = written_page(made, means, wishes.category)
    return Brought(page, target, data, text, album.names(page.path), (*made.entries, *entries))


def _piece(one: Brought, album: Album, locale: str) -> Piece:
    if one.data is None:
        return _file(PAGES / f"{one.id}.{locale}.md", one.text.encode())
    files: dict[PurePosixPath, bytes | Path] = {GUIDE: one.text.encode()}
    files |= {IMAGES / name: content for name, content in sorted(album.files.items())}
    return Piece(GUIDES / one.id, files)


def _file(path: PurePosixPath, content: bytes | Path) -> Piece:
    return Piece(path, {FILE: content})


def _around(source: Space, targets: Mapping[PurePosixPath, Target]) -> Iterator[Piece]:
    """The navigation and the redirects of a space of more than one page."""
    if len(targets) > 1:
        for name, content in (
            ("navigation", navigation.navigation(source, targets)),
            ("redirects", navigation.redirects(source, targets)),
        ):
            if content:
                yield _file(PurePosixPath(f"{name}.yml"), canonical.dump({name: content}).encode())
