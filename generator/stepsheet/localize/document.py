"""A guide in one locale, ready to be rendered: every text knows its language and whether it fell back.

Outputs are made from these records and from nothing else, so that no template can reach a source text by mistake.
Step numbers, anchors and conditions are computed here once; page, sheet, Markdown and data show the same ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from stepsheet.model.terms import FieldKind, Importance, WarningKind


class State(StrEnum):
    """Where a text comes from."""

    SOURCE = "source"  # the document is in the source language
    TRANSLATED = "translated"
    MISSING = "missing"  # no translation: `value` is the source text
    STALE = "stale"  # the source changed since: `value` is the old translation, or the source text of a warning


@dataclass(frozen=True, slots=True)
class Text:
    """One localized message.

    `key` is its id path in the catalog, `value` CommonMark (plain text for alt texts and examples),
    `locale` the language `value` is really in, which differs from the document's when it fell back.
    """

    key: str
    value: str
    locale: str
    state: State

    @property
    def fell_back(self) -> bool:
        """Whether the reader must be told that this text is not an up-to-date translation."""
        return self.state in (State.MISSING, State.STALE)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of an option or one value of a field."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Condition:
    """One clause of a `when`: the question and the answers under which its part of the guide applies."""

    option: str
    ask: Text
    answers: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered callout on a picture; `x` and `y` are percent of its width and height."""

    id: str
    anchor: str
    number: int
    x: float
    y: float
    text: Text


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in its place; `path` is relative to the guide's folder, sizes are pixels (or SVG user units).

    `alt` is None for a decorative picture, and where the author wrote none (`decorative` tells which it is).
    `locale` is the language of the words in the picture.
    """

    id: str
    anchor: str
    path: str
    width: int
    height: int
    alt: Text | None
    decorative: bool
    caption: Text | None
    marks: tuple[Mark, ...]
    locale: str
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """A block of CommonMark."""

    id: str
    text: Text
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """A code listing, the same in every locale."""

    id: str
    anchor: str
    language: str
    text: str
    conditions: tuple[Condition, ...] = ()


# What explains a guide, a section or a step; only the items of a `body` can have conditions.
Block: TypeAlias = Prose | Figure | Code


@dataclass(frozen=True, slots=True)
class Field:
    """What to enter or choose. `required` is None when the author did not say; `was` are anchors it had before."""

    id: str
    anchor: str
    label: Text
    enter: Text | None
    choices: tuple[Choice, ...]
    example: Text | None
    required: bool | None
    secret: bool
    figures: tuple[Figure, ...]
    was: tuple[str, ...] = ()
    kind: FieldKind = FieldKind.TEXT


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - the field's term
    """A hazard block, always before the action it warns of."""

    id: str
    anchor: str
    kind: WarningKind
    text: Text
    consequence: Text | None
    avoid: Text | None
    info: Text | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `number` is "7" or, for a sub-step, "7.1", counted through the whole guide.

    `revision` is 6 hex digits that change when its reader would do or see something else: texts, fields, warnings,
    conditions, pictures; not its number, its ids, its sub-steps. `was` are anchors it had before;
    `verify` says that a second person checks it.
    """

    id: str
    anchor: str
    number: str
    conditions: tuple[Condition, ...]
    warnings: tuple[Warning, ...]
    do: Text
    body: tuple[Block, ...]
    fields: tuple[Field, ...]
    expect: Text | None
    if_not: Text | None
    steps: tuple["Step", ...]
    revision: str
    was: tuple[str, ...] = ()
    verify: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A pause point: a titled run of steps; `number` is "2" or, for a deeper section (`level` 2 or 3), "2.1".

    `was` are anchors it had before.
    """

    id: str
    anchor: str
    number: str
    level: int
    title: Text
    importance: Importance
    conditions: tuple[Condition, ...]
    warnings: tuple[Warning, ...]
    body: tuple[Block, ...]
    steps: tuple[Step, ...]
    after: tuple[Block, ...]
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """A question whose answer tailors the checklist."""

    id: str
    anchor: str
    ask: Text
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """Something to have at hand before starting."""

    id: str
    anchor: str
    text: Text


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the facts of the guide come from."""

    title: Text
    url: str | None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another guide, named."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file of a guide in one locale; `path` as in Figure.

    `content` holds the bytes where the locale has its own SVG, made from the source's; else they are read from `file`.
    """

    path: str
    file: Path
    content: bytes | None

    def read(self) -> bytes:
        """The bytes of the picture. Raises OSError when the file has gone since it was checked."""
        return self.file.read_bytes() if self.content is None else self.content


@dataclass(frozen=True, slots=True)
class Document:
    """A whole guide in one locale.

    `needs` is None when the author has not said, empty when nothing is needed.
    `revision` is 8 hex digits of the guide's content in this locale.
    """

    id: str
    locale: str
    source_locale: str
    title: Text
    summary: Text
    body: tuple[Block, ...]
    category: str | None
    tags: tuple[str, ...]
    time: timedelta | None
    reviewed: date | None
    origin: Origin | None
    needs: tuple[Need, ...] | None
    options: tuple[Option, ...]
    warnings: tuple[Warning, ...]
    sections: tuple[Section, ...]
    outcome: Text | None
    next: tuple[Neighbour, ...]
    pictures: tuple[Picture, ...]
    revision: str
    missing: int
    stale: int

    def steps(self) -> Iterator[Step]:
        """Every step and sub-step, in reading order."""
        for section in self.sections:
            for step in section.steps:
                yield step
                yield from step.steps
