"""The id of a listing or a decorative picture: no translation hangs on it, nothing else has it, and nothing is lost."""

from ..edit import Edit
from .part_without_words import is_wordless


def holds(edit: Edit) -> bool:
    holder = edit.place.holder if edit.place else None
    if edit.mutant.operator != "rename-id" or not holder or not is_wordless(holder.node):
        return False
    old = edit.way[:-1]
    return edit.within(old, (*old[:-1], f"{old[-1]}-two"))
