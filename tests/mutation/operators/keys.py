"""Each key mistyped: two letters swapped, one left out, one Cyrillic, the first a capital."""

from collections.abc import Iterator

from ..mutant import over_places
from ..splice import Span, quoted, rekeyed
from ..tree import Place

Spoils = Iterator[tuple[str, str, Span]]
_TWINS = str.maketrans("aeopcx", "аеорсх")


def _spoil(place: Place, key: str, what: str) -> Spoils:
    if place.key and key != place.key.value:
        written = key if key.isascii() and key and place.tree.text[place.start] not in "\"'" else quoted(key)
        yield rekeyed(place, written), f"the key {place.key.value!r} {what}", (place.start, place.end)


def _word(place: Place) -> str:
    return str(place.key.value) if place.key else ""


def swap_letters(place: Place) -> Spoils:
    word = _word(place)
    middle = (len(word) - 1) // 2
    yield from _spoil(
        place, word[:middle] + word[middle : middle + 2][::-1] + word[middle + 2 :], "with letters swapped"
    )


def drop_letter(place: Place) -> Spoils:
    yield from _spoil(place, _word(place)[:-1], "without its last letter")


def translate_letter(place: Place) -> Spoils:
    yield from _spoil(place, _word(place).translate(_TWINS), "with Cyrillic letters")


def capitalize(place: Place) -> Spoils:
    yield from _spoil(place, _word(place).capitalize(), "with a capital letter")


SPOILS = {
    "swap-letters-of-key": swap_letters,
    "drop-letter-of-key": drop_letter,
    "translate-letters-of-key": translate_letter,
    "capitalize-key": capitalize,
}
OPERATORS = {name: over_places(name, spoil, catalogs=False) for name, spoil in SPOILS.items()}
