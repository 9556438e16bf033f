"""A built file says something that is neither in the guide nor among the words of the interface.

Why: a reader takes it for part of the guide, and nobody has written or reviewed it.
Bad:  “Lorem ipsum” between two steps
Good: only what the guide says
"""

from stepsheet.audit.quoting import quoted
from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S507", "stray-text", Severity.ERROR, since="0.1")
_HELP = "build the site again; if it stays, take it out of the template that writes it"


def at(place: Location, words: str, file: str) -> Diagnostic:
    """Words of nobody; the place is that of the text before them."""
    return RULE(place, f"{file} says {quoted(words)}, which is nowhere in the content", help=_HELP)
