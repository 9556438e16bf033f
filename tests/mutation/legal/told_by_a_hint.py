"""Whether a guide that needs nothing says so is a matter of a hint: its readers are told no list in either case."""

from ..edit import Edit


def holds(edit: Edit) -> bool:
    is_told = [hint.rule.name for hint in edit.hints] == ["needs-not-stated"]
    return is_told and edit.mutant.operator == "delete-key" and edit.within(edit.way)
