"""Definitions of links, `[label]: address "title"`: one that nothing leads to is never seen, and may be a comment."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from stepsheet.importing.tree import Repair

_COMMENT = "#"


def unused(
    env: Mapping[str, Any], addresses: set[str], lines: Sequence[str], place: Callable[[int], int]
) -> Iterator[Repair]:
    """A repair for each definition of a page that none of its links and pictures has the address of."""
    found = [*env.get("references", {}).values(), *env.get("duplicate_refs", ())]
    for definition in sorted(found, key=lambda one: one["map"]):
        first, after = definition["map"]
        if definition["href"] == _COMMENT and definition["title"]:
            yield Repair(place(first), "a comment is left out", definition["title"])
        elif definition["href"] not in addresses:
            text = " ".join(" ".join(lines[first:after]).split())
            yield Repair(place(first), "the definition of a link that is nowhere is left out", text)
