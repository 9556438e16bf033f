"""The order of keys means nothing, in a mapping and in a catalog, nor which of two same entries is whose."""

from ..edit import Edit


def holds(edit: Edit) -> bool:
    return edit.mutant.operator in {"reorder-key", "catalog-swap-entries", "catalog-swap-keys"} and edit.is_nothing
