"""Values are nested deeper than a guide can be.

Why: no key of a guide is that deep; depth is bounded so that no file can exhaust the machine.
Bad:  [[[[…]]]] ten thousand deep
Good: the nesting that the content format describes
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S008", "too-deep", Severity.ERROR, since="0.1")


def at(location: Location, limit: int) -> Diagnostic:
    """The first node beyond the limit."""
    return RULE(location, f"nested deeper than {limit} levels", help="check brackets and indentation")
