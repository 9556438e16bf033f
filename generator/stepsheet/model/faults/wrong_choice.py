"""A value that is not one of the words allowed here.

Why: a mistyped kind of warning would be shown as another one, or not at all.
Bad:  kind: waring
Good: kind: warning
"""

from stepsheet.diagnostics import Diagnostic, Rule, Severity
from stepsheet.model.problem import Problem, closest

RULE = Rule("S023", "wrong-choice", Severity.ERROR, since="0.1")
TYPES = frozenset({"enum"})


def explain(problem: Problem) -> Diagnostic:
    """The value, and the one that was probably meant."""
    help_ = closest(problem.written.strip("'"), problem.allowed) or f"write one of: {', '.join(problem.allowed)}"
    return RULE(problem.node.at, f"{problem.key!r} cannot be {problem.written}", help=help_)
