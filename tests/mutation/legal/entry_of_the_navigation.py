"""The navigation is the author's: what it does not name is listed after it, so no guide or page is lost."""

from ..edit import Edit


def holds(edit: Edit) -> bool:
    deletes = {"delete-entry", "delete-key", "list-to-nothing"}
    is_entry = edit.mutant.name == "navigation.yml" and edit.mutant.operator in deletes
    return is_entry and edit.only(lambda leaf: leaf[0] == "navigation")
