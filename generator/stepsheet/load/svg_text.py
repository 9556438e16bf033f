"""Where the words of an SVG picture stand, and how much room is around each: its frame, or the picture's edge.

For drawings that `svg` has read without a fault. What cannot be told without drawing it is left out: words under a
transform other than a shift, words that follow others on their line, sizes in units other than pixels.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.parsers import expat

_LENGTH = re.compile(r"\s*(-?\d+(?:\.\d+)?)(?:px)?\s*")
_SHIFT = re.compile(r"\s*translate\(\s*(-?[\d.]+)(?:[\s,]+(-?[\d.]+))?\s*\)\s*")
_STYLE = re.compile(r"\s*([a-z-]+)\s*:\s*([^;]+)")
_INHERITED = ("font-size", "font-weight", "text-anchor", "direction")
_UNSEEN = frozenset({"defs", "clipPath", "mask", "pattern", "symbol", "marker"})
_BOLD = 600
_MIDDLE = 0.35  # of the type size above the base line: the middle of most letters
_SHORT_OF = 0.25  # of the type size: as close to its frame as words may come


@dataclass(frozen=True, slots=True)
class Label:
    """Words on one line of a picture; sizes are user units, `room` is how long the words may become."""

    id: str
    size: float
    is_bold: bool
    room: float


@dataclass(frozen=True, slots=True)
class _Place:
    """What an element hands down: how it is set, and from where its coordinates count; None where nobody can tell."""

    set_in: Mapping[str, str]
    origin: tuple[float, float] | None = (0.0, 0.0)
    is_seen: bool = True
    position: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.left + self.width and self.top <= y <= self.top + self.height


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    x: float
    y: float
    size: float
    is_bold: bool
    anchor: str

    def label(self, boxes: list[_Box]) -> Label | None:
        """With the room in the smallest of the boxes that hold it."""
        around = [box for box in boxes if box.holds(self.x, self.y - _MIDDLE * self.size)]
        if not around:
            return None
        box = min(around, key=lambda one: one.width * one.height)
        before, after = self.x - box.left, box.left + box.width - self.x
        rooms = {"start": after, "end": before, "middle": 2 * min(before, after)}
        return Label(self.id, self.size, self.is_bold, rooms[self.anchor] - _SHORT_OF * self.size)


def labels(data: str) -> tuple[Label, ...]:
    """The words with an id of which it can be told, in the order of the file."""
    reader = _Reader()
    reader.parser.Parse(data.encode(), True)
    found = (line.label(reader.boxes) for line in reader.lines)
    return tuple(label for label in found if label)


class _Reader:
    def __init__(self) -> None:
        self.boxes: list[_Box] = []
        self.lines: list[_Line] = []
        self.places = [_Place({})]
        self.parser = expat.ParserCreate("UTF-8", namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        name = qualified.rpartition(" ")[2]
        place = _inner(self.places[-1], name, attributes)
        if len(self.places) == 1:
            self.boxes.append(_view(attributes))
        elif place.origin and place.is_seen:
            self._seen(name, attributes, place, place.origin)
        if name == "tspan":  # what comes behind it on its line, nobody knows where
            self.places[-1] = replace(self.places[-1], position=(None, None))
        self.places.append(place)

    def _seen(self, name: str, attributes: dict[str, str], place: _Place, origin: tuple[float, float]) -> None:
        if name == "rect":
            sides = [_number(attributes.get(side, "0")) for side in ("x", "y", "width", "height")]
            if None not in sides:
                left, top, width, height = (side or 0.0 for side in sides)
                self.boxes.append(_Box(origin[0] + left, origin[1] + top, width, height))
        elif name in {"text", "tspan"} and attributes.get("id"):
            x, y = (_number(value or "") for value in place.position)
            size = _number(place.set_in.get("font-size", "16"))
            if x is not None and y is not None and size:
                is_bold, anchor = _is_bold(place.set_in.get("font-weight", "")), _anchor(place.set_in)
                self.lines.append(_Line(attributes["id"], origin[0] + x, origin[1] + y, size, is_bold, anchor))

    def _end(self, _: str) -> None:
        self.places.pop()


def _inner(outer: _Place, name: str, attributes: dict[str, str]) -> _Place:
    """What holds inside an element."""
    own = attributes | dict(_STYLE.findall(attributes.get("style", "")))
    set_in = {**outer.set_in, **{key: own[key].strip() for key in _INHERITED if key in own}}
    position: tuple[str | None, str | None] = (attributes.get("x", "0"), attributes.get("y", "0"))
    if name == "tspan":
        position = (attributes.get("x") or outer.position[0], attributes.get("y") or outer.position[1])
        if "dx" in attributes or "dy" in attributes or ("x" in attributes and position[1] is None):
            position = (None, None)
    return _Place(set_in, _shifted(outer.origin, own.get("transform")), outer.is_seen and name not in _UNSEEN, position)


def _shifted(origin: tuple[float, float] | None, transform: str | None) -> tuple[float, float] | None:
    if origin is None or not transform:
        return origin
    found = _SHIFT.fullmatch(transform)
    return (origin[0] + float(found[1]), origin[1] + float(found[2] or 0)) if found else None


def _view(attributes: dict[str, str]) -> _Box:
    """The picture itself: its view box, else its size."""
    numbers = [_number(part) for part in re.split(r"[\s,]+", attributes.get("viewBox", "").strip())]
    match numbers:
        case [float(left), float(top), float(width), float(height)]:
            return _Box(left, top, width, height)
    width, height = (_number(attributes.get(side, "")) or 0.0 for side in ("width", "height"))
    return _Box(0.0, 0.0, width, height)


def _number(value: str) -> float | None:
    found = _LENGTH.fullmatch(value)
    return float(found[1]) if found else None


def _is_bold(weight: str) -> bool:
    return weight in {"bold", "bolder"} or (weight.isdecimal() and int(weight) >= _BOLD)


def _anchor(set_in: Mapping[str, str]) -> str:
    """Which end of the words stands at their place, as seen from the left."""
    anchor = set_in.get("text-anchor", "start")
    if anchor == "middle":
        return anchor
    return "end" if (anchor == "end") != (set_in.get("direction") == "rtl") else "start"
