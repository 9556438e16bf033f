"""A translation lacks a reference that its source text has.

Why: readers of the translation are told to go on with a step, and not led there.
Bad:  {ru: "Смотрите [шаг](#step:save.copy).", en: See the step.}
Good: {ru: "Смотрите [шаг](#step:save.copy).", en: "See the [step](#step:save.copy)."}
"""

from collections import Counter
from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import prose
from stepsheet.model.book import Book
from stepsheet.model.catalog import Standing
from stepsheet.model.page import PageBook
from stepsheet.model.text import Kind
from stepsheet.rules.context import Context

RULE = Rule("S207", "lost-reference", Severity.WARNING, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each reference that an up-to-date translation has less often than its source text."""
    if isinstance(book, PageBook):
        return
    for catalog in context.catalogs(book):
        for message in book.messages:
            standing, text = catalog.standing(message.key, message.text, context.source_locale)
            if standing is Standing.OK and "](#" in message.text:
                at = catalog.entries[message.key].place(catalog.locale)
                for lost in _references(message.text, message.kind) - _references(text, message.kind):
                    yield Finding(
                        at,
                        f"the translation of {message.key!r} into {catalog.locale!r} lacks the reference {lost!r}",
                        f"put `[…]({lost})` around the words that name it",
                    )


def _references(text: str, kind: Kind) -> Counter[str]:
    return Counter(href for href in prose.links(prose.tokens(text, kind)) if prose.reference(href))
