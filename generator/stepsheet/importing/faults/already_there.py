"""There is a guide or page of that id already, and it is not the same.

Why: somebody may have worked on it since; an import never overwrites that unasked.
Bad:  stepsheet import gitbook wiki/ over a guide that was edited by hand
Good: the difference read, then the same command with --force, or the changes taken over by hand
"""

from stepsheet.diagnostics import Location, Rule, Severity
from stepsheet.importing.entry import Entry

RULE = Rule("S413", "already-there", Severity.WARNING, since="0.1")


def at(location: Location, name: str, beside: str) -> Entry:
    """The file that is there, and where the import was put instead."""
    message = f"{name} is there already and differs from the import, which is in {beside}"
    return Entry(RULE(location, message, help="take over what you want, or run the import again with --force"))
