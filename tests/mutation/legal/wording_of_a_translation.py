"""How a translation words a text is the translator's: it is shown as it is written, in its locale alone."""

from ..edit import Edit


def holds(edit: Edit) -> bool:
    place = edit.mutant.place
    if not place or place.tree.model or place.name != "en" or not isinstance(place.path[0], str):
        return False
    words = {"catalog-retype", "catalog-put-html"}
    return edit.mutant.operator in words and edit.texts(place.path[0], "en")
