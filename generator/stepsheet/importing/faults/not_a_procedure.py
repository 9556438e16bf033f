"""A page has no steps.

Why: it becomes a plain page of the site, which cannot be ticked or printed as a checklist.
Bad:  a page that explains in paragraphs what to do
Good: the same page with an ordered list
"""

from stepsheet.diagnostics import Location, Rule, Severity, Source
from stepsheet.importing.entry import Entry

RULE = Rule("S408", "not-a-procedure", Severity.HINT, since="0.1")


def at(source: Source) -> Entry:
    """The page."""
    help_ = "if it has steps, write them as an ordered list"
    return Entry(RULE(Location(source), "the page has no steps", help=help_))
