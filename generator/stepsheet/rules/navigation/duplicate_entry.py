"""The navigation has a guide, a page or an id twice.

Why: the place of a page in the navigation, and what is before and after it, must be one.
Bad:  {guide: install} in two groups
Good: {guide: install} in one of them
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.navigation import NavigationBook, NavigationEntry
from stepsheet.rules.context import Context

RULE = Rule("S146", "duplicate-entry", Severity.ERROR, since="0.1")


def check(book: NavigationBook, context: Context) -> Iterator[Finding]:
    """Each entry that repeats one before it."""
    del context
    first: dict[tuple[str, str], NavigationEntry] = {}
    for entry, _ in book.tree.walk():
        for kind in ("id", "guide", "page"):
            name = getattr(entry, kind)
            before = first.setdefault((kind, name), entry) if name else entry
            if before is not entry:
                message = f"the {kind} {name!r} is here twice; the first is on line {before.at(kind).line}"
                yield Finding(entry.at(kind), message, _HELP[kind])


_HELP = {
    "id": "give the newer one another id: translations depend on the old one",
    "guide": "delete one of them; other pages can link to it",
    "page": "delete one of them; other pages can link to it",
}
