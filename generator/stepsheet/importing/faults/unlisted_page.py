"""A page that the navigation of its space does not list.

Why: its readers may never have seen it: it can be a draft, or a page that was taken down.
Bad:  drafts/setup.md, which SUMMARY.md does not name
Good: `* [Setup](drafts/setup.md)` in SUMMARY.md
"""

from stepsheet.diagnostics import Location, Rule, Severity, Source
from stepsheet.importing.entry import Entry

RULE = Rule("S418", "unlisted-page", Severity.HINT, since="0.1")


def at(source: Source, navigation: str) -> Entry:
    """The page, and the file that lists the others."""
    message = f"the page is imported although {navigation} does not list it"
    return Entry(RULE(Location(source), message, help="delete what is imported if the page was never published"))
