"""What an output is given and what it gives back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path, PurePosixPath

from stepsheet.localize.document import Document, Text
from stepsheet.localize.interface import Interface
from stepsheet.localize.navigation import Tree
from stepsheet.localize.page import PlainPage
from stepsheet.localize.presence import EVERYWHERE, Presence, Presences
from stepsheet.localize.progress import Progress
from stepsheet.localize.redirects import Moved
from stepsheet.model import prose
from stepsheet.render import places


class Place(Enum):
    """Where a file goes: through the site engine, or straight into the built site."""

    DOCS = "docs"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class File:
    """A generated file; `path` is relative to the root of its locale's site."""

    path: PurePosixPath
    content: bytes
    place: Place

    @classmethod
    def text(cls, path: str, content: str, place: Place) -> "File":
        """A UTF-8 text file."""
        return cls(PurePosixPath(path), content.encode(), place)


@dataclass(frozen=True, slots=True)
class Category:
    """A group of guides and plain pages in one locale."""

    id: str
    title: Text
    summary: Text | None
    documents: tuple[Document, ...]
    pages: tuple[PlainPage, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """All of one locale.

    `prefix` is the locale's folder in the whole site, empty for the default locale, else like `en/`.
    `url` is the address of the whole site's root with a slash at its end, or None when the operator has set none.
    `edit_url` is the address under which files of the content folder are edited, with a slash at its end, or None.
    `sheet_store` is the folder that keeps finished sheets between builds, or None.
    `moved` are the redirects; the default locale alone has them, at the root of the whole site.
    `prefixes` maps every locale of the site to its prefix, the default locale first; `presences` says which pages are
    in which of them, and whether they are for search engines; `progress` is how far the translation is: that of every
    other locale in the source's, its own in any other. `source_locale` is the language the guides are written in.
    """

    locale: str
    default_locale: str
    prefix: str
    prefixes: dict[str, str]
    name: str
    description: str
    url: str | None
    edit_url: str | None
    papers: tuple[str, ...]
    documents: tuple[Document, ...]
    categories: tuple[Category, ...]
    interface: Interface
    sheet_store: Path | None = None
    pages: tuple[PlainPage, ...] = ()
    moved: tuple[Moved, ...] = ()
    navigation: Tree = field(default_factory=Tree)
    presences: Presences = EVERYWHERE
    progress: tuple[Progress, ...] = ()
    source_locale: str = ""

    def address(self, path: str) -> str | None:
        """The public address of a file of this locale, `index.html` left out; None without a site address."""
        if self.url is None:
            return None
        return places.joined(f"{self.url}{self.prefix}", path.removesuffix("index.html"))

    @property
    def source_root(self) -> str:
        """The way from the root of this locale to that of the default one."""
        return "../" * self.prefix.count("/") + self.prefixes[self.default_locale]

    def place(self, kind: str, path: str) -> str:
        """Where a reference leads from the root of this locale: into the default one when only that has the page."""
        leads = places.place(kind, path)
        return f"{self.source_root}{leads}" if self.is_left_out(kind, path) else leads

    def is_left_out(self, kind: str, path: str) -> bool:
        """Whether a guide or page that is referred to is not in this locale."""
        folder = places.place(kind, prose.place(path)[0])
        return self.presences(folder, self.locale) is Presence.LEFT_OUT


@dataclass(frozen=True, slots=True)
class Output:
    """One kind of file: every module in `outputs/` declares one as `OUTPUT`.

    `form` is the ending of its files where there is just one for each guide, which people may want alone.
    """

    name: str
    files: Callable[[Site], Iterable[File]]
    form: str = ""
