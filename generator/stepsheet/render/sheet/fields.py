"""The table of what to enter or choose, and the place for it on paper, which depends on what it is."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from stepsheet.localize.document import Choice, Field
from stepsheet.localize.interface import Interface
from stepsheet.model.terms import FieldKind
from stepsheet.render.html import plain
from stepsheet.render.sheet import size, words
from stepsheet.render.sheet.blanks import Blanks
from stepsheet.render.sheet.size import Room
from stepsheet.render.sheet.typed import Typist

Data = dict[str, Any]
# Letters that a hand writes on one line of the column for values: 59 mm, about 4 mm each.
_WRITTEN = 15
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Fields:
    """Turns fields into data for the template."""

    typist: Typist
    interface: Interface
    room: Room
    blanks: Blanks

    def table(self, fields: Iterable[Field]) -> Data:
        """One row for each field."""
        rows = [self._row(one) for one in fields]
        lines = 2 + sum(row["lines"] for row in rows)
        return {"k": "fields", "fields": rows, "lines": lines, "keep": lines <= self.room.short}

    def _row(self, one: Field) -> Data:
        """A row. A secret has no place to be written in, whatever else the author said of it."""
        write = None if one.secret or one.choices else _lines(one)
        lines = max(2, 2 * (write or 0), *self._columns(one))
        line = self.typist.line
        return {
            "label": line(one.label),
            "enter": line(one.enter) if one.enter else None,
            "example": self.typist.plain(one.example) if one.example else None,
            "choices": [self._choice(one, choice) for choice in one.choices],
            "required": one.required,
            "secret": one.secret,
            "kept": self._kept(one),
            "write": write,
            "blank": self.blanks.text(_name(one), plain(one.label), write) if write else None,
            "boxes": self._date(one) if write and one.kind is FieldKind.DATE else [],
            "short": one.kind is FieldKind.NUMBER,
            "lines": lines,
            "keep": lines <= self.room.short,
        }

    def _choice(self, one: Field, choice: Choice) -> Data:
        """A value to tick; of a secret the values are words."""
        tip = f"{plain(one.label)}: {plain(choice.label)}"
        blank = None if one.secret else self.blanks.tick(f"{_name(one)}/{choice.id}", tip)
        return {"label": self.typist.line(choice.label), "blank": blank}

    def _kept(self, one: Field) -> str | None:
        """The box for having kept a secret elsewhere: it says nothing of the secret itself."""
        tip = f"{plain(one.label)}: {words.words(self.interface)['secret']}"
        return self.blanks.tick(f"kept/{one.anchor}", tip) if one.secret else None

    def _date(self, one: Field) -> list[Data]:
        """The boxes of a date, that of the year wider than the others."""
        own, label = _name(one), plain(one.label)
        return [
            {"name": name, "wide": part == "year", "blank": self.blanks.text(f"{own}/{part}", f"{label}: {name}")}
            for part, name in words.date_boxes(self.interface)
        ]

    def _columns(self, one: Field) -> tuple[int, int, int]:
        """The lines of each column."""
        values = [choice.label.value for choice in one.choices]
        enter, example = one.enter.value if one.enter else None, one.example.value if one.example else None
        label = self.room.text(one.label.value, 0.25)
        return label, self.room.texts([enter, example], 0.35), self.room.texts(values, 0.35)


def _name(one: Field) -> str:
    return f"field/{one.anchor}"


def _lines(one: Field) -> int:
    """How many lines to write on a value needs, as far as its example tells."""
    if one.kind is not FieldKind.TEXT:
        return 1
    example = size.width(one.example.value) if one.example else 0
    return min(max(1, math.ceil(example / _WRITTEN)), _MOST_LINES)
