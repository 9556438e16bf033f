"""The front matter of a page is not the YAML it should be.

Why: it was read line by line as far as it makes sense; what could not be read is not in the result.
Bad:  description: Step 1: sign in
Good: description: "Step 1: sign in"
"""

from stepsheet.diagnostics import Location, Rule, Severity
from stepsheet.importing.entry import Entry

RULE = Rule("S409", "invalid-front-matter", Severity.WARNING, since="0.1")


def at(location: Location, what: str, text: str) -> Entry:
    """What was found; `text` are the words that are not in the result."""
    return Entry(RULE(location, what, help="correct the front matter and import the page again"), text)
