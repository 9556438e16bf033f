"""A key that must be there is not.

Why: without it there is nothing to show, or nothing for translations and ticks to hang on.
Bad:  {do: Sign in.}
Good: {id: sign-in, do: Sign in.}
"""

from stepsheet.diagnostics import Diagnostic, Rule, Severity
from stepsheet.model.problem import Problem, begin

RULE = Rule("S021", "missing-key", Severity.ERROR, since="0.1")
TYPES = frozenset({"missing"})

_HELP = {
    "id": "add `id: …`: a short English name that stays the same when the text changes",
    "do": "add `do: …`: the step in one imperative sentence",
    "label": "add `label: …`: the words the reader sees on the screen",
    "sections": "add `sections:` with at least one section and its steps",
}


def explain(problem: Problem) -> Diagnostic:
    """The mapping that lacks the key."""
    help_ = _HELP.get(problem.key, f"add `{problem.key}: …`")
    return RULE(begin(problem.holder or problem.node), f"the {problem.what} has no {problem.key!r}", help=help_)
