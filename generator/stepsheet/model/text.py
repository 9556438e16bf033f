"""The kinds of text a guide holds. Every other value of a guide is the same in all locales."""

from enum import Enum
from typing import Annotated, Any, get_args

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

MAX_TEXT = 20_000  # characters; more than any step has to say, and Markdown that is made to be slow stays harmless
MAX_PAGE = 200_000  # characters of a plain page: at worst two seconds of parsing


class Kind(Enum):
    """How a text is read."""

    LINE = "line"  # one line of inline CommonMark
    PROSE = "prose"  # paragraphs, lists, tables and code
    PLAIN = "plain"  # one line, shown as written


def _filled(value: object) -> object:
    if value is None or (isinstance(value, str) and not value.strip()):
        raise PydanticCustomError("empty_text", "empty text")
    if isinstance(value, str) and len(value) > MAX_TEXT:
        raise PydanticCustomError("long_text", "long text")
    return value


def _schema(description: str) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "number", "boolean"], "minLength": 1, "description": description})


Line = Annotated[str, BeforeValidator(_filled), Kind.LINE, _schema("One line; inline Markdown.")]
Prose = Annotated[str, BeforeValidator(_filled), Kind.PROSE, _schema("Markdown: paragraphs, lists, tables, code.")]
Plain = Annotated[str, BeforeValidator(_filled), Kind.PLAIN, _schema("One line, shown as written.")]


def kind_of(annotation: Any) -> Kind | None:
    """The kind of text an annotation stands for, None when it is no text."""
    for part in (annotation, *get_args(annotation)):
        for extra in getattr(part, "__metadata__", ()):
            if isinstance(extra, Kind):
                return extra
    return None
