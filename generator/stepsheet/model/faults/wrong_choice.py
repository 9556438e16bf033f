"""A value that is not one of the words allowed here.

Why: a mistyped kind of warning would be shown as another one, or not at all.
Bad:  kind: waring
Good: kind: warning
"""

from stepsheet.diagnostics import Diagnostic, Rule, Severity
from stepsheet.model.problem import Problem, nearest

RULE = Rule("S023", "wrong-choice", Severity.ERROR, since="0.1")
TYPES = frozenset({"enum", "literal_error"})

_NEAR = 0.8  # of few short words, one is always a little alike


def explain(problem: Problem) -> Diagnostic:
    """The value, and the words there are; first the one that was probably meant."""
    near = nearest(problem.written.strip("'"), problem.allowed, _NEAR)
    words = ", ".join(problem.allowed)
    help_ = f"did you mean {near!r}? The words are {words}" if near else f"write one of: {words}"
    return RULE(problem.node.at, f"{problem.key!r} cannot be {problem.written}", help=help_)
