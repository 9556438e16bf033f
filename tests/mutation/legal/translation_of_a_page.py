"""The translation of a plain page is a text of its own, with its own headings: its readers get it as it is."""

from ..edit import EDITS_OF_PAGES, Edit


def holds(edit: Edit) -> bool:
    name, locale = edit.page
    is_translation = locale not in {"", "ru"}
    is_shown = all(leaf[0] == locale for leaf in edit.differences)
    return is_translation and is_shown and edit.mutant.operator in EDITS_OF_PAGES and edit.in_page(name)
