"""A link names a place in a page that is not there.

Why: it leads to the page, and no longer to the place.
Bad:  [the setup](install.md#set-up), where the heading is "Setup"
Good: [the setup](install.md#setup)
"""

from stepsheet.diagnostics import Location, Rule, Severity
from stepsheet.importing.entry import Entry

RULE = Rule("S407", "unknown-anchor", Severity.HINT, since="0.1")


def at(location: Location, href: str, anchor: str) -> Entry:
    """The link, which now leads to the top of the page."""
    message = f"the page of the link {href!r} has no place {anchor!r}"
    return Entry(RULE(location, message, help="the link leads to the page; name the section or step it means"))
