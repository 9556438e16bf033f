"""Each entry of a catalog: dropped, emptied, swapped, stale, orphaned, in the wrong language."""

import re
from collections.abc import Iterator

from stepsheet.load.nodes import Mapping, Scalar

from ..mutant import over_places
from ..splice import Span, deleted, doubled, put, rekeyed, replaced, said, swapped
from ..tree import Place
from . import keys, references

_REFERRING = re.compile(r"\[([^\]]+)\]\(#[a-z]+:[^)]+\)")
Spoils = Iterator[tuple[str, str, Span]]


def _sides(place: Place) -> tuple[Place, Place] | None:
    """The source text and the translation of an entry that has both, None for all other places."""
    inside = {inner.name: inner for inner in place.tree.inside(place)} if isinstance(place.node, Mapping) else {}
    return (inside["ru"], inside["en"]) if {"ru", "en"} <= inside.keys() else None


def _of_entry(place: Place) -> Span:
    holder = place.holder if len(place.path) > 1 else place
    assert holder
    return holder.start, holder.end


def drop_entry(place: Place) -> Spoils:
    if len(place.path) == 1:
        yield deleted(place), "the entry dropped", _of_entry(place)


def drop_side(place: Place) -> Spoils:
    if len(place.path) > 1:
        yield deleted(place), f"{place.name!r} dropped", _of_entry(place)


def empty_side(place: Place) -> Spoils:
    if len(place.path) > 1:
        yield said(place, ""), f"{place.name!r} emptied", _of_entry(place)


def double_entry(place: Place) -> Spoils:
    yield doubled(place), "doubled", _of_entry(place)


def swap_entries(place: Place) -> Spoils:
    if len(place.path) == 1 and place.next:
        yield swapped(place, place.next), "swapped with the next", (place.start, place.next.end)


def swap_keys(place: Place) -> Spoils:
    after = place.next
    if len(place.path) == 1 and after and _sides(place) and _sides(after):
        theirs = (after.start, after.start + len(after.name))
        text = replaced(place.tree.text, theirs, place.name)
        ours = (place.start, place.start + len(place.name))
        yield replaced(text, ours, after.name), "the key swapped with the next", (place.start, after.end)


def swap_languages(place: Place) -> Spoils:
    sides = _sides(place)
    if sides and sides[0].value != sides[1].value:
        source, target = sides
        first, second = (source, target) if source.start < target.start else (target, source)
        text = rekeyed(second, first.name)
        yield replaced(text, (first.start, first.start + 2), second.name), "the languages swapped", _of_entry(place)


def untranslate(place: Place) -> Spoils:
    sides = _sides(place)
    if sides and sides[0].value != sides[1].value:
        yield said(sides[1], sides[0].value), "the source text for a translation", _of_entry(place)


def stale_side(place: Place) -> Spoils:
    if len(place.path) > 1 and place.name == "ru":
        yield said(place, f"{place.value} Ещё"), "the source text beside it changed", _of_entry(place)


def orphan_entry(place: Place) -> Spoils:
    if len(place.path) == 1:
        yield rekeyed(place, f"{place.name}-two"), "the key renamed", _of_entry(place)


def foreign_side(place: Place) -> Spoils:
    if len(place.path) > 1:
        yield rekeyed(place, "de"), f"{place.name!r} made 'de'", _of_entry(place)


def retype(place: Place) -> Spoils:
    shapes = ["~", "[one]", "7"] + (["{a: b}"] if isinstance(place.node, Scalar) else ["{}"])
    for shape in shapes:
        yield put(place, shape), f"made {shape}", _of_entry(place)


def unlink(place: Place) -> Spoils:
    if len(place.path) > 1 and place.name == "en":
        for found in _REFERRING.finditer(place.tree.text, place.value_start, place.end):
            yield replaced(place.tree.text, found.span(), found[1]), f"{found[0]!r} no link", _of_entry(place)


def put_html(place: Place) -> Spoils:
    if len(place.path) > 1 and place.name == "en":
        yield said(place, f"{place.value} <b>x</b>"), "given raw HTML", _of_entry(place)


def put_odd_character(place: Place) -> Spoils:
    if len(place.path) > 1 and place.name == "en":
        yield said(place, f"{place.value} \U000e1234"), "given a character without a glyph", _of_entry(place)


SPOILS = {
    spoil.__name__.replace("_", "-"): spoil
    for spoil in (
        drop_entry,
        drop_side,
        empty_side,
        double_entry,
        swap_entries,
        swap_keys,
        swap_languages,
        untranslate,
        stale_side,
        orphan_entry,
        foreign_side,
        retype,
        unlink,
        put_html,
        put_odd_character,
    )
}
SPOILS |= {**keys.SPOILS, **references.SPOILS}
OPERATORS = {f"catalog-{name}": over_places(f"catalog-{name}", spoil, catalogs=True) for name, spoil in SPOILS.items()}
