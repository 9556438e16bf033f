"""What explains: texts, pictures and code, in the order of the author, at a guide, a section or a step."""

from pathlib import PurePosixPath
from typing import Self, TypeVar

import pydantic
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from stepsheet.model.element import Element, Id
from stepsheet.model.text import Line, Plain, Prose
from stepsheet.model.values import Filled, Flag, Point, When

Told = TypeVar("Told", bound=Element)


def variant(src: str, locale: str) -> str:
    """The name of a locale's own picture: `menu.png` is `menu.en.png` in English."""
    path = PurePosixPath(src)
    return f"{path.stem}.{locale}{path.suffix}"


class Mark(Element):
    """A callout on a picture, at percent of its width and height."""

    id: Id
    at_: Point = pydantic.Field(alias="at")
    text: Line


class Picture(Element):
    """A picture without an id of its own: the body item that holds it has one."""

    src: Filled
    alt: Plain | None = None
    decorative: Flag = False
    caption: Line | None = None
    marks: tuple[Mark, ...] = ()

    @model_validator(mode="after")
    def _says_or_not(self) -> Self:
        if self.decorative and self.alt is not None:
            raise PydanticCustomError("conflict", "'alt' stands beside 'decorative', which says that there is none")
        return self

    @property
    def step_in_path(self) -> str:
        """Nothing: the id is its holder's."""
        return ""


class Image(Picture):
    """A picture of a guide, a section, a step or a field."""

    id: Id

    @property
    def step_in_path(self) -> str:
        """Its id."""
        return self.id


class Code(Element):
    """A listing, the same in every locale."""

    language: str = ""
    text: Filled

    @property
    def step_in_path(self) -> str:
        """Nothing: the id is its holder's."""
        return ""


class BodyItem(Element):
    """One block where text, pictures and code come in an order of their own."""

    id: Id
    when: When | None = None
    text: Prose | None = None
    image: Picture | None = None
    code: Code | None = None

    @model_validator(mode="after")
    def _one_of(self) -> Self:
        held = [repr(name) for name in ("text", "image", "code") if getattr(self, name) is not None]
        if not held:
            raise PydanticCustomError("conflict", "a body item without 'text', 'image' or 'code'")
        if len(held) > 1:
            raise PydanticCustomError("conflict", "a body item with {held}", {"held": " and ".join(held)})
        return self


def one_form(told: Told) -> Told:
    """A validator for what has `info`, `images` and `body`: the long form replaces the short one."""
    for name in ("info", "images"):
        if getattr(told, "body", ()) and getattr(told, name):
            raise PydanticCustomError("conflict", "'body' stands beside '{name}', which it replaces", {"name": name})
    return told
