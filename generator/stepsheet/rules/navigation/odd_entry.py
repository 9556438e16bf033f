"""An entry of the navigation says too little, or two things at once.

Why: an entry is a guide, a page, a link or a group; what it says beside that would be left out in silence.
Bad:  {guide: okx-api-keys, title: Keys}
Good: {guide: okx-api-keys}
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.navigation import NavigationBook, NavigationEntry
from stepsheet.rules.context import Context

RULE = Rule("S144", "odd-entry", Severity.ERROR, since="0.1")


def check(book: NavigationBook, context: Context) -> Iterator[Finding]:
    """Each thing that an entry has too much or too little of."""
    del context
    for entry, _ in book.tree.walk():
        if len(entry.targets) > 1:
            first, second, *_ = entry.targets
            message = f"{second!r} stands beside {first!r}"
            yield Finding(entry.at(second), message, "write one of them; give the other an entry of its own")
        elif entry.targets in {("guide",), ("page",)}:
            yield from _own(entry, entry.targets[0])
        else:
            yield from _named(entry)


def _own(entry: NavigationEntry, kind: str) -> Iterator[Finding]:
    """A guide or a page has an id and a title already."""
    for name in ("id", "title"):
        if getattr(entry, name) is not None:
            yield Finding(entry.at(name), f"{name!r} stands beside {kind!r}, which has its own", "delete it")


def _named(entry: NavigationEntry) -> Iterator[Finding]:
    """A group or a link has neither by itself."""
    kind = "link" if entry.link else "group"
    for name in ("id", "title"):
        if getattr(entry, name) is None:
            yield Finding(entry.location, f"the {kind} has no {name!r}", f"add `{name}: …`")
    if entry.link and entry.entries:
        yield Finding(entry.at("entries"), "a link has 'entries'", "make it a group, the link the first of its entries")
    if not entry.link and not entry.entries:
        help_ = "add `guide: …`, `page: …`, `link: …`, or `entries:` with what belongs to the group"
        yield Finding(entry.location, "the entry leads nowhere", help_)
