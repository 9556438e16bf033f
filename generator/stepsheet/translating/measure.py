"""How far the translations are: for each file of texts and each locale, what is done and what is left."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stepsheet.model.book import Book
from stepsheet.model.catalog import Catalog, Standing
from stepsheet.model.content import Content
from stepsheet.model.element import Message
from stepsheet.model.page import PageBook, PageText
from stepsheet.model.text import Kind
from stepsheet.model.wording import words
from stepsheet.translating import catalog_text, naming


@dataclass(frozen=True, slots=True)
class Measure:
    """How many texts of a book are in which state in a locale; a plain page is one text.

    `orphan` counts the entries that translate no text any more, set aside or not. `words_left` are those of the source
    texts whose translation is missing or out of date.
    """

    book: str
    locale: str
    ok: int = 0
    stale: int = 0
    missing: int = 0
    orphan: int = 0
    words_left: int = 0

    @property
    def total(self) -> int:
        """How many texts there are to translate."""
        return self.ok + self.stale + self.missing

    @property
    def percent(self) -> int:
        """The share of texts that are up to date, rounded down: 100 means all of them."""
        return 100 * self.ok // self.total if self.total else 100


def measures(content: Content, locales: Sequence[str], source_locale: str) -> tuple[Measure, ...]:
    """Every book that has texts in every locale, in order of the books."""
    books = [book for book in content.books if book.messages]
    return tuple(_measure(book, locale, source_locale) for book in books for locale in locales)


def total(measures: Iterable[Measure], locale: str) -> Measure:
    """All of a locale."""
    own = [measure for measure in measures if measure.locale == locale]
    sums = {
        name: sum(getattr(measure, name) for measure in own)
        for name in ("ok", "stale", "missing", "orphan", "words_left")
    }
    return Measure("all", locale, **sums)


def _measure(book: Book, locale: str, source_locale: str) -> Measure:
    if isinstance(book, PageBook):
        return _page(book, locale)
    catalog = book.catalogs.get(locale)
    states: Counter[Standing] = Counter()
    left = 0
    for message in book.messages_for(locale):
        standing = _standing(message, catalog, source_locale)
        states[standing] += 1
        left += words(message.text, message.kind) if standing is not Standing.OK else 0
    return Measure(
        naming.of(book),
        locale,
        ok=states[Standing.OK],
        stale=states[Standing.STALE],
        missing=states[Standing.MISSING],
        orphan=_orphans(book, catalog),
        words_left=left,
    )


def _standing(message: Message, catalog: Catalog | None, source_locale: str) -> Standing:
    return catalog.standing(message.key, message.text, source_locale)[0] if catalog else Standing.MISSING


def _orphans(book: Book, catalog: Catalog | None) -> int:
    if catalog is None:
        return 0
    known = {message.key for message in book.messages}
    aside = catalog_text.read(catalog).aside
    return len({key for key in (*catalog.entries, *(piece.key for piece in aside)) if key not in known})


def _page(book: PageBook, locale: str) -> Measure:
    made = book.translations.get(locale)
    if made is None:
        return Measure(naming.of(book), locale, missing=1, words_left=_words(book.text))
    if made.page.translates == book.text.fingerprint:
        return Measure(naming.of(book), locale, ok=1)
    return Measure(naming.of(book), locale, stale=1, words_left=_words(book.text))


def _words(text: PageText) -> int:
    return sum(words(part, Kind.PROSE) for part in (text.page.title, text.page.summary or "", text.body))
