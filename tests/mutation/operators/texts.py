"""Each text emptied, changed, cut, or given what may not be in one."""

from collections.abc import Iterator

from stepsheet.model.text import Kind

from ..mutant import over_places
from ..splice import Span, said
from ..tree import Place

Spoils = Iterator[tuple[str, str, Span]]


def _said(place: Place, words: str, what: str, kinds: tuple[Kind, ...] = tuple(Kind)) -> Spoils:
    if place.kind in kinds:
        yield said(place, words), what, (place.start, place.end)


def empty_text(place: Place) -> Spoils:
    yield from _said(place, "", "emptied")


def blank_text(place: Place) -> Spoils:
    yield from _said(place, " \n ", "made blank")


def change_text(place: Place) -> Spoils:
    yield from _said(place, f"{place.value} Ещё", "changed")


def cut_text(place: Place) -> Spoils:
    yield from _said(place, place.value[: len(place.value) // 2], "cut in half")


def break_line(place: Place) -> Spoils:
    yield from _said(place, f"{place.value}\n\nЕщё", "given a second paragraph", (Kind.LINE, Kind.PLAIN))


def put_html(place: Place) -> Spoils:
    yield from _said(place, f"{place.value} <b>x</b>", "given raw HTML", (Kind.LINE, Kind.PROSE))


def put_heading(place: Place) -> Spoils:
    yield from _said(place, f"# Ещё\n\n{place.value}", "given a heading", (Kind.PROSE,))


def put_picture(place: Place) -> Spoils:
    yield from _said(place, f"{place.value} ![x](y.png)", "given a picture", (Kind.LINE, Kind.PROSE))


def put_odd_character(place: Place) -> Spoils:
    yield from _said(place, f"{place.value} \U000e1234", "given a character without a glyph")


def put_comment(place: Place) -> Spoils:
    if place.kind is Kind.LINE and place.tree.text[place.value_start] not in "\"'|>" and not place.is_flow:
        text = place.tree.text[: place.end] + " #Ещё" + place.tree.text[place.end :]
        yield text, "given a comment", (place.start, place.end)


SPOILS = {
    spoil.__name__.replace("_", "-"): spoil
    for spoil in (
        empty_text,
        blank_text,
        change_text,
        cut_text,
        break_line,
        put_html,
        put_heading,
        put_picture,
        put_odd_character,
        put_comment,
    )
}
OPERATORS = {name: over_places(name, spoil, catalogs=False) for name, spoil in SPOILS.items()}
