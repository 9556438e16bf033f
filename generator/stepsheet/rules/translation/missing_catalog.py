"""A guide has no catalog for a declared locale.

Why: the whole page would be in the source language; one finding says so instead of one for each text.
Bad:  locales ru and en, and a guide without en.yml
Good: en.yml beside guide.yml
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.book import Book
from stepsheet.model.page import PageBook
from stepsheet.rules.context import Context

RULE = Rule("S205", "missing-catalog", Severity.WARNING, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each locale without a catalog."""
    for locale in context.targets:
        is_there = locale in book.catalogs or book.catalog_file(locale) in context.content.faulty
        if book.messages and not is_there and not isinstance(book, PageBook):
            count = len(book.messages)
            message = f"no catalog for {locale!r}: {count} {'text is' if count == 1 else 'texts are'} not translated"
            yield Finding(book.place, message, f"create {book.catalog_shown(locale)}")
