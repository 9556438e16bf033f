"""A key that the content format does not know.

Why: a mistyped key would drop its text in silence.
Bad:  {id: sign-in, do: Sign in., expects: You see the home page.}
Good: {id: sign-in, do: Sign in., expect: You see the home page.}
"""

from stepsheet.diagnostics import Diagnostic, Rule, Severity
from stepsheet.model.element import keys_of
from stepsheet.model.problem import Problem, closest

RULE = Rule("S020", "unknown-key", Severity.ERROR, since="0.1")
TYPES = frozenset({"extra_forbidden"})


def explain(problem: Problem) -> Diagnostic:
    """The key, and the one that was probably meant."""
    known = keys_of(problem.element)
    entry = problem.holder.entries.get(problem.key) if problem.holder else None
    at = entry[0].at if entry else problem.node.at
    help_ = closest(problem.key, known) or f"the keys of {problem.a_what} are {', '.join(known)}"
    return RULE(at, f"{problem.a_what} has no key {problem.key!r}", help=help_)
