"""Something of the source is left out on purpose.

Why: an import loses nothing in silence: what is no part of a guide is named, with its words.
Bad:  a page that ends with instructions of the publisher to programs that read it
Good: the same page without them
"""

from stepsheet.diagnostics import Location, Rule, Severity
from stepsheet.importing.entry import Entry

RULE = Rule("S403", "left-out", Severity.HINT, since="0.1")


def at(location: Location, message: str, text: str = "") -> Entry:
    """What is left out and why; `text` holds its words."""
    return Entry(RULE(location, message), text)
