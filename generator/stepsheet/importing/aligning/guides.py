"""A guide and a draft in another language, aligned: which text of the draft translates which text of the guide."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from stepsheet.importing.aligning.marks import marks
from stepsheet.importing.aligning.pairing import pairs
from stepsheet.importing.draft import Line, Prose
from stepsheet.model.element import Element, join, text_kind, wanted_at
from stepsheet.model.guide import Guide, Origin

Leaf = Line | Prose | str
Data = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Pair:
    """A message of the guide (`key` is its id path, `source` its text) and the leaf of the draft that translates it."""

    key: str
    source: str
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class Aligned:
    """The pairs in reading order.

    `alone` are the leaves of the draft that have no place in the guide, `untranslated` the keys of the guide that the
    draft says nothing about. `ids` maps the id paths of the draft's parts to those of the guide's.
    """

    pairs: tuple[Pair, ...]
    alone: tuple[Leaf, ...]
    untranslated: tuple[str, ...]
    ids: Mapping[str, str]


def align(guide: Data, draft: Data) -> Aligned:
    """Align the data of a guide (its `guide.yml`) with the data of a draft."""
    walk = _Walk([], [], [], {})
    walk.element(Guide, guide, draft, "", "")
    return Aligned(tuple(walk.pairs), tuple(walk.alone), tuple(walk.untranslated), walk.ids)


@dataclass(frozen=True, slots=True)
class _Walk:
    """Collects on its way through both trees."""

    pairs: list[Pair]
    alone: list[Leaf]
    untranslated: list[str]
    ids: dict[str, str]

    def element(self, kind: type[Element], ours: Data, theirs: Data, key: str, their_key: str) -> None:
        """Two parts that belong together."""
        if their_key:
            self.ids[their_key] = key
        for name in _names(kind):
            here, there = ours.get(name), theirs.get(name)
            inner = wanted_at(kind, (name,))
            if text_kind(kind, name):
                self._text(join(key, name), here, there)
            elif inner and isinstance(here or there, list):
                self._list(inner, _parts(here), _parts(there), key, their_key)
            elif inner and isinstance(here or there, dict):
                self._one(inner, here, there, key, their_key)

    def _text(self, key: str, here: object, there: object) -> None:
        if isinstance(here, str) and isinstance(there, Line | Prose | str):
            self.pairs.append(Pair(key, here, there))
        elif isinstance(here, str):
            self.untranslated.append(key)
        elif isinstance(there, Line | Prose | str):
            self.alone.append(there)

    def _one(self, kind: type[Element], here: object, there: object, key: str, their_key: str) -> None:
        if isinstance(here, dict) and isinstance(there, dict):
            self.element(kind, here, there, join(key, _id(kind, here)), join(their_key, _id(kind, there)))
        elif isinstance(there, dict):
            self.alone.extend(_leaves(kind, there))
        elif isinstance(here, dict):
            self.untranslated.extend(_keys(kind, here, join(key, _id(kind, here))))

    def _list(self, kind: type[Element], ours: list[Data], theirs: list[Data], key: str, their_key: str) -> None:
        together = dict(pairs([dict(part) for part in ours], [dict(part) for part in theirs], marks))
        taken = set(together.values())
        for index, part in enumerate(ours):
            path = join(key, _id(kind, part))
            if index in together:
                twin = theirs[together[index]]
                self.element(kind, part, twin, path, join(their_key, _id(kind, twin)))
            else:
                self.untranslated.extend(_keys(kind, part, path))
        for index, part in enumerate(theirs):
            if index not in taken:
                self.alone.extend(_leaves(kind, part))


def _keys(kind: type[Element], part: Data, key: str) -> Iterator[str]:
    """The id paths of every text of a part of the guide."""
    for name in _names(kind):
        value, inner = part.get(name), wanted_at(kind, (name,))
        if text_kind(kind, name):
            if isinstance(value, str):
                yield join(key, name)
        elif inner:
            for child in _parts(value):
                yield from _keys(inner, child, join(key, _id(inner, child)))


def _leaves(kind: type[Element], part: Data) -> Iterator[Leaf]:
    """Every text of a part of the draft."""
    for name in _names(kind):
        value, inner = part.get(name), wanted_at(kind, (name,))
        if text_kind(kind, name):
            if isinstance(value, Line | Prose | str):
                yield value
        elif inner:
            for child in _parts(value):
                yield from _leaves(inner, child)


@cache
def _names(kind: type[Element]) -> tuple[str, ...]:
    """The keys of an element in the order of the reader."""
    return tuple(kind.model_fields)


def _parts(value: object) -> list[Data]:
    """The parts under a key, one or many."""
    parts = value if isinstance(value, list) else [value]
    return [part for part in parts if isinstance(part, dict)]


def _id(kind: type[Element], part: Data) -> str:
    """What a part adds to the id path: a picture or a listing of a body item nothing, its holder has the id."""
    return "source" if kind is Origin else str(part.get("id", ""))
