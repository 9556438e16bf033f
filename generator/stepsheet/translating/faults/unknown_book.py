"""A file of translations does not say what it translates, or names a guide that there is not.

Why: its texts have no catalog to go into.
Bad:  Project-Id-Version: guides/okx-api-kyes 1a2b3c4d
Good: Project-Id-Version: guides/okx-api-keys 1a2b3c4d
"""

from collections.abc import Iterable

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity
from stepsheet.model.problem import closest
from stepsheet.translating.parcel import Received

RULE = Rule("S242", "unknown-book", Severity.ERROR, since="0.1")


def at(received: Received, known: Iterable[str]) -> Diagnostic:
    """A file for a book that is not there."""
    message = f"it translates {received.book!r}, which there is not" if received.book else "it names no guide"
    help_ = closest(received.book, known) or "import a file that `stepsheet translate export` has written"
    return RULE(Location(received.source), message, help=help_)
