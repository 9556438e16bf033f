"""One answer of a condition may be written alone or in a list, answers in any order: the condition is the same."""

from ..edit import Edit


def holds(edit: Edit) -> bool:
    is_answer = bool(edit.place and "when" in edit.place.path[:-1])
    return is_answer and edit.mutant.operator in {"text-to-list", "reorder-entry"} and edit.is_nothing
