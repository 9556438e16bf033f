"""A single text is longer than anything a reader follows.

Why: texts are bounded, so that no single one can stop the build of all the others.
Bad:  info: a whole manual
Good: several steps, each with its info
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity
from stepsheet.load.nodes import Node
from stepsheet.model.problem import Problem, begin
from stepsheet.model.text import MAX_PAGE, MAX_TEXT

RULE = Rule("S026", "long-text", Severity.ERROR, since="0.1")
TYPES = frozenset({"long_text"})


def explain(problem: Problem) -> Diagnostic:
    """Where the text begins."""
    return at(problem.node, repr(problem.key))


def at(node: Node, subject: str) -> Diagnostic:
    """A text of a guide or of a catalog."""
    return RULE(begin(node), f"{subject} has more than {MAX_TEXT:,} characters", help="split it into steps")


def page(place: Location) -> Diagnostic:
    """The text of a plain page."""
    return RULE(place, f"the text of the page has more than {MAX_PAGE:,} characters", help="divide it into pages")
