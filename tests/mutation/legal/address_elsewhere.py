"""An address of another site is the author's: nobody asks there whether it exists, so that a check needs no network."""

from ..edit import Edit


def holds(edit: Edit) -> bool:
    is_address = bool(edit.place and edit.place.name in {"link", "url"}) and edit.mutant.operator == "mistype-name"
    return is_address and edit.only(lambda leaf: leaf[-1] == "url")
