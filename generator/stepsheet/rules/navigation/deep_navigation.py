"""The navigation is too deep.

Why: nobody finds a page below so many groups, and the way to it no longer fits above its title.
Bad:  entries in entries, seven levels deep
Good: fewer levels, with more entries each
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.navigation import NavigationBook
from stepsheet.rules.context import Context

RULE = Rule("S147", "deep-navigation", Severity.ERROR, since="0.1")

DEEPEST = 6


def check(book: NavigationBook, context: Context) -> Iterator[Finding]:
    """Each first entry of a level that is too deep."""
    del context
    for entry, depth in book.tree.walk():
        if depth == DEEPEST and entry.entries:
            message = f"entries below level {DEEPEST} of the navigation"
            yield Finding(entry.entries[0].location, message, "move them up a level")
