"""Anchors that parts of a guide had before: a part that was renamed, or stands in one that was, keeps its ticks."""

from stepsheet.model.element import Element, join
from stepsheet.model.guide import Guide

# A part within a part multiplies the names of both; nobody renames that often.
_MOST = 32


def anchors(guide: Guide) -> dict[str, tuple[str, ...]]:
    """The former anchors of each part that has some, by the anchor it has now."""
    found: dict[str, tuple[str, ...]] = {}
    _walk(guide, ("",), found)
    return found


def _walk(element: Element, paths: tuple[str, ...], found: dict[str, tuple[str, ...]]) -> None:
    """`paths` are all that led to the element, the present one first."""
    for child in element.children():
        names = (child.step_in_path, *getattr(child, "was", ()))
        own = tuple(join(path, name) for path in paths for name in names)[:_MOST]
        if len(own) > 1:
            found[child.key] = own[1:]
        _walk(child, own, found)
