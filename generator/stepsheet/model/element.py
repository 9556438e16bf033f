"""What every part of a guide has in common: an id path, its place in the file, its texts and its children."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Self, Union, get_args, get_origin

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from stepsheet.diagnostics import Location
from stepsheet.load.nodes import Mapping, Record, find
from stepsheet.model.text import Kind, kind_of

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=64)]


@dataclass(frozen=True, slots=True)
class Message:
    """One translatable text: `key` is its id path, unique in the guide; `hazard` says that it belongs to a warning."""

    key: str
    text: str
    kind: Kind
    at: Location
    hazard: bool


class Element(BaseModel):
    """A mapping of the guide's file.

    `key` is the id path from the guide down, empty for the guide itself; it is set once the whole guide is built.
    """

    model_config = ConfigDict(extra="forbid", strict=False, hide_input_in_errors=True)

    _node: Mapping = PrivateAttr()
    _key: str = PrivateAttr(default="")

    @model_validator(mode="wrap")
    @classmethod
    def _remember(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        element = handler(data)
        if isinstance(data, Record):
            element._node = data.node  # noqa: SLF001 - its own, in a class method
        return element

    @field_validator("*", mode="before")
    @classmethod
    def _given(cls, value: Any, info: ValidationInfo) -> Any:
        """A key without a value is forgotten, not left out; where None is no value at all, pydantic says so itself."""
        if value is None and cls.model_fields[str(info.field_name)].default is None:
            raise PydanticCustomError("empty_text", "nothing written")
        return value

    @property
    def key(self) -> str:
        """The id path: `whitelist.add-watchdog-ip`."""
        return self._key

    @property
    def location(self) -> Location:
        """Where the element begins: the value of its `id`, else its first line."""
        return self.at("id")

    def at(self, name: str, *path: str | int) -> Location:
        """Where the value of a key stands, or one inside it; where the mapping begins when the key is not written."""
        value = self._node.value(name)
        if value is not None:
            return find(value, path).at
        begin = self._node.at
        return Location(begin.source, begin.line, begin.column, begin.line, begin.column + 1)

    def contents(self) -> Iterator["Message | Element"]:
        """The texts and the elements inside, in the order of the fields, which is the reader's."""
        kinds = _texts(type(self))
        for name in type(self).model_fields:
            value = getattr(self, name)
            if name in kinds and value is not None:
                yield Message(join(self.key, name), value, kinds[name], self.at(name), hazard=self.is_hazard)
            elif isinstance(value, Element):
                yield value
            elif isinstance(value, tuple):
                yield from (item for item in value if isinstance(item, Element))

    def children(self) -> Iterator["Element"]:
        """The elements inside, in reading order."""
        return (part for part in self.contents() if isinstance(part, Element))

    def descendants(self) -> Iterator["Element"]:
        """Every element below this one, in reading order."""
        for child in self.children():
            yield child
            yield from child.descendants()

    def messages(self) -> Iterator[Message]:
        """Every text of this element and those below it, in reading order."""
        for part in self.contents():
            if isinstance(part, Message):
                yield part
            else:
                yield from part.messages()

    @property
    def is_hazard(self) -> bool:
        """Whether its texts warn of something, so that an outdated translation must not be shown."""
        return False

    def bind(self, key: str) -> None:
        """Give this element and all below it their id paths."""
        self._key = key
        for child in self.children():
            child.bind(join(key, child.step_in_path))

    @property
    def step_in_path(self) -> str:
        """What this element adds to the id path of its parent."""
        return str(getattr(self, "id", ""))


def join(*parts: str) -> str:
    """An id path from its steps, empty ones left out."""
    return ".".join(part for part in parts if part)


@cache
def _texts(element: type[Element]) -> dict[str, Kind]:
    """The names of an element's texts, with their kinds."""
    found = ((name, text_kind(element, name)) for name in element.model_fields)
    return {name: kind for name, kind in found if kind}


def text_kind(element: type[Element], name: str) -> Kind | None:
    """The kind of text a field of an element holds, None when it holds none."""
    field = element.model_fields[name]
    own = next((extra for extra in field.metadata if isinstance(extra, Kind)), None)
    return own or kind_of(field.annotation)


def keys_of(element: type[Element]) -> tuple[str, ...]:
    """The keys an author may write for an element."""
    return tuple(field.alias or name for name, field in element.model_fields.items())


def required_keys(element: type[Element]) -> tuple[str, ...]:
    """The keys an author must write for an element."""
    return tuple(field.alias or name for name, field in element.model_fields.items() if field.is_required())


def wanted_at(element: type[Element], path: tuple[str | int, ...]) -> type[Element] | None:
    """The element class that the value at a path is, or has in a list; None where no element belongs."""
    keys = [step for step in path if isinstance(step, str)]
    holder = element_at(element, tuple(keys[:-1]))
    field = holder.model_fields.get(keys[-1]) if keys else None
    return _inner(field.annotation) if field else None


def element_at(element: type[Element], path: tuple[str | int, ...]) -> type[Element]:
    """The element class that holds the value at a path of keys and indexes below an element."""
    for step in path:
        field = element.model_fields.get(str(step))
        element = (_inner(field.annotation) if field else None) or element
    return element


def _inner(annotation: Any) -> type[Element] | None:
    if isinstance(annotation, type) and issubclass(annotation, Element):
        return annotation
    if get_origin(annotation) in {tuple, Union, UnionType, Annotated}:
        return next((found for part in get_args(annotation) if (found := _inner(part))), None)
    return None
