"""A value that has a default is left out: readers get the default in this one place."""

from ..edit import Edit

KEYS = {"kind", "importance", "level", "secret", "decorative", "language"}


def holds(edit: Edit) -> bool:
    is_left_out = bool(edit.place and edit.place.name in KEYS) and edit.mutant.operator == "delete-key"
    return is_left_out and (edit.is_nothing or edit.only(lambda leaf: leaf == edit.way))
