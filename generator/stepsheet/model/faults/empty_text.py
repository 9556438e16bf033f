"""A text is missing or empty.

Why: the reader would meet a step without words, or a field without a name.
Bad:  do: ""
Good: do: Sign in to your account.
"""

from stepsheet.diagnostics import Diagnostic, Rule, Severity
from stepsheet.model.problem import Problem

RULE = Rule("S102", "empty-text", Severity.ERROR, since="0.1")
TYPES = frozenset({"empty_text", "string_too_short"})


def explain(problem: Problem) -> Diagnostic:
    """The place of the empty text."""
    return RULE(problem.node.at, f"{problem.subject} is empty", help=remedy(problem))


def remedy(problem: Problem) -> str:
    """What to do: only what may be left out can be deleted."""
    return "write it" if problem.is_required else f"write it, or delete the {'entry' if problem.in_list else 'key'}"
