"""Keys that exclude each other stand side by side.

Why: `body` gives the order of text, pictures and code; with `info` or `images` beside it the order is undefined.
Bad:  {info: Text., body: [{id: why, text: Text.}]}
Good: {body: [{id: why, text: Text.}]}
"""

from stepsheet.diagnostics import Diagnostic, Rule, Severity
from stepsheet.load.nodes import Mapping
from stepsheet.model.problem import Problem, begin

RULE = Rule("S025", "conflict", Severity.ERROR, since="0.1")
TYPES = frozenset({"conflict"})


def explain(problem: Problem) -> Diagnostic:
    """The key that is one too many, or the whole body item; the message comes from the model."""
    entries = problem.node.entries if isinstance(problem.node, Mapping) else {}
    key = next((entries[name][0] for name in ("body", "alt", "kind") if name in entries), None)
    return RULE(key.at if key else begin(problem.node), problem.message, help="write one of them, and one only")
