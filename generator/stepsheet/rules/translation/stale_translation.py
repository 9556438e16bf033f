"""The source text has changed since its translation was made.

Why: a translation that is out of date looks like any other; of a warning it may be dangerous.
Bad:  ru: Добавьте IP сервера. (guide.yml says: Добавьте IP сервера с Watchdog.)
Good: ru: Добавьте IP сервера с Watchdog.
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.book import Book
from stepsheet.model.catalog import Standing
from stepsheet.model.page import PageBook
from stepsheet.rules.context import Context

RULE = Rule("S202", "stale-translation", Severity.WARNING, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each entry whose source text is not the guide's."""
    if isinstance(book, PageBook):
        yield from _pages(book, context)
        return
    source = context.source_locale
    for catalog in context.catalogs(book):
        for message in book.messages_for(catalog.locale):
            if catalog.standing(message.key, message.text, source)[0] is Standing.STALE:
                entry = catalog.entries[message.key]
                now = f"{message.at.source.path.name}:{message.at.line}"
                text = f"the {source!r} text of {message.key!r} has changed since it was translated into"
                text = f"{text} {catalog.locale!r} ({now})"
                help_ = f"bring the translation up to date and copy the {source!r} text of {now} here"
                if entry.text(source) is None:
                    text = f"{message.key!r} does not say from which {source!r} text it was translated"
                    help_ = f"add `{source}:` with the text of {now}"
                yield Finding(entry.place(source), text, help_)


def _pages(page: PageBook, context: Context) -> Iterator[Finding]:
    """Each translation of a plain page that was made from another text."""
    source, now = context.source_locale, page.text.fingerprint
    for text in context.page_texts(page):
        made_from = text.page.translates
        if text is page.text or made_from == now:
            continue
        message = f"the {source!r} page has changed since it was translated into {text.locale!r}"
        help_ = f"bring the translation up to date and write `translates: {now}`"
        if made_from is None:
            message = f"the page does not say from which {source!r} text it was translated"
            help_ = f"if it says the same as {page.text.source.path.name}, add `translates: {now}`"
        yield Finding(text.page.at("translates"), message, help_)
