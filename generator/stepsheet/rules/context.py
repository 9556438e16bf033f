"""What a rule may know beside the book it checks."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from markdown_it.token import Token

from stepsheet.diagnostics import Location
from stepsheet.model import prose
from stepsheet.model.book import Book
from stepsheet.model.catalog import Catalog, Standing
from stepsheet.model.content import Content
from stepsheet.model.element import Message
from stepsheet.model.page import PageBook, PageText
from stepsheet.model.text import Kind


@dataclass(frozen=True, slots=True)
class Written:
    """A text as somebody wrote it, source or translation; `parsed` are the tokens of a part of a longer one."""

    key: str
    text: str
    kind: Kind
    at: Location
    locale: str
    parsed: tuple[Token, ...] | None = None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The text as Markdown; a plain one has no tokens."""
        return prose.tokens(self.text, self.kind) if self.parsed is None else self.parsed


@dataclass(frozen=True, slots=True)
class Translated:
    """A translation beside the text it was made from, which of an outdated one is not the guide's of today."""

    message: Message
    source: str
    text: str
    locale: str
    at: Location


@dataclass(frozen=True, slots=True)
class Context:
    """The whole content, the declared locales (the source locale first), the day of the check.

    `undisplayable` tells which of the given characters no font of the printed sheet has.
    """

    content: Content
    locales: tuple[str, ...]
    today: date
    undisplayable: Callable[[Iterable[str]], frozenset[str]]
    # Gathered once for the many rules that ask; the content outlives the context, so an id stays a book's own.
    _texts: dict[int, tuple[Written, ...]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def source_locale(self) -> str:
        """The language the guides are written in."""
        return self.locales[0]

    @property
    def targets(self) -> tuple[str, ...]:
        """The locales that are translations."""
        return self.locales[1:]

    def catalogs(self, book: Book) -> Iterator[Catalog]:
        """The catalogs of a book that a reader can meet: those of the declared target locales."""
        return (book.catalogs[locale] for locale in self.targets if locale in book.catalogs)

    def texts(self, book: Book) -> tuple[Written, ...]:
        """Every source text of a book and every translation of it that a reader can meet."""
        if id(book) not in self._texts:
            self._texts[id(book)] = tuple(self._written(book))
        return self._texts[id(book)]

    def markdown(self, book: Book) -> Iterator[Written]:
        """Every such text, and the text of a plain page block by block."""
        yield from self.texts(book)
        if isinstance(book, PageBook):
            for text in self.page_texts(book):
                for block in text.blocks:
                    yield Written("text", block.text, Kind.PROSE, block.at, text.locale, block.tokens)

    def translated(self, book: Book) -> Iterator[Translated]:
        """Every text of the catalogs that says what it was made from."""
        for catalog in self.catalogs(book):
            for message in book.messages:
                entry = catalog.entries.get(message.key)
                source, text = (entry.text(self.source_locale), entry.text(catalog.locale)) if entry else (None, None)
                if entry and source and text:
                    yield Translated(message, source, text, catalog.locale, entry.place(catalog.locale))

    def page_texts(self, page: PageBook) -> Iterator[PageText]:
        """A plain page in the source language and in each locale that a reader can meet."""
        yield page.text
        yield from (page.translations[locale] for locale in self.targets if locale in page.translations)

    def _written(self, book: Book) -> Iterator[Written]:
        if isinstance(book, PageBook):
            for text in self.page_texts(book):
                for message in text.page.messages():
                    yield Written(message.key, message.text, message.kind, message.at, text.locale)
            return
        for message in book.messages:
            yield Written(message.key, message.text, message.kind, message.at, self.source_locale)
            yield from self._translations(book, message)

    def _translations(self, book: Book, message: Message) -> Iterator[Written]:
        for catalog in self.catalogs(book):
            standing, text = catalog.standing(message.key, message.text, self.source_locale)
            if standing is not Standing.MISSING:
                at = catalog.entries[message.key].place(catalog.locale)
                yield Written(message.key, text, message.kind, at, catalog.locale)
