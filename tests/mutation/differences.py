"""What readers get, leaf by leaf, so that two contents can be compared: nothing may differ but what was edited."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from stepsheet.localize.document import Picture, Text
from stepsheet.render.site import Site

Leaf = tuple[str, ...]  # the way to it: locale, then names of fields and ids
Differences = dict[Leaf, tuple[Any, Any]]  # by its way: the leaf before, and after; None where there is none

_SHOWN = ("documents", "categories", "pages", "moved", "navigation")
_DERIVED = {"revision", "missing", "stale", "number", "spots", "state"}
_ELSEWHERE = {"documents", "pages"}  # in a category they are named and no more
ORDER, TEXT, BYTES = "#order", "#text", "#bytes"


def leaves(sites: Iterable[Site]) -> dict[Leaf, Any]:
    """Every value that a reader gets, by the way to it; a list's order is a leaf of its own."""
    return dict(leaf for site in sites for name in _SHOWN for leaf in _leaves(getattr(site, name), (site.locale, name)))


def differences(before: dict[Leaf, Any], after: dict[Leaf, Any]) -> Differences:
    """The leaves that differ."""
    every = dict.fromkeys([*before, *after])
    return {leaf: (before.get(leaf), after.get(leaf)) for leaf in every if before.get(leaf) != after.get(leaf)}


def _leaves(value: Any, way: Leaf) -> Iterator[tuple[Leaf, Any]]:
    if isinstance(value, Text):
        yield (*way, TEXT), (value.key, value.value, value.locale, value.state.value)
    elif isinstance(value, Picture):
        yield (*way, BYTES), hashlib.sha256(value.read()).hexdigest()
    elif isinstance(value, tuple):
        yield from _list(value, way)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, (*way, str(key)))
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _DERIVED:
                yield from _leaves(getattr(value, field.name), (*way, field.name))
    else:
        yield way, value


def _list(items: tuple[Any, ...], way: Leaf) -> Iterator[tuple[Leaf, Any]]:
    is_named_only = way[-1] in _ELSEWHERE and len(way) > len(("locale", "documents"))
    names = [item.id if is_named_only else _name(item, index) for index, item in enumerate(items)]
    yield (*way, ORDER), tuple(names)
    for name, item in zip(names, () if is_named_only else items, strict=False):
        yield from _leaves(item, (*way, name))


def _name(item: Any, index: int) -> str:
    """What an item of a list is called: what it is named by, else its number."""
    for name in ("id", "option", "path"):
        found = getattr(item, name, None)
        if found:
            return f"{getattr(item, 'kind', '')}{found}" if hasattr(item, "children") else str(found)
    return item if isinstance(item, str) else str(index)
