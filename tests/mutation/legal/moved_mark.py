"""Any two numbers from 0 to 100 are a place on a picture: the mark is drawn there."""

from ..edit import Edit


def holds(edit: Edit) -> bool:
    is_point = bool(edit.place and "at" in edit.place.path)
    return is_point and edit.only(lambda leaf: leaf[:-1] == edit.way and leaf[-1] in {"x", "y"})
