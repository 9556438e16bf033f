"""How a translation words a text is the translator's: it is shown as it is written, in its locale alone."""

from ..differences import BYTES, ORDER
from ..edit import Edit

OPERATORS = {"catalog-retype", "catalog-put-html"}


def holds(edit: Edit) -> bool:
    place = edit.mutant.place
    if not place or place.tree.model or place.name != "en" or edit.mutant.operator not in OPERATORS:
        return False
    return edit.texts(str(place.path[0]), "en") or is_word_of_picture(edit) or _is_hidden(edit)


def _is_hidden(edit: Edit) -> bool:
    """Whether it is a text of a category that is not shown, because nothing is in it."""
    place, shown = edit.mutant.place, edit.before["en", "categories", ORDER]
    is_category = bool(place and place.tree.name == "categories.en.yml")
    return is_category and edit.is_nothing and str(place and place.path[0]).partition(".")[0] not in shown


def is_word_of_picture(edit: Edit) -> bool:
    """Whether all that differs is the picture in which the text of a catalog stands, in its locale."""
    key = str(edit.mutant.place.path[0]) if edit.mutant.place else ""
    file = key.partition("#")[0]
    is_there = all(leaf[0] == "en" for leaf in edit.differences) and key.startswith("images/")
    return is_there and edit.only(lambda leaf: leaf[-1] == BYTES and file in leaf)
