"""A key that the content format does not know.

Why: a mistyped key would drop its text in silence.
Bad:  {id: sign-in, do: Sign in., expects: You see the home page.}
Good: {id: sign-in, do: Sign in., expect: You see the home page.}
"""

from stepsheet.diagnostics import Diagnostic, Rule, Severity
from stepsheet.model.element import keys_of, required_keys, text_kind
from stepsheet.model.problem import Problem, nearest

RULE = Rule("S020", "unknown-key", Severity.ERROR, since="0.1")
TYPES = frozenset({"extra_forbidden"})

_NEAR = 0.8  # so much alike is a slip of the finger, less may be another word for what is missing


def explain(problem: Problem) -> Diagnostic:
    """The key, and the one that was probably meant."""
    entry = problem.holder.entries.get(problem.key) if problem.holder else None
    at = entry[0].at if entry else problem.node.at
    return RULE(at, f"{problem.a_what} has no key {problem.key!r}", help=_help(problem))


def _help(problem: Problem) -> str:
    """A key not yet written that is spelt alike, else the one text that is missing, else all keys there are."""
    known = keys_of(problem.element)
    free = [key for key in known if not (problem.holder and key in problem.holder.entries)]
    texts = [key for key in required_keys(problem.element) if key in free and _is_text(problem, key)]
    missing = texts[0] if len(texts) == 1 else ""
    meant = nearest(problem.key, free, _NEAR) or missing or nearest(problem.key, free)
    return f"did you mean {meant!r}?" if meant else f"the keys of {problem.a_what} are {', '.join(known)}"


def _is_text(problem: Problem, key: str) -> bool:
    return key in problem.element.model_fields and text_kind(problem.element, key) is not None
