"""The parts and texts of a guide's JSON: removed, doubled, moved, emptied, changed, translated back."""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

from ..anchors import Anchors
from ..consequences import Spot
from ..site import PREFIXES, BuiltSite, SiteMutant

Way = tuple[str | int, ...]
Change = tuple[Any, str, tuple[Spot, ...]]  # the changed data, what was done, where it leads


def _walk(value: Any, way: Way = ()) -> Iterator[tuple[Way, Any]]:
    yield way, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from _walk(inner, (*way, key))


def _at(value: Any, way: Way) -> Any:
    for step in way:
        value = value[step]
    return value


def _texts(data: Any) -> Iterator[tuple[Way, dict[str, str]]]:
    return ((way, one) for way, one in _walk(data) if isinstance(one, dict) and one.get("key") and "value" in one)


def _parts(data: Any) -> Iterator[tuple[Way, dict[str, Any]]]:
    return (
        (way, one)
        for way, one in _walk(data)
        if way and isinstance(way[-1], int) and isinstance(one, dict) and "id" in one
    )


def _spots(part: dict[str, Any], anchors: Anchors) -> tuple[Spot, ...]:
    keys = [text["key"].rpartition(".")[0] for _, text in _texts(part)]
    every = [str(part.get("anchor", "")), *keys[:1]]
    return next((spots for key in every if (spots := anchors.part(key))), ()) or anchors.whole


def remove_part(data: Any, _: Any, anchors: Anchors) -> Iterator[Change]:
    for way, part in _parts(data):
        made = copy.deepcopy(data)
        del _at(made, way[:-1])[way[-1]]
        yield made, f"{way} removed", _spots(part, anchors)


def double_part(data: Any, _: Any, anchors: Anchors) -> Iterator[Change]:
    for way, part in _parts(data):
        made = copy.deepcopy(data)
        _at(made, way[:-1]).insert(way[-1], part)
        yield made, f"{way} doubled", _spots(part, anchors)


def swap_parts(data: Any, _: Any, anchors: Anchors) -> Iterator[Change]:
    for way, part in _parts(data):
        made = copy.deepcopy(data)
        siblings, index = _at(made, way[:-1]), int(way[-1])
        if index + 1 < len(siblings):
            siblings[index], siblings[index + 1] = siblings[index + 1], siblings[index]
            yield made, f"{way} swapped with the next", (*_spots(part, anchors), *_spots(siblings[index], anchors))


def _said(data: Any, anchors: Anchors, change: Callable[[Way, str], str | None], what: str) -> Iterator[Change]:
    for way, text in _texts(data):
        value = change(way, text["value"])
        if value is not None and value != text["value"]:
            made = copy.deepcopy(data)
            _at(made, way)["value"] = value
            yield made, f"{text['key']!r} {what}", anchors.text(text["key"]) or anchors.whole


def empty_text(data: Any, _: Any, anchors: Anchors) -> Iterator[Change]:
    yield from _said(data, anchors, lambda _, __: "", "emptied")


def change_text(data: Any, _: Any, anchors: Anchors) -> Iterator[Change]:
    yield from _said(data, anchors, lambda _, value: f"{value} Abrakadabra", "changed")


def translate_text_back(data: Any, other: Any, anchors: Anchors) -> Iterator[Change]:
    theirs = {text["key"]: text["value"] for _, text in _texts(other)}
    yield from _said(data, anchors, lambda way, _: theirs.get(_at(data, way)["key"]), "translated back")


def remove_text(data: Any, _: Any, anchors: Anchors) -> Iterator[Change]:
    for way, text in _texts(data):
        made = copy.deepcopy(data)
        _at(made, way[:-1])[way[-1]] = None
        yield made, f"{text['key']!r} removed", anchors.text(text["key"]) or anchors.whole


def _operator(name: str, changes: Callable[[Any, Any, Anchors], Iterator[Change]]):
    def mutants(site: BuiltSite) -> Iterator[SiteMutant]:
        for bundle in site.bundles:
            path = f"guides/{bundle.id}.json"
            made = {locale: json.loads(site.files[prefix + path]) for locale, prefix in PREFIXES.items()}
            for locale, prefix in PREFIXES.items():
                other = next(data for own, data in made.items() if own != locale)
                for data, what, spots in changes(made[locale], other, Anchors(bundle, locale)):
                    text = json.dumps(data, ensure_ascii=False, indent=2)
                    yield SiteMutant(name, prefix + path, what, {prefix + path: text.encode()}, spots)

    return mutants


_CHANGES = (remove_part, double_part, swap_parts, empty_text, change_text, translate_text_back, remove_text)
OPERATORS = {
    f"data-{one.__name__.replace('_', '-')}": _operator(f"data-{one.__name__.replace('_', '-')}", one)
    for one in _CHANGES
}
