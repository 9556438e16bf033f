"""The front matter of a page is not YAML.

Why: it is read line by line instead, each line a key and its value, which may not be what was meant.
Bad:  description: Quick start: five minutes
Good: description: "Quick start: five minutes"
"""

from stepsheet.diagnostics import Location, Rule, Severity
from stepsheet.importing.entry import Entry

RULE = Rule("S409", "invalid-front-matter", Severity.WARNING, since="0.2")


def at(location: Location, what: str, text: str) -> Entry:
    """What is wrong with it, and the words that no field holds."""
    return Entry(RULE(location, what, help="put the value in quotes, or correct the line"), text)
