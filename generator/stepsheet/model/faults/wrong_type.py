"""A value of the wrong type.

Why: a list where a text should be has no meaning in a guide, and guessing one would lose words.
Bad:  do: [Sign in., Open the menu.]
Good: do: Sign in and open the menu.
"""

from stepsheet.diagnostics import Diagnostic, Rule, Severity
from stepsheet.load.nodes import Scalar, Sequence
from stepsheet.model.faults import empty_text
from stepsheet.model.problem import Problem, form_of

RULE = Rule("S022", "wrong-type", Severity.ERROR, since="0.1")

_DURATION = ("a duration", "write an ISO 8601 duration: PT10M is ten minutes, PT1H30M an hour and a half")
_MAPPING = ("a mapping", "write `key: value` lines")
_NUMBER = ("a number", "write a number from 0 to 100")
_EXPECTED = {
    "string_type": ("a text", "write one text; put it in quotes if it begins with a bracket or a brace"),
    "tuple_type": ("a list", "begin each entry on a line of its own with `- `"),
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "not_a_flag": ("true or false", "write `true` or `false`"),
    "not_a_condition": ("a condition", "write an option (`watchdog`), or an option and its answer (`{account: sub}`)"),
    "not_a_date": ("a date", "write year-month-day: 2026-01-31"),
    "time_delta_type": _DURATION,
    "time_delta_parsing": _DURATION,
    "not_a_duration": _DURATION,
    "greater_than": ("longer than zero", "write an ISO 8601 duration: PT10M is ten minutes"),
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "greater_than_equal": _NUMBER,
    "less_than_equal": _NUMBER,
    "not_a_point": ("two numbers", "write `[across, down]` in percent: [62, 31]"),
}
TYPES = frozenset(_EXPECTED)


def explain(problem: Problem) -> Diagnostic:
    """What is there, and what should be."""
    expected, help_ = _EXPECTED[problem.kind]
    subject = f"{problem.subject} is" if problem.key else "the file holds"
    message = f"{subject} {problem.written}, not {expected}"
    if problem.kind in {"greater_than_equal", "less_than_equal"}:
        message = f"{problem.written} in {problem.key!r} is outside 0 to 100"
    return RULE(problem.node.at, message, help=_better(problem) or help_)


def _better(problem: Problem) -> str:
    """A help that knows the element and the value; empty where the type says it all."""
    expected, node = _EXPECTED[problem.kind][0], problem.node
    if problem.is_empty and expected == "a text":
        return empty_text.remedy(problem)
    if problem.wanted and expected == "a mapping":
        return f"write `{form_of(problem.wanted)}`"
    if problem.wanted and expected == "a list":
        return f"begin each entry on a line of its own: `- {form_of(problem.wanted)}`"
    if problem.key == "do" and isinstance(node, Sequence) and len(node.items) > 1:
        return f"write one sentence; make the rest {_below(problem)} of their own"
    is_percent = expected == "a number" and isinstance(node, Scalar) and str(node.value).endswith("%")
    return "write the number without %" if is_percent else ""


def _below(problem: Problem) -> str:
    return "steps or sub-steps" if problem.what == "step" else "sub-steps"
