"""From a place of a file to the leaves that readers get."""

from pathlib import PurePosixPath

from .differences import Leaf
from .tree import Place

_NAMES = {"choose": "choices", "source": "origin", "when": "conditions", "src": "path"}
_ENDS = {"when", "at"}  # what is below these is not shown by the names it is written with
_HELD = {"image", "code"}  # the parts of a body item, which is shown as what it holds


def way(place: Place) -> Leaf:
    """The way to the leaves of a place, without a locale; empty where the file itself is not shown."""
    path, steps = PurePosixPath(place.tree.name), place.named
    if path.name == "guide.yml":
        return ("documents", path.parent.name, *_below(steps))
    if path.suffix == ".md":
        return ("pages", path.name.partition(".")[0], *steps)
    return {"categories.yml": steps, "navigation.yml": ("navigation",), "redirects.yml": ("moved",)}.get(path.name, ())


def _below(steps: Leaf) -> Leaf:
    """Names of keys and ids of a guide as the names of fields and ids of a document."""
    made: list[str] = []
    for index, step in enumerate(steps):
        before, is_key = steps[index - 1] if index else "", _is_key(steps, index)
        if is_key and step in _ENDS:
            return (*made, "conditions") if step == "when" else tuple(made)
        if is_key and step == "images":
            made.append("figures" if "fields" in steps[:index] else "body")
        elif is_key and step == "info" and not (index > 1 and steps[index - 2] == "warnings"):
            made += ["body", "info", "text"]
        elif not (is_key and step in _HELD and before not in {"body", "after"}):
            made.append(_NAMES.get(step, step) if is_key else step)
    return tuple(made)


def _is_key(steps: Leaf, index: int) -> bool:
    """Whether a step is a key of the format and not an id, which follows the name of a list."""
    lists = {"sections", "steps", "warnings", "images", "body", "after", "fields", "marks", "options", "choices"}
    lists |= {"choose", "needs", "next", "tags"}
    is_id = False
    for step in steps[:index]:
        is_id = not is_id and step in lists
    return not is_id
