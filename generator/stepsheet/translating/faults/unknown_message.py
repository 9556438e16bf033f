"""A file of translations has a text that the guide does not have.

Why: it would be lost without a word.
Bad:  msgctxt "whitelist.add-adress.do"
Good: msgctxt "whitelist.add-address.do"
"""

from collections.abc import Iterable

from stepsheet.diagnostics import Diagnostic, Rule, Severity
from stepsheet.model.problem import closest
from stepsheet.translating.parcel import Reply

RULE = Rule("S245", "unknown-message", Severity.ERROR, since="0.1")


def at(reply: Reply, book: str, known: Iterable[str]) -> Diagnostic:
    """A reply with a key that no text has."""
    help_ = closest(reply.key, known) or "take it out, or import with --force, which leaves it out"
    return RULE(reply.at, f"{book} has no text with the key {reply.key!r}", help=help_)
