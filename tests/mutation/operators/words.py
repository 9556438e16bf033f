"""Values of closed vocabularies, flags, numbers, days: another legal one, an illegal one."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, get_args

from ..mutant import over_places
from ..splice import Span, put
from ..tree import Place

Spoils = Iterator[tuple[str, str, Span]]


def vocabulary(place: Place) -> tuple[str, ...]:
    """The words that a place may hold, none where any may stand."""
    if not place.model or not place.field:
        return ()
    words = tuple(_words(place.model.model_fields[place.field].annotation))
    return ("1", "2", "3") if place.field == "level" else words


def _words(annotation: Any) -> Iterator[str]:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        yield from (word.value for word in annotation)
    elif annotation is bool or bool in get_args(annotation):
        yield from ("true", "false")


def change_word(place: Place) -> Spoils:
    for word in vocabulary(place):
        if word != place.value:
            yield put(place, word), f"{place.value!r} made {word!r}", (place.start, place.end)


def misspell_word(place: Place) -> Spoils:
    if vocabulary(place):
        for word in (f"{place.value}s", place.value.capitalize(), "да"):
            yield put(place, word), f"{place.value!r} made {word!r}", (place.start, place.end)


_WRONG = {
    "time": ("10 minutes", "PT", "PT0M", "-PT10M", "10"),
    "reviewed": ("22.11.2026", "2026-13-01", "2026-02-30", "2020-01-01", "2027-01-01", "yesterday"),
    "at": ("50", "[50]", "[50, 50, 50]", "[101, 5]", "[-1, 5]", "[left, top]", "[nan, 5]"),
    "level": ("0", "4", "one"),
    "translates": ("00000001", "no"),
}


def spoil_value(place: Place) -> Spoils:
    for wrong in _WRONG.get(place.name, ()) if place.key else ():
        yield put(place, wrong), f"{place.name!r} made {wrong!r}", (place.start, place.end)


OPERATORS = {
    "change-word": over_places("change-word", change_word, catalogs=False),
    "misspell-word": over_places("misspell-word", misspell_word, catalogs=False),
    "spoil-value": over_places("spoil-value", spoil_value, catalogs=False),
}
