"""Ids: another one, that of a neighbour, one in capital letters, one that looks the same."""

from collections.abc import Iterator

from ..mutant import over_places
from ..splice import Span, put
from ..tree import Place

Spoils = Iterator[tuple[str, str, Span]]


def _harmed(place: Place) -> Span:
    assert place.holder
    return (place.holder.start, place.holder.end) if place.holder.path else (place.start, place.end)


def _is_id(place: Place) -> bool:
    return place.key is not None and place.name == "id"


def rename_id(place: Place) -> Spoils:
    if _is_id(place):
        yield put(place, f"{place.value}-two"), f"the id {place.value!r} renamed", _harmed(place)


def repeat_id(place: Place) -> Spoils:
    after = place.holder.next if _is_id(place) and place.holder else None
    other = next((inner for inner in after.tree.inside(after) if _is_id(inner)), None) if after else None
    if other:
        yield put(place, other.value), f"the id {place.value!r} made that of the next", _harmed(place)


def capitalize_id(place: Place) -> Spoils:
    if _is_id(place):
        yield put(place, place.value.capitalize()), f"the id {place.value!r} in capitals", _harmed(place)


def translate_id(place: Place) -> Spoils:
    if _is_id(place):
        twin = place.value.translate(str.maketrans("aeopcx", "аеорсх"))
        if twin != place.value:
            yield put(place, twin), f"Cyrillic letters in the id {place.value!r}", _harmed(place)


OPERATORS = {
    name: over_places(name, spoil, catalogs=False)
    for name, spoil in {
        "rename-id": rename_id,
        "repeat-id": repeat_id,
        "capitalize-id": capitalize_id,
        "translate-id": translate_id,
    }.items()
}
