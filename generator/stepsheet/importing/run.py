"""The whole story of an import: understand, resolve, write, translate. Nothing is put anywhere here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from stepsheet.diagnostics import Location
from stepsheet.importing import names, navigation, old_addresses
from stepsheet.importing.classify.anchored import anchors
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import left_out
from stepsheet.importing.links import Target
from stepsheet.importing.pictures import Album
from stepsheet.importing.space import SourcePage, Space
from stepsheet.importing.understood import Understood, Wishes, drafts, understood
from stepsheet.importing.writing.lower import Data, lower
from stepsheet.importing.writing.means import traced
from stepsheet.importing.writing.page import page as plain_page
from stepsheet.importing.writing.plan import FILE, GUIDE, Piece
from stepsheet.model import canonical

PAGES = PurePosixPath("pages")
GUIDES = PurePosixPath("guides")
IMAGES = PurePosixPath("images")


@dataclass(frozen=True, slots=True)
class Brought:
    """One page brought: what it became, the file it is written to and the pictures' names by their addresses.

    `data` is the content of the guide, None for a plain page or a catalog; `file` is relative to the content folder;
    `links` are the references that the addresses of the source became, None where only words are left; `entries` are
    the page's own, `anchors` those of the headings of a plain page, `fingerprint` its own. A catalog translates the
    guide with the content `translated`, by `texts`.
    """

    page: SourcePage
    id: str
    file: PurePosixPath
    text: str = field(repr=False)
    data: Data | None = field(repr=False)
    pictures: Mapping[str, str]
    links: Mapping[str, str | None]
    entries: tuple[Entry, ...]
    anchors: tuple[str, ...] = ()
    fingerprint: str = ""
    translated: Data | None = None
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_translation(self) -> bool:
        """Whether it translates a guide or a plain page."""
        return self.data is None and not self.fingerprint

    @property
    def known_images(self) -> frozenset[str]:
        """The pictures of a guide that this translates."""
        return image_names(self.translated) if self.translated else frozenset()


@dataclass(frozen=True, slots=True)
class Imported:
    """A space brought: its pages, the pieces to put into the content folder, and what there is to report.

    `album` holds the pictures of the plain pages, which all languages share: see `shared_pictures`.
    """

    pages: tuple[Brought, ...]
    pieces: tuple[Piece, ...] = field(repr=False)
    album: Album = field(repr=False)
    entries: tuple[Entry, ...]


def space(source: Space, wishes: Wishes, beside: "Imported | None" = None) -> Imported:
    """Everything in a space: guides, plain pages with their pictures, navigation and redirects.

    What is brought `beside` another import has ids and pictures that fit to it, and leaves the navigation to it.
    """
    made = drafts(source, wishes)
    ids = names.ids(made, {one.id for one in beside.pages} if beside else ())
    targets = {path: Target(ids[path], one.is_procedure, one.anchors) for path, one in made.items()}
    known = understood(source, wishes, made, targets)
    shared = beside.album.of(known.gallery) if beside else Album(known.gallery)
    brought, pieces = [], []
    for page in source.pages:
        one, piece = _guide(page, known) if made[page.path].is_procedure else _plain(page, known, shared)
        brought.append(one)
        pieces.append(piece)
    around, lost = ((), ()) if beside else _around(known)
    own = (entry for one in brought for entry in one.entries)
    return Imported(tuple(brought), (*pieces, *around), shared, (*source.entries, *own, *lost))


def shared_pictures(album: Album) -> Iterator[Piece]:
    """The pictures of the plain pages, a piece each."""
    for name, content in sorted(album.files.items()):
        yield file_piece(PAGES / IMAGES / name, content)


def _guide(page: SourcePage, known: Understood) -> tuple[Brought, Piece]:
    """A procedure: its file, and its pictures in a folder of their own."""
    made, album = known.drafts[page.path], Album(known.gallery)
    means, led = traced(known.means(page, album))
    data, entries = lower(made, means)
    text, folder = canonical.dump(data), GUIDES / known.targets[page.path].id
    brought = Brought(
        page, folder.name, folder / GUIDE, text, data, album.names(page.path), led, (*made.entries, *entries)
    )
    files: dict[PurePosixPath, bytes | Path] = {GUIDE: text.encode()}
    files |= {IMAGES / name: content for name, content in sorted(album.files.items())}
    return brought, Piece(folder, files)


def _plain(page: SourcePage, known: Understood, album: Album) -> tuple[Brought, Piece]:
    """A page without steps; plain pages share their pictures."""
    made, own = known.drafts[page.path], known.targets[page.path].id
    means, led = traced(known.means(page, album))
    written, entries = plain_page(made, means, category=known.wishes.category)
    file = PAGES / f"{own}.{known.wishes.locale}.md"
    pictures, told = album.names(page.path), (*made.entries, *entries)
    places, mark = anchors(made.blocks), written.fingerprint
    brought = Brought(page, own, file, written.text, None, pictures, led, told, places, mark)
    return brought, file_piece(file, written.text.encode())


def file_piece(path: PurePosixPath, content: bytes | Path) -> Piece:
    """A piece of one file."""
    return Piece(path, {FILE: content})


def _around(known: Understood) -> tuple[tuple[Piece, ...], tuple[Entry, ...]]:
    """The navigation and the redirects of a space of more than one page, and what of them is lost."""
    source, targets = known.space, known.targets
    if len(targets) < 2:  # noqa: PLR2004 - one page is no space
        return (), ()
    redirects, lost = old_addresses.redirects(source, targets)
    made = {"navigation": navigation.navigation(source, targets), "redirects": redirects}
    pieces = [
        file_piece(PurePosixPath(f"{name}.yml"), canonical.dump({name: content}).encode())
        for name, content in made.items()
        if content
    ]
    titles = navigation.other_titles(source, targets, known.titles)
    told = (
        (
            left_out.at(
                Location(known.space.pages[0].source), "titles in the navigation of pages that have another", titles
            ),
        )
        if titles
        else ()
    )
    return tuple(pieces), (*lost, *told)


def image_names(value: object) -> frozenset[str]:
    """The names of the pictures that a guide shows."""
    match value:
        case {"src": str() as src}:
            return frozenset({src})
        case dict():
            return frozenset().union(*map(image_names, value.values()))
        case list():
            return frozenset().union(*map(image_names, value))
        case _:
            return frozenset()
