"""What goes to translators and comes back: the texts of one book in one locale, apart from any form of file."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stepsheet.diagnostics import Location, Source
from stepsheet.model.book import Book
from stepsheet.model.catalog import Standing
from stepsheet.model.content import Content
from stepsheet.model.element import Message
from stepsheet.model.page import PageBook
from stepsheet.translating import naming
from stepsheet.translating.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Unit:
    """One text: its key, the source text of today, and the translation, empty when there is none.

    `previous` is the source text that an outdated translation was made from, None when the catalog does not say.
    `context` says in a few lines what the text is and where it stands, `link` where it is on the built page.
    """

    key: str
    source: str
    text: str
    standing: Standing
    previous: str | None
    context: tuple[str, ...]
    link: str
    at: Location


@dataclass(frozen=True, slots=True)
class Parcel:
    """The texts of a book for the translators of a locale; `revision` tells which source texts they are."""

    book: str
    locale: str
    source_locale: str
    revision: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """One text as it comes back: `source` is what was translated; of an outdated translation `previous` was.

    `is_stale` says that the translator has not yet brought the translation up to date.
    """

    key: str
    source: str
    text: str
    previous: str | None
    is_stale: bool
    at: Location


@dataclass(frozen=True, slots=True)
class Received:
    """A file as it comes back."""

    book: str
    locale: str
    revision: str
    replies: tuple[Reply, ...]
    source: Source


def books(content: Content) -> Mapping[str, Book]:
    """The books that have catalogs and something to translate, by their names."""
    found = (book for book in content.books if book.messages and not isinstance(book, PageBook))
    return {naming.of(book): book for book in found}


def revision(book: Book) -> str:
    """Eight hex digits that change when a source text of the book does."""
    return _digest((message.key, message.text.strip()) for message in book.messages)


def _digest(texts: Iterable[tuple[str, str]]) -> str:
    whole = "\0".join(part for pair in texts for part in pair)
    return hashlib.sha256(whole.encode()).hexdigest()[:8]


def pack(book: Book, locale: str, source_locale: str, page: str | None) -> Parcel:
    """The texts of a book; `page` is the address of its page in the locale, when the site has one."""
    around = Surroundings(book, page)
    units = tuple(_unit(book, message, locale, source_locale, around) for message in book.messages_for(locale))
    return Parcel(naming.of(book), locale, source_locale, revision(book), units)


def _unit(book: Book, message: Message, locale: str, source_locale: str, around: Surroundings) -> Unit:
    catalog = book.catalogs.get(locale)
    entry = catalog.entries.get(message.key) if catalog else None
    standing, text = catalog.standing(message.key, message.text, source_locale) if catalog else (Standing.MISSING, "")
    previous = entry.text(source_locale) if entry and standing is Standing.STALE else None
    context, link = around.context(message), around.link(message)
    return Unit(message.key, message.text, text, standing, previous, context, link, message.at)
