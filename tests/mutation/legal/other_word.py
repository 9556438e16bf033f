"""Another word of a closed vocabulary is the author's choice: it is shown in this one place."""

from ..edit import Edit


def holds(edit: Edit) -> bool:
    return edit.mutant.operator == "change-word" and edit.only(lambda leaf: leaf == edit.way)
