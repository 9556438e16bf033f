"""Each value as one of another type."""

from collections.abc import Iterator

from stepsheet.load.nodes import Mapping, Scalar, Sequence

from ..mutant import over_places
from ..splice import Span, put, quoted
from ..tree import Place

Spoils = Iterator[tuple[str, str, Span]]


def _spoil(place: Place, made: str, what: str) -> Spoils:
    yield put(place, made), what, (place.start, place.end)


def text_to_list(place: Place) -> Spoils:
    if isinstance(place.node, Scalar):
        yield from _spoil(place, f"[{quoted(place.value)}]", "a text made a list")


def text_to_mapping(place: Place) -> Spoils:
    if isinstance(place.node, Scalar):
        yield from _spoil(place, f"{{text: {quoted(place.value)}}}", "a text made a mapping")


def value_to_null(place: Place) -> Spoils:
    yield from _spoil(place, "~", "a value made null")


def value_to_number(place: Place) -> Spoils:
    yield from _spoil(place, "7", "a value made a number")


def list_to_text(place: Place) -> Spoils:
    if isinstance(place.node, Sequence):
        yield from _spoil(place, "none of it", "a list made a text")


def list_to_mapping(place: Place) -> Spoils:
    if isinstance(place.node, Sequence):
        yield from _spoil(place, "{id: one, text: Words}", "a list made a mapping")


def list_to_nothing(place: Place) -> Spoils:
    if isinstance(place.node, Sequence):
        yield from _spoil(place, "[]", "a list emptied")


def mapping_to_text(place: Place) -> Spoils:
    if isinstance(place.node, Mapping):
        yield from _spoil(place, "none of it", "a mapping made a text")


def mapping_to_list(place: Place) -> Spoils:
    if isinstance(place.node, Mapping):
        yield from _spoil(place, "[none of it]", "a mapping made a list")


def mapping_to_nothing(place: Place) -> Spoils:
    if isinstance(place.node, Mapping):
        yield from _spoil(place, "{}", "a mapping emptied")


OPERATORS = {
    spoil.__name__.replace("_", "-"): over_places(spoil.__name__.replace("_", "-"), spoil, catalogs=False)
    for spoil in (
        text_to_list,
        text_to_mapping,
        value_to_null,
        value_to_number,
        list_to_text,
        list_to_mapping,
        list_to_nothing,
        mapping_to_text,
        mapping_to_list,
        mapping_to_nothing,
    )
}
