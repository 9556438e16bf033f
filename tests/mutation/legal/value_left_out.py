"""What a guide may say and need not: left out, it is shown nowhere, and all else stays.

What nothing hangs on, that is; a text that is translated leaves its translation behind, which is found.
"""

from ..edit import Edit

KEYS = {"category", "tags", "time", "reviewed", "url", "when", "required", "next"}


def holds(edit: Edit) -> bool:
    place = edit.place
    if not place or edit.mutant.operator not in {"delete-key", "list-to-nothing"} or place.name not in KEYS:
        return False
    ways = [edit.way, ("categories",)] if place.name == "category" else [edit.way]
    return edit.within(*ways)
