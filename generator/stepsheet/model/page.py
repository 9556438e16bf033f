"""A plain page: front matter and Markdown, once for each language."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from markdown_it.token import Token

from stepsheet.diagnostics import Location, Source
from stepsheet.load.pages import PagesFolder
from stepsheet.model import passage
from stepsheet.model.book import Book
from stepsheet.model.element import Element, Id
from stepsheet.model.gallery import Gallery, Terms
from stepsheet.model.text import Line
from stepsheet.model.values import Filled

IMAGES = "images/"


class Page(Element):
    """The front matter of a page; `translates` is the fingerprint of the text that a translation was made from."""

    title: Line
    summary: Line | None = None
    category: Id | None = None
    translates: Filled | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a page that no other block holds: as written, its tokens, its place."""

    text: str
    tokens: tuple[Token, ...]
    at: Location


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A picture in a page, by its name in `images/`; `alt` is None when nothing stands between the brackets."""

    src: str
    alt: str | None
    place: Location
    decorative: bool = False

    def at(self, name: str, /) -> Location:
        """Its place, whichever part of it is meant."""
        del name
        return self.place


@dataclass(frozen=True)
class PageText:
    """A page in one language: its front matter, and the text below it from a line of the file on."""

    locale: str
    page: Page
    body: str
    source: Source
    line: int

    @property
    def place(self) -> Location:
        """The first character of the file, for findings about the whole of it."""
        return Location(self.source, 1, 1, 1, 2)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The text, block by block."""
        return tuple(self._block(run) for run in passage.runs(passage.tokens(self.body)))

    @cached_property
    def anchors(self) -> tuple[tuple[str, Location], ...]:
        """The anchors that its author has given to headings, and where."""
        found = ((block.at, passage.anchor(heading)) for block, heading, _ in self.headings())
        return tuple((name, at.within(f"{{#{name}}}")) for at, name in found if name is not None)

    def headings(self) -> Iterator[tuple[Block, Token, Token]]:
        """Every heading: the block it is or stands in, the token that opens it, the one that holds its words."""
        return ((block, *pair) for block in self.blocks for pair in passage.headings(block.tokens))

    @cached_property
    def pictures(self) -> tuple[PagePicture, ...]:
        """Every mention of a picture; `src` is the address as it is written."""
        return tuple(self._picture(block, token) for block in self.blocks for token in passage.pictures(block.tokens))

    @property
    def fingerprint(self) -> str:
        """What `translates` of a translation of this text holds."""
        return fingerprint(self.page.title, self.page.summary, self.body)

    @cached_property
    def _lines(self) -> tuple[tuple[str, int], ...]:
        """The lines as Markdown counts them, each with its line in the file: a bare CR ends one in Markdown alone."""
        ends = re.findall(r"\r\n|\r|\n", self.body)
        numbers = accumulate((end != "\r" for end in ends), initial=self.line)
        return tuple(zip(re.split(r"\r\n|\r|\n", self.body), numbers, strict=True))

    def _block(self, run: tuple[Token, ...]) -> Block:
        begin, end = run[0].map or [0, 1]
        lines = list(self._lines[begin:end])
        while len(lines) > 1 and not lines[-1][0].strip():
            lines.pop()
        (_, first), (_, last) = lines[0], lines[-1]
        at = Location(self.source, first, 1, last, len(self.source.line(last)) + 1)
        return Block("\n".join(line for line, _ in lines), run, at)

    @staticmethod
    def _picture(block: Block, token: Token) -> PagePicture:
        src = passage.address(token)
        return PagePicture(src, passage.words(token).strip() or None, block.at.within(src))


def fingerprint(title: str, summary: str | None, body: str) -> str:
    """Eight hex digits that change when a reader would read something else; ends of lines and blanks there do not."""
    lines = (line.rstrip() for text in (title, summary or "", body) for line in [*text.strip().split("\n"), "\0"])
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8]


@dataclass(frozen=True)
class PageBook(Book):
    """A page and its translations."""

    id: str
    text: PageText
    translations: Mapping[str, PageText]

    @property
    def texts(self) -> tuple[PageText, ...]:
        """The page in every language it is written in, the source language first."""
        return (self.text, *self.translations.values())

    def shown(self, locale: str) -> PageText:
        """What the readers of a locale get: the page in their language, else the source."""
        return self.translations.get(locale, self.text)


_TERMS = Terms(
    shown_by="page",
    named_in="a page",
    to_name="put the picture into images/ beside the page and write `images/` and its name",
    to_describe="write what the picture says between the brackets: `![…](…)`",
)


@dataclass(frozen=True)
class Shelf(Gallery):
    """The pictures of all pages, and the pages that show them."""

    folder: PagesFolder
    pages: tuple[PageBook, ...]
    terms = _TERMS

    @cached_property
    def by_id(self) -> Mapping[str, PageBook]:
        """The pages that could be read, by their ids."""
        return {page.id: page for page in self.pages}

    @cached_property
    def images(self) -> tuple[PagePicture, ...]:
        """Every mention of a picture that lies in `images/`."""
        every = (picture for page in self.pages for text in page.texts for picture in text.pictures)
        inside = (picture for picture in every if picture.src.startswith(IMAGES))
        return tuple(PagePicture(picture.src.removeprefix(IMAGES), picture.alt, picture.place) for picture in inside)
