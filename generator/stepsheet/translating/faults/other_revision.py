"""A file of translations was made for another revision of the guide.

Why: a translation of texts that have changed since would pass for one of today's.
Bad:  a PO file exported before the guide was changed
Good: a PO file exported, or brought up to date, after that
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity
from stepsheet.translating.parcel import Received

RULE = Rule("S244", "other-revision", Severity.ERROR, since="0.1")


def at(received: Received, now: str) -> Diagnostic:
    """A file for another revision than that of now."""
    message = f"it was made for revision {received.revision} of {received.book}, which is at revision {now}"
    if not received.revision:
        message = f"it does not say for which revision of {received.book} it was made; that is at revision {now}"
    help_ = "export anew; or import with --force: what has changed since is then marked as out of date"
    return RULE(Location(received.source), message, help=help_)
