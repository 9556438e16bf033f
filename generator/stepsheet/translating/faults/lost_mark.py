"""A translation that comes back has not the links, references and code of its source.

Why: a link that was translated leads nowhere, and code that was translated does not work.
Bad:  msgstr "See [the list](#section:weiss-liste)."
Good: msgstr "See [the list](#section:whitelist)."
"""

from stepsheet.diagnostics import Diagnostic, Rule, Severity
from stepsheet.translating.parcel import Reply

RULE = Rule("S247", "lost-mark", Severity.ERROR, since="0.1")


def at(reply: Reply, difference: str) -> Diagnostic:
    """A reply that differs from its source in what must be the same."""
    help_ = "copy it from the source text; or import with --force, when the translation is right as it is"
    return RULE(reply.at, f"the translation of {reply.key!r} {difference}", help=help_)
