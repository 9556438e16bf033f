"""What the status page of a locale tells: every book with its measure, and each translation that is out of date."""

from collections.abc import Iterator, Mapping

from stepsheet.localize import apply
from stepsheet.localize.document import Text
from stepsheet.localize.page import page
from stepsheet.localize.progress import Measure, Outdated, Progress
from stepsheet.model.book import Book
from stepsheet.model.catalog import Catalog, Standing
from stepsheet.model.content import Content
from stepsheet.model.page import PageBook
from stepsheet.render.site import Site
from stepsheet.translating import naming
from stepsheet.translating.measure import measures

Titles = Mapping[tuple[str, str], Text]  # of guides and pages, by kind and id

_PAGE = Outdated("text", 1, None, None, None)  # a page keeps no copy of what its translation was made from


def progress(content: Content, site: Site, source_locale: str) -> tuple[Progress, ...]:
    """Every book that has texts, in order of the books: in every other locale for the source's site, else in its own.

    The titles are in the language of the site, also of what it leaves out.
    """
    locale = site.locale
    locales = [one for one in site.prefixes if one != source_locale] if locale == source_locale else [locale]
    titles = {("guide", name): title for name, title in apply.titles(content.bundles, locale, source_locale).items()}
    shelf = content.shelf
    titles |= {("page", one.id): page(one, shelf.folder, locale, source_locale).title for one in shelf.pages}
    books = {naming.of(book): book for book in content.books}
    found = measures(content, locales, source_locale)
    return tuple(_progress(books[one.book], one, source_locale, titles) for one in found)


def _progress(book: Book, measure: Measure, source_locale: str, titles: Titles) -> Progress:
    folder, _, name = measure.book.rpartition("/")
    kind = folder.removesuffix("s") or name
    title = titles.get((kind, name))
    if isinstance(book, PageBook):
        is_there, file = measure.locale in book.translations, f"{measure.book}.{measure.locale}.md"
        return Progress(measure, kind, title, file, is_there, (_PAGE,) if measure.stale else ())
    file = f"{folder}/{name}/{measure.locale}.yml" if folder else f"{name}.{measure.locale}.yml"
    catalog = book.catalogs.get(measure.locale)
    outdated = tuple(_outdated(book, catalog, source_locale)) if catalog else ()
    return Progress(measure, kind, title, file, catalog is not None, outdated)


def _outdated(book: Book, catalog: Catalog, source_locale: str) -> Iterator[Outdated]:
    for message in book.messages_for(catalog.locale):
        standing, translation = catalog.standing(message.key, message.text, source_locale)
        if standing is Standing.STALE:
            entry = catalog.entries[message.key]
            was = entry.text(source_locale) or ""
            yield Outdated(message.key, entry.place(catalog.locale).line, was, message.text, translation)
