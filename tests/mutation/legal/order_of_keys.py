"""The order of keys means nothing, in a mapping and in a catalog: readers get the same."""

from ..edit import Edit


def holds(edit: Edit) -> bool:
    return edit.mutant.operator in {"reorder-key", "catalog-swap-entries"} and edit.is_nothing
