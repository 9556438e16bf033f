"""Keys that exclude each other stand side by side.

Why: `body` gives the order of text, pictures and code; with `info` or `images` beside it the order is undefined.
Bad:  {info: Text., body: [{id: why, text: Text.}]}
Good: {body: [{id: why, text: Text.}]}
"""

from stepsheet.diagnostics import Diagnostic, Rule, Severity
from stepsheet.model.problem import Problem, begin

RULE = Rule("S025", "conflict", Severity.ERROR, since="0.1")
TYPES = frozenset({"conflict"})


def explain(problem: Problem) -> Diagnostic:
    """The element with the conflict; the message comes from the model."""
    return RULE(begin(problem.node), problem.message, help="keep one of them")
