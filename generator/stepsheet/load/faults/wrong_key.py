"""A key is not a text.

Why: the keys of a guide are words; a list or an empty key is most often a slip of indentation or of a bracket.
Bad:  {[a, b]: text}
Good: {key: text}
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S012", "wrong-key", Severity.ERROR, since="0.1")


def at(location: Location) -> Diagnostic:
    """The key."""
    return RULE(location, "this key is not a text", help="write `key: value`; check brackets and indentation")
