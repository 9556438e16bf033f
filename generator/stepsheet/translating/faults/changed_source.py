"""A file of translations has another source text than the guide, though it is for the guide's own revision.

Why: somebody has edited the source text in it, so that nobody can tell what was translated.
Bad:  msgid "Press the button twice."
Good: msgid "Press the button."
"""

from stepsheet.diagnostics import Diagnostic, Rule, Severity
from stepsheet.translating.parcel import Reply

RULE = Rule("S246", "changed-source", Severity.ERROR, since="0.1")


def at(reply: Reply) -> Diagnostic:
    """A reply to another text."""
    help_ = "export anew and translate that; or import with --force: the translation is then marked as out of date"
    return RULE(reply.at, f"the source text of {reply.key!r} is not the guide's", help=help_)
