"""A guide and its parts. The order of the fields is the order in which a reader meets them.

Ideas from DITA 1.3 task topics (prerequisites, steps, results), oManual (IEEE 1874), schema.org HowTo and XLSForm.
"""

from typing import Annotated, Self

import pydantic
from pydantic import BeforeValidator, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from stepsheet.model.body import BodyItem, Image, one_form
from stepsheet.model.element import Element, Id
from stepsheet.model.terms import FieldKind, Importance, WarningKind
from stepsheet.model.text import Line, Plain, Prose
from stepsheet.model.values import YES_NO, Day, Duration, Filled, Flag, Level, When


class Choice(Element):
    """One answer of an option, or one value of a field."""

    id: Id
    label: Line


class Option(Element):
    """A question whose answer tailors the checklist; without choices it is a question of yes or no."""

    id: Id
    ask: Line
    choices: tuple[Choice, ...] = ()

    @property
    def answers(self) -> tuple[str, ...]:
        """The ids a condition may name."""
        return tuple(choice.id for choice in self.choices) or YES_NO


class Warning(Element):  # noqa: A001 - the field's term
    """A hazard: what it is, what happens, how to avoid it."""

    id: Id
    kind: WarningKind = WarningKind.WARNING
    text: Line
    consequence: Line | None = None
    avoid: Line | None = None
    info: Prose | None = None

    @property
    def is_hazard(self) -> bool:
        """A warning always is one."""
        return True


class Field(Element):
    """What to enter or choose. `required` is None when the author does not say."""

    id: Id
    was: tuple[Id, ...] = ()
    label: Line
    enter: Line | None = None
    choose: tuple[Choice, ...] = ()
    kind: FieldKind = FieldKind.TEXT
    example: Plain | None = None
    required: Flag | None = None
    secret: Flag = False
    images: tuple[Image, ...] = ()

    @model_validator(mode="after")
    def _chosen_or_entered(self) -> Self:
        if self.choose and self.kind is not FieldKind.TEXT:
            raise PydanticCustomError("conflict", "'kind' stands beside 'choose'")
        return self


class _Task(Element):
    """What a step and a sub-step share."""

    id: Id
    was: tuple[Id, ...] = ()
    when: When | None = None
    warnings: tuple[Warning, ...] = ()
    do: Line
    info: Prose | None = None
    images: tuple[Image, ...] = ()
    body: tuple[BodyItem, ...] = ()
    fields: tuple[Field, ...] = ()
    expect: Prose | None = None
    if_not: Prose | None = None
    verify: Flag = False

    _one_form = model_validator(mode="after")(one_form)


class SubStep(_Task):
    """A step within a step."""


class Step(_Task):
    """One imperative sentence and what it takes to follow it."""

    steps: tuple[SubStep, ...] = ()


class Section(Element):
    """A titled run of steps: a pause point of the checklist.

    `level` is the depth of its heading: a section belongs to the nearest one before it that is less deep.
    """

    id: Id
    was: tuple[Id, ...] = ()
    title: Line
    level: Level = 1
    importance: Importance = Importance.REQUIRED
    when: When | None = None
    warnings: tuple[Warning, ...] = ()
    info: Prose | None = None
    images: tuple[Image, ...] = ()
    body: tuple[BodyItem, ...] = ()
    steps: tuple[Step, ...] = ()
    after: tuple[BodyItem, ...] = ()

    _one_form = model_validator(mode="after")(one_form)

    @property
    def says_something(self) -> bool:
        """Whether there is more to it than its heading and its steps."""
        return bool(self.warnings or self.info or self.images or self.body or self.after)


class Origin(Element):
    """Where the facts come from."""

    title: Line
    url: str | None = None

    @property
    def step_in_path(self) -> str:
        """The key it stands under: there is one of it."""
        return "source"


class Need(Element):
    """Something to have at hand."""

    id: Id
    text: Line


class _OrNone:
    """`none` beside a list, in validation and in the schema."""

    @staticmethod
    def __get_pydantic_json_schema__(core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"const": "none"}, handler(core)]}


def _needs(value: object) -> object:
    return [] if value == "none" else value


Needs = Annotated[tuple[Need, ...], BeforeValidator(_needs), _OrNone]


class Guide(Element):
    """A guide in its source language. `name` is the name of its folder, by which other guides refer to it.

    `needs` is None when the author has not said what is needed, empty when nothing is (`needs: none`).
    """

    _name: str = pydantic.PrivateAttr(default="")

    title: Line
    summary: Line
    info: Prose | None = None
    images: tuple[Image, ...] = ()
    body: tuple[BodyItem, ...] = ()
    category: Id | None = None
    tags: tuple[Filled, ...] = ()
    time: Duration | None = None
    reviewed: Day | None = None
    source: Origin | None = None
    needs: Needs | None = None
    options: tuple[Option, ...] = ()
    warnings: tuple[Warning, ...] = ()
    sections: tuple[Section, ...]
    outcome: Prose | None = None
    next: tuple[Id, ...] = ()

    _one_form = model_validator(mode="after")(one_form)

    @property
    def name(self) -> str:
        """The id of the guide."""
        return self._name

    def named(self, name: str) -> Self:
        """Give the guide its id and all its parts their id paths."""
        self._name = name
        self.bind("")
        return self
