"""A catalog translates a text that the guide does not have.

Why: the text was deleted, or its id renamed; then the translation is lost unless its key is renamed too.
Bad:  whitelist.add-adress.do: … (the guide has whitelist.add-address.do)
Good: whitelist.add-address.do: …
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.book import Book
from stepsheet.model.problem import closest
from stepsheet.rules.context import Context

RULE = Rule("S203", "orphan-translation", Severity.WARNING, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each key of a declared locale's catalog that names no message."""
    known = {message.key for message in book.messages}
    for catalog in context.catalogs(book):
        free = known - catalog.entries.keys()
        for key, entry in catalog.entries.items():
            if key not in known:
                help_ = closest(key, free) or "delete the entry, or give it the key of the text it translates"
                yield Finding(entry.at, f"no text has the key {key!r}", help_)
