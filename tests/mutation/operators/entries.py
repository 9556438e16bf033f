"""Entries of mappings and lists: deleted, doubled, moved."""

from collections.abc import Iterator

from ..mutant import over_places
from ..splice import Span, deleted, doubled, swapped
from ..tree import Place

Spoils = Iterator[tuple[str, str, Span]]


def delete(place: Place) -> Spoils:
    yield deleted(place), "deleted", (place.start, place.end)


def duplicate(place: Place) -> Spoils:
    yield doubled(place), "doubled", (place.start, place.end)


def reorder(place: Place) -> Spoils:
    if place.next:
        yield swapped(place, place.next), "swapped with the next", (place.start, place.next.end)


OPERATORS = {
    f"{doing.__name__}-{what}": over_places(f"{doing.__name__}-{what}", only(doing), catalogs=False)
    for doing in (delete, duplicate, reorder)
    for what, only in (
        ("key", lambda doing: lambda place: doing(place) if place.key else iter(())),
        ("entry", lambda doing: lambda place: iter(()) if place.key else doing(place)),
    )
}
