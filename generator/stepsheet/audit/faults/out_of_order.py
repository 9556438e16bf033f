"""A part of a guide stands at the wrong place in a built file.

Why: steps are done in the order in which they are read, and a warning after its step warns nobody.
Bad:  the warning below the step it warns of
Good: the warning above it
"""

from stepsheet.audit.quoting import quoted
from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S504", "out-of-order", Severity.ERROR, since="0.1")
_HELP = "build the site again; if it stays, look for an override of a template or a plugin that moves it"


def text(place: Location, name: str, words: str, file: str) -> Diagnostic:
    """A text that stands elsewhere."""
    return RULE(place, f"{file} shows {name!r} at another place than the guide: {quoted(words)}", help=_HELP)


def part(place: Location, kind: str, key: str, file: str) -> Diagnostic:
    """A part that stands elsewhere."""
    return RULE(place, f"{file} has the {kind} {key!r} at another place than the guide", help=_HELP)


def late(place: Location, key: str, file: str) -> Diagnostic:
    """A warning that comes after what it warns of."""
    return RULE(place, f"{file} has the warning {key!r} after the action that it warns of", help=_HELP)
