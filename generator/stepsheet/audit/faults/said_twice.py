"""A part of a guide stands in a built file more than once.

Why: a reader does the step twice, and a link to it leads to one of two places.
Bad:  two rows for the field “Passphrase”
Good: one row for each field
"""

from stepsheet.audit.quoting import quoted
from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S503", "said-twice", Severity.ERROR, since="0.1")
_HELP = "build the site again; if it stays, look for what an override of a template or a plugin repeats"


def text(place: Location, name: str, words: str, file: str) -> Diagnostic:
    """A text that is shown again."""
    return RULE(place, f"{file} shows {name!r} more than once: {quoted(words)}", help=_HELP)


def part(place: Location, kind: str, key: str, file: str) -> Diagnostic:
    """A part that is there again."""
    return RULE(place, f"{file} has the {kind} {key!r} more than once", help=_HELP)
