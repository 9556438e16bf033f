"""Markup of the source was broken or means nothing to a reader; it was mended, or left out.

Why: what the importer read is most probably what was meant, but nobody but the author knows.
Bad:  a `{% hint %}` that is never closed
Good: a `{% hint %}` with its `{% endhint %}`
"""

from stepsheet.diagnostics import Location, Rule, Severity
from stepsheet.importing.entry import Entry

RULE = Rule("S401", "repaired-markup", Severity.HINT, since="0.1")


def at(location: Location, what: str, text: str) -> Entry:
    """What was found and how it was read; `text` are the words that are in no block because of it."""
    return Entry(RULE(location, what, help="look at the place in the result"), text)
