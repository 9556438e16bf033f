"""How far the translations are: for each file of texts and each locale, what is done and what is left."""

from collections import Counter
from collections.abc import Sequence

from stepsheet.localize.progress import Measure
from stepsheet.model.book import Book
from stepsheet.model.catalog import Catalog, Standing
from stepsheet.model.content import Content
from stepsheet.model.element import Message
from stepsheet.model.page import PageBook, PageText
from stepsheet.model.text import Kind
from stepsheet.model.wording import words
from stepsheet.translating import catalog_text, naming


def measures(content: Content, locales: Sequence[str], source_locale: str) -> tuple[Measure, ...]:
    """Every book that has texts in every locale, in order of the books."""
    books = [book for book in content.books if book.messages]
    return tuple(_measure(book, locale, source_locale) for book in books for locale in locales)


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
    aside = catalog_text.set_aside(catalog)
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
