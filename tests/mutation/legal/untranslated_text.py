"""A text without a translation, which was reported before: the author may change it, or delete an optional one.

No translation is made stale or left behind. The text is another, or gone, in every locale, and nothing else is.
"""

from stepsheet.model.catalog import Standing

from ..edit import Edit


def holds(edit: Edit) -> bool:
    place = edit.place
    if not place or edit.page[0] or not edit.key or edit.standing() is not Standing.MISSING:
        return False
    if edit.mutant.operator == "delete-key":
        way = edit.way[:-1] if edit.way[-2:] == ("info", "text") else edit.way
        return not place.is_required and edit.within(way)
    return edit.mutant.operator in {"change-text", "cut-text", "value-to-number"} and edit.texts(edit.key)
