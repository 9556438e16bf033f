"""A second document follows in the same file.

Why: a file holds one guide or one catalog; what comes after `---` would be lost.
Bad:  title: A / --- / title: B
Good: two files
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S006", "second-document", Severity.ERROR, since="0.1")


def at(location: Location) -> Diagnostic:
    """Where the second document begins."""
    return RULE(location, "a second YAML document begins here", help="move it to a file of its own")
