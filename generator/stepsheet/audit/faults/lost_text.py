"""A text or a part of a guide is not in a built file.

Why: a reader of that page or sheet skips a step, or never sees a warning.
Bad:  a sheet without the step “Open the API section”
Good: every step on every page, sheet and data file
"""

from stepsheet.audit.quoting import quoted
from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S502", "lost-text", Severity.ERROR, since="0.1")
HELP = "build the site again; if it stays lost, look for what an override of a template or a plugin leaves out"


def text(place: Location, name: str, words: str, file: str) -> Diagnostic:
    """A text that is not shown."""
    return RULE(place, f"{file} does not show {name!r}: {quoted(words)}", help=HELP)


def hidden(place: Location, name: str, words: str, file: str) -> Diagnostic:
    """A text that nobody sees."""
    return RULE(place, f"{file} hides {name!r}: {quoted(words)}", help=HELP)


def words(place: Location, said: str, name: str, file: str) -> Diagnostic:
    """Words of the interface that say what a text is, or what can be done with it."""
    return RULE(place, f"{file} does not say {quoted(said)} with {name}", help=HELP)


def part(place: Location, kind: str, key: str, file: str) -> Diagnostic:
    """A part that is not there at all."""
    return RULE(place, f"{file} does not have the {kind} {key!r}", help=HELP)
