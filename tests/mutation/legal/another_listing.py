"""A listing is the same in every locale, so nothing is made stale: readers get the new one in its place."""

from ..edit import Edit


def holds(edit: Edit) -> bool:
    place = edit.place
    is_listing = bool(place and "code" in place.path[:-1] and place.name in {"language", "text"})
    return is_listing and edit.mutant.operator == "value-to-number" and edit.only(lambda leaf: leaf == edit.way)
