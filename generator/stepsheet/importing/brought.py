"""What an import brings: its pages, and the pieces for the content folder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from stepsheet.importing.entry import Entry
from stepsheet.importing.pictures import Album
from stepsheet.importing.space import SourcePage
from stepsheet.importing.writing.lower import Data
from stepsheet.importing.writing.plan import FILE, Piece

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


def shared_pictures(album: Album) -> Iterator[Piece]:
    """The pictures of the plain pages, a piece each."""
    for name, content in sorted(album.files.items()):
        yield file_piece(PAGES / IMAGES / name, content)


def file_piece(path: PurePosixPath, content: bytes | Path) -> Piece:
    """A piece of one file."""
    return Piece(path, {FILE: content})


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
