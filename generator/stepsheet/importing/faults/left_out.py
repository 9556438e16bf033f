"""A part of a page is not in the result.

Why: what a guide computes itself (the numbers of steps) or does not have (settings of another system) would be
wrong or in the way; the words are listed here so that nothing is lost unseen.
Bad:  ## Step 2: Open the settings
Good: a step "Open the settings", whose number is counted
"""

from stepsheet.diagnostics import Location, Rule, Severity
from stepsheet.importing.entry import Entry

RULE = Rule("S403", "left-out", Severity.HINT, since="0.1")
SHOWN = 3


def at(location: Location, what: str, texts: tuple[str, ...]) -> Entry:
    """What was left out, said as a fact, with the first of the words; all of them are in the entry's text."""
    words = tuple(text for text in texts if text)
    quoted = ", ".join(repr(text) for text in words[:SHOWN])
    more = ", …" if len(words) > SHOWN else ""
    message = f"left out: {what}" + (f" ({quoted}{more})" if quoted else "")
    return Entry(RULE(location, message, help="nothing, unless you miss it"), " ".join(words))
