"""What a screen shows may be the same in every language: a label, an example, a word of a picture, a Latin name."""

from ..edit import Edit
from .wording_of_a_translation import is_word_of_picture


def holds(edit: Edit) -> bool:
    place = edit.mutant.place
    if not place or edit.mutant.operator != "catalog-untranslate":
        return False
    key = str(place.path[0])
    return is_word_of_picture(edit) or (key.endswith((".label", ".example")) and edit.texts(key, "en"))
