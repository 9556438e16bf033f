"""A link of a kind that a guide may not hold.

Why: such a link runs code, opens a file of the reader's machine, or needs a program that the reader may not have.
Bad:  [Open](javascript:open())
Good: [Open](https://example.com/)
"""

from stepsheet.diagnostics import Location, Rule, Severity
from stepsheet.importing.entry import Entry

RULE = Rule("S415", "unsafe-link", Severity.WARNING, since="0.1")


def at(location: Location, href: str, scheme: str) -> Entry:
    """The link, whose words stay."""
    message = f"the link {href[:80]!r} is not kept: {scheme}: is not http:, https: or mailto:"
    return Entry(RULE(location, message, help="the words are kept; link them to a web address"))
