"""The order of a list is the author's: the same entries are there, and readers meet them in the new order."""

from ..differences import ORDER
from ..edit import Edit


def holds(edit: Edit) -> bool:
    if edit.is_nothing and edit.mutant.operator == "reorder-entry":
        return _is_hidden(edit)
    is_list = edit.mutant.operator == "reorder-entry" or (edit.mutant.operator == "reorder-key" and _is_clause(edit))
    every = {leaf[1:] for leaf in edit.differences}
    ways = {way for way in every if "conditions" not in way} or every  # a condition names answers in the option's order
    return (
        is_list
        and edit.only(lambda leaf: leaf[-1] == ORDER)
        and len(ways) == 1
        and all(sorted(before) == sorted(after) for before, after in edit.differences.values())
    )


def _is_hidden(edit: Edit) -> bool:
    """Whether no reader meets the list in its order: redirects, and a category that has nothing in it."""
    place = edit.place
    shown = edit.before["ru", "categories", ORDER]
    after = place.next if place else None
    is_category = bool(place and place.tree.name == "categories.yml" and len(place.path) == 2)
    is_redirect = bool(place and place.tree.name == "redirects.yml")
    return is_redirect or bool(is_category and place and after and {place.named[-1], after.named[-1]} - {*shown})


def _is_clause(edit: Edit) -> bool:
    return bool(edit.place and "when" in edit.place.path[:-1])
