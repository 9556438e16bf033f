"""An alias (`*name`) repeats another part of the file.

Why: an alias can blow a short file up to any size, and a text that stands in two places cannot be translated for each.
Bad:  info: *same
Good: the text written out
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S004", "alias", Severity.ERROR, since="0.1")


def at(location: Location, name: str) -> Diagnostic:
    """The alias."""
    return RULE(location, f"the alias '*{name}' is not allowed", help="write the value out")
