"""The id of a listing, on which no translation hangs: nothing else has another id, and nothing is lost."""

from ..edit import Edit


def holds(edit: Edit) -> bool:
    place = edit.place
    holder = place.holder if place else None
    if edit.mutant.operator != "rename-id" or not holder or "code" not in getattr(holder.node, "entries", {}):
        return False
    old = edit.way[:-1]
    return edit.within(old, (*old[:-1], f"{old[-1]}-two"))
