"""A sheet asks for the value of a secret field.

Why: what is written on paper lies on a desk, is copied and thrown away: a password there is no longer secret.
Bad:  a line to write the passphrase on
Good: a box to tick once the passphrase is in the password manager
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S517", "secret-on-paper", Severity.ERROR, since="0.1")
_HELP = "build the site again; do not write secrets on the sheet that is there"


def line(place: Location, file: str, key: str) -> Diagnostic:
    """A line to write on beside a secret."""
    return RULE(place, f"{file} has a line to write the secret field {key!r} on", help=_HELP)


def silent(place: Location, file: str, key: str, wanted: str) -> Diagnostic:
    """A secret of which the reader is not told where to keep it."""
    return RULE(place, f"{file} does not say {wanted!r} at the secret field {key!r}", help=_HELP)
