"""A value of the wrong type.

Why: a list where a text should be has no meaning in a guide, and guessing one would lose words.
Bad:  do: [Sign in., Open the menu.]
Good: do: Sign in and open the menu.
"""

from stepsheet.diagnostics import Diagnostic, Rule, Severity
from stepsheet.model.problem import Problem

RULE = Rule("S022", "wrong-type", Severity.ERROR, since="0.1")

_DURATION = ("a duration", "write an ISO 8601 duration: PT10M is ten minutes, PT1H30M an hour and a half")
_EXPECTED = {
    "string_type": ("a text", "write one text; put it in quotes if it begins with a bracket or a brace"),
    "tuple_type": ("a list", "begin each entry on a line of its own with `- `"),
    "dict_type": ("a mapping", "write `key: value` lines"),
    "model_type": ("a mapping", "write `key: value` lines"),
    "model_attributes_type": ("a mapping", "write `key: value` lines"),
    "not_a_flag": ("true or false", "write `true` or `false`"),
    "not_a_condition": ("a condition", "write an option (`watchdog`), or an option and its answer (`{account: sub}`)"),
    "not_a_date": ("a date", "write year-month-day: 2026-01-31"),
    "time_delta_type": _DURATION,
    "time_delta_parsing": _DURATION,
    "not_a_duration": _DURATION,
    "greater_than": ("more than nothing", "write an ISO 8601 duration: PT10M is ten minutes"),
    "float_type": ("a number", "write a number from 0 to 100"),
    "float_parsing": ("a number", "write a number from 0 to 100"),
    "finite_number": ("a number", "write a number from 0 to 100"),
    "greater_than_equal": ("0 or more", "write a number from 0 to 100"),
    "less_than_equal": ("100 or less", "write a number from 0 to 100"),
    "not_a_point": ("two numbers", "write `[across, down]` in percent: [62, 31]"),
}
TYPES = frozenset(_EXPECTED)


def explain(problem: Problem) -> Diagnostic:
    """What is there, and what should be."""
    expected, help_ = _EXPECTED[problem.kind]
    subject = f"{problem.subject} is" if problem.key else "the file holds"
    return RULE(problem.node.at, f"{subject} {problem.written}, not {expected}", help=help_)
