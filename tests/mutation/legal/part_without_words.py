"""A listing, a decorative picture, a tag, a clause of a condition, the next guide: the author may delete one.

It has no words of its own, so no translation is left behind; readers get all else.
"""

from stepsheet.load.nodes import Mapping, Scalar

from ..edit import Edit


def holds(edit: Edit) -> bool:
    place = edit.place
    if not place or edit.mutant.operator not in {"delete-entry", "delete-key"}:
        return False
    is_clause = "when" in place.path[-2:-1]
    is_word = is_clause or (isinstance(place.node, Scalar) and bool({"tags", "next", "when"} & {*place.path[:-1]}))
    return (is_word or is_wordless(place.node)) and edit.within(edit.way)


def is_wordless(node: object) -> bool:
    """Whether a part holds a listing, or a picture that says nothing."""
    if not isinstance(node, Mapping):
        return False
    inner = node.value("image") or node
    decorative = inner.value("decorative") if isinstance(inner, Mapping) else None
    return node.value("code") is not None or (isinstance(decorative, Scalar) and decorative.value == "true")
