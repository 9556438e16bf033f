"""A key appears twice in one mapping.

Why: YAML readers keep one of the two and drop the other in silence.
Bad:  {id: sign-in, do: Sign in., do: Log in.}
Good: {id: sign-in, do: Sign in.}
"""

from stepsheet.diagnostics import Diagnostic, Rule, Severity
from stepsheet.load.nodes import Scalar

RULE = Rule("S003", "duplicate-key", Severity.ERROR, since="0.1")


def at(key: Scalar, first: Scalar) -> Diagnostic:
    """The second of the two, with the place of the first."""
    return RULE(
        key.at, f"the key {key.value!r} is here twice; the first is on line {first.at.line}", help="delete one of them"
    )
