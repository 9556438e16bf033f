"""A text is longer than a guide's text may be, and was divided.

Why: a text has at most 20,000 characters; the parts follow each other, so nothing changes for the reader.
Bad:  a table of 400 rows
Good: two tables of 200 rows each
"""

from stepsheet.diagnostics import Location, Rule, Severity
from stepsheet.importing.entry import Entry

RULE = Rule("S416", "too-long", Severity.HINT, since="0.1")


def at(location: Location, parts: int) -> Entry:
    """The text, and into how many parts it was divided."""
    return Entry(RULE(location, f"a long text was divided into {parts} parts", help="see where it was divided"))
