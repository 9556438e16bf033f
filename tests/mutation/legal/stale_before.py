"""The translation was out of date before, and was reported: the source text changes once more.

Readers of the source get the new text; those of the translation the old one, or, of a warning, the new source text.
"""

from stepsheet.model.catalog import Standing

from ..edit import Edit


def holds(edit: Edit) -> bool:
    changes = {"change-text", "cut-text", "value-to-number"}
    return edit.standing() is Standing.STALE and edit.mutant.operator in changes and edit.texts(edit.key)
