"""The navigation names a guide or a page that is not there.

Why: the entry would lead to a page that does not exist.
Bad:  {guide: okx-api-kyes}
Good: {guide: okx-api-keys}
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.navigation import NavigationBook
from stepsheet.rules.context import Context
from stepsheet.rules.text import broken_reference

RULE = Rule("S145", "unknown-entry", Severity.ERROR, since="0.1")


def check(book: NavigationBook, context: Context) -> Iterator[Finding]:
    """Each such entry."""
    for entry, _ in book.tree.walk():
        for kind, name in (("guide", entry.guide), ("page", entry.page)):
            broken = broken_reference.elsewhere(kind, name, context.source_locale, context) if name else None
            if broken:
                yield Finding(entry.at(kind), *broken)
