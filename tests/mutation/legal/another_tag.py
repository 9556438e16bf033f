"""A tag is any word: readers get the new one in place of the old one."""

from ..differences import ORDER
from ..edit import Edit


def holds(edit: Edit) -> bool:
    place = edit.place
    is_tag = bool(place and place.path[0] == "tags" and len(place.path) == len(("tags", 0)))
    way = edit.way[:-1]
    return (
        is_tag
        and edit.mutant.operator == "value-to-number"
        and edit.only(lambda leaf: leaf in {(*way, ORDER), edit.way, (*way, "7")})
    )
