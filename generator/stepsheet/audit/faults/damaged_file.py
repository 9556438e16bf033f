"""A built file is damaged.

Why: whoever opens it meets an error, or half of what it should say.
Bad:  a checklist-a4.pdf that is cut off in its middle
Good: a file that any reader of its kind opens
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S520", "damaged-file", Severity.ERROR, since="0.1")


def at(place: Location, path: str, kind: str) -> Diagnostic:
    """A file that cannot be read; `kind` is what it should be: HTML, JSON, PDF."""
    return RULE(place, f"{path} cannot be read as {kind}", help="build the site again")
