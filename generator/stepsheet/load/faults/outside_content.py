"""A file or folder leads out of the content folder.

Why: content is not trusted; a link could carry any file of the machine into the site.
Bad:  a symlink images/logo.svg that points to another folder of the machine
Good: a copy of the picture in images/
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity, Source

RULE = Rule("S011", "outside-content", Severity.ERROR, since="0.1")


def at(source: Source) -> Diagnostic:
    """The link."""
    return RULE(Location(source), "the path leads out of the content folder", help="put a copy of the file here")
