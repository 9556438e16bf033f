"""An old address is only known to the author: one may be another, or given up."""

from ..edit import Edit


def holds(edit: Edit) -> bool:
    operators = {"delete-entry", "mistype-name", "value-to-number", "list-to-nothing", "delete-key", "remove-file"}
    is_redirect = edit.mutant.name == "redirects.yml" and edit.mutant.operator in operators
    if is_redirect and edit.is_nothing:  # a slash before an address means nothing
        return bool(edit.place and edit.place.name == "from" and edit.place.value.startswith("/"))
    return is_redirect and edit.only(lambda leaf: leaf[0] == "moved")
