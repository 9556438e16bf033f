"""Whatever leads somewhere, broken: links and references in texts, and the keys that name something."""

import re
from collections.abc import Iterator

from stepsheet.load.nodes import Scalar

from ..mutant import over_places
from ..splice import Span, put, quoted, replaced
from ..tree import Place

Spoils = Iterator[tuple[str, str, Span]]
REFERENCE = re.compile(r"#(step|section|field|guide|page):([\w./-]+)")
_LINK = re.compile(r"\]\(([^)\s]+)")
_NAMES = {"next", "category", "when", "src", "guide", "page", "to", "from", "url", "link"}


def _references(place: Place) -> Iterator[re.Match[str]]:
    if isinstance(place.node, Scalar):
        yield from REFERENCE.finditer(place.tree.text, place.value_start, place.end)


def mistype_reference(place: Place) -> Spoils:
    for found in _references(place):
        last = found[2][:-1] or "x"
        text = replaced(place.tree.text, found.span(2), last)
        yield text, f"{found[0]!r} without its last letter", (place.start, place.end)


def change_kind(place: Place) -> Spoils:
    for found in _references(place):
        other = {"step": "section", "section": "step", "field": "step", "guide": "page", "page": "guide"}[found[1]]
        yield replaced(place.tree.text, found.span(1), other), f"{found[0]!r} made a {other}", (place.start, place.end)


def _links(place: Place) -> Iterator[re.Match[str]]:
    if isinstance(place.node, Scalar):
        yield from _LINK.finditer(place.tree.text, place.value_start, place.end)


def spoil_link(place: Place) -> Spoils:
    for found in _links(place):
        for address in ("javascript:x", "guide.yml", "#"):
            yield (
                replaced(place.tree.text, found.span(1), address),
                f"{found[1]!r} made {address!r}",
                (
                    place.start,
                    place.end,
                ),
            )


def mistype_name(place: Place) -> Spoils:
    names = {step for step in place.path if isinstance(step, str)} & _NAMES
    if names and isinstance(place.node, Scalar) and not place.name.endswith("text"):
        for new in (f"{place.value}x", place.value[1:]):
            yield put(place, quoted(new)), f"{place.value!r} made {new!r}", (place.start, place.end)


SPOILS = {"mistype-reference": mistype_reference, "change-kind-of-reference": change_kind, "spoil-link": spoil_link}
OPERATORS = {
    name: over_places(name, spoil, catalogs=False) for name, spoil in {**SPOILS, "mistype-name": mistype_name}.items()
}
