"""A link leads to nothing that is imported.

Why: its words stay and the link goes; the reader loses a way, and the author should know which.
Bad:  See [the setup](setup-old.md), where there is no such page
Good: See [the setup](setup.md)
"""

from stepsheet.diagnostics import Location, Rule, Severity
from stepsheet.importing.entry import Entry

RULE = Rule("S406", "broken-link", Severity.WARNING, since="0.1")


def missing(at: Location, href: str) -> Entry:
    """There is nothing by that name."""
    return _entry(at, f"the link {href!r} leads to nothing in the source")


def not_imported(at: Location, href: str) -> Entry:
    """There is such a page, but this import does not bring it over."""
    return _entry(at, f"the link {href!r} leads to a page that is not imported", "import the whole space")


def outside(at: Location, href: str) -> Entry:
    """The link leaves the source."""
    return _entry(at, f"the link {href!r} leads out of the source")


def nowhere(at: Location) -> Entry:
    """The link has no address, or one by which GitBook marks a lost page."""
    return _entry(at, "the link has lost its address")


def malformed(at: Location, href: str) -> Entry:
    """An address that no browser could open."""
    return _entry(at, f"the link {href[:80]!r} is no address")


def unlisted(at: Location, href: str) -> Entry:
    """A line of the navigation whose page is not there."""
    return _entry(at, f"the navigation names {href!r}, which is no page of the source", "delete the line, or mend it")


def redirect(at: Location, target: str) -> Entry:
    """A redirect whose page is not there."""
    message = f"the redirect leads to {target!r}, which is no page of the source"
    return _entry(at, message, "delete the redirect, or mend it")


def address(at: Location, old: str, trouble: str) -> Entry:
    """An old address that no redirect can keep; `trouble` follows it in the sentence."""
    message = f"the old address {old!r} is not kept: it {trouble}"
    return _entry(at, message, "tell the readers who link to it the new address")


def _entry(at: Location, message: str, help_: str = "the words are kept; link them anew if the target exists") -> Entry:
    return Entry(RULE(at, message, help=help_))
