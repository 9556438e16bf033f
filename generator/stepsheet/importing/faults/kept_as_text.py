"""A part of a page has no place in a guide, and its words are kept as text.

Why: nothing is lost, but a video that became a link, or a formula that became code, should be looked at.
Bad:  {% embed url="https://video.example/tour" %} becomes a paragraph with the address
Good: the paragraph rewritten as you want it to read
"""

from stepsheet.diagnostics import Location, Rule, Severity
from stepsheet.importing.entry import Entry

RULE = Rule("S402", "kept-as-text", Severity.WARNING, since="0.1")


def at(location: Location, what: str, form: str, text: str = "") -> Entry:
    """The part, by the name people have for it, and the form in which it is kept; `text` are words lost by it."""
    return Entry(RULE(location, f"{what} is kept as {form}", help="see how it reads, and rewrite it if need be"), text)
