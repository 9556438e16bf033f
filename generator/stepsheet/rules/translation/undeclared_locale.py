"""Text in a locale that mkdocs.yml does not declare.

Why: nobody would ever read it: the site is built for the declared locales alone.
Bad:  de.yml, and `locales` with ru and en
Good: de.yml, and `locales` with ru, en and de
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.book import Book
from stepsheet.model.page import PageBook
from stepsheet.model.problem import closest
from stepsheet.rules.context import Context

RULE = Rule("S204", "undeclared-locale", Severity.ERROR, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each such catalog, and each such text in the catalog of another locale."""
    if isinstance(book, PageBook):
        yield from _pages(book, context)
        return
    for locale, catalog in book.catalogs.items():
        if locale not in context.targets:
            yield Finding(catalog.at, _message(locale, context), _help(locale, context))
            continue
        expected = {locale, context.source_locale}
        for entry in catalog.entries.values():
            for written in entry.texts.keys() - expected:
                help_ = f"an entry of this catalog has {context.source_locale!r} and {locale!r}"
                at = entry.texts[written].at
                yield Finding(at, f"{entry.key!r} has a text in {written!r}, which does not belong here", help_)


def _message(locale: str, context: Context) -> str:
    if locale == context.source_locale:
        return f"a catalog for {locale!r}, the language the guides are written in"
    return f"a catalog for {locale!r}, which is not declared"


def _help(locale: str, context: Context) -> str:
    if locale == context.source_locale:
        return "delete the file; the texts in this language are in guide.yml"
    return closest(locale, context.targets) or f"add {locale!r} to `locales` in mkdocs.yml, or delete the file"


def _pages(page: PageBook, context: Context) -> Iterator[Finding]:
    """Each translation of a plain page into such a locale."""
    for locale, text in page.translations.items():
        if locale not in context.targets:
            yield Finding(text.place, f"a page in {locale!r}, which is not declared", _help(locale, context))
