"""A text or a plain page has no translation.

Why: the reader meets a sentence in another language. It is marked as such, but it is better translated.
Bad:  a text of guide.yml that en.yml does not have
Good: an entry of that key in en.yml
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.book import Book
from stepsheet.model.catalog import Standing
from stepsheet.model.page import PageBook
from stepsheet.rules.context import Context

RULE = Rule("S201", "missing-translation", Severity.WARNING, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each message that a catalog lacks or leaves empty."""
    if isinstance(book, PageBook):
        yield from _pages(book, context)
        return
    source = context.source_locale
    for catalog in context.catalogs(book):
        locale = catalog.locale
        for message in book.messages_for(locale):
            if catalog.standing(message.key, message.text, source)[0] is Standing.MISSING:
                entry = catalog.entries.get(message.key)
                help_ = f"add `{message.key}:` with `{source}:` and `{locale}:` to {book.catalog_name(locale)}"
                if entry:
                    help_ = f"write the translation under `{locale}:`"
                at = entry.place(locale) if entry else message.at
                yield Finding(at, f"{message.key!r} is not translated into {locale!r}", help_)


def _pages(page: PageBook, context: Context) -> Iterator[Finding]:
    """Each locale that a plain page is not written in."""
    for locale in context.targets:
        if (page.id, locale) not in context.content.shelf.folder.names:
            help_ = f"write {page.id}.{locale}.md beside it, with `translates: {page.text.fingerprint}`"
            yield Finding(page.place, f"the page {page.id!r} is not translated into {locale!r}", help_)
