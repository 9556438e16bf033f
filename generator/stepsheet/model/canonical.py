"""The canonical YAML of a guide: one way to write each thing, so that the same guide is always the same bytes.

The id stands first, the other keys in the model's order; mappings and lists stand below each other, conditions and
short lists of words in one line, texts as bare as YAML allows. A blank line stands before each part of the guide, each
section and each step. Comments are no data and are not kept. What is written here `load.yaml_text` reads back as the
same data.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from stepsheet.model.element import Element, keys_of, wanted_at
from stepsheet.model.guide import Guide, Section, Step
from stepsheet.model.yaml_scalar import STEP, in_line, scalar

_WIDTH = 100  # characters of a list or a condition in one line
_SPACED = (Section, Step)  # a blank line stands between two of them
_NUMBER_OR_FLAG = re.compile(r"true|false|-?[0-9]+(?:\.[0-9]+)?")
_HEAD = frozenset({"title", "summary", "category", "tags", "time", "reviewed", "source"})

Data = Mapping[str, Any]


def dump(data: Data, model: type[Element] = Guide) -> str:
    """The file of an element: plain dicts, lists, texts, flags and numbers; keys the model has not come last.

    `load.nodes.plain` of a file gives such data too; flags and numbers are texts in it.
    """
    out: list[str] = []
    is_head = True
    for key, value in _ordered(data, model):
        if out and model is Guide and not (is_head and key in _HEAD):
            _gap(out)
        is_head = key in _HEAD
        _entry("", key, value, model, out)
    return "\n".join(out) + "\n" if out else "{}\n"


def catalog(entries: Mapping[str, Mapping[str, str]]) -> str:
    """The file of a translation catalog: below each id path the text in both languages, in the order given."""
    out: list[str] = []
    for key, texts in entries.items():
        out += [
            f"{in_line(key)}:",
            *(f"{STEP}{in_line(locale)}: {scalar(text, STEP * 2)}" for locale, text in texts.items()),
        ]
    return "\n".join(out) + "\n" if out else "{}\n"


def _entry(indent: str, key: str, value: object, model: type[Element] | None, out: list[str]) -> None:
    """A key and its value, in as many lines as they take."""
    inner, is_bare = _value_of(model, key)
    head = f"{indent}{in_line(key)}:"
    line = _line(value, indent + STEP, inner, is_bare=is_bare)
    if line and (len(head) + len(line) < _WIDTH or not isinstance(value, dict | list)):
        out.append(f"{head} {line}")
    elif isinstance(value, dict):
        out.append(head)
        _mapping(indent + STEP, value, inner, out)
    elif isinstance(value, list):
        out.append(head)
        _list(indent + STEP, value, inner, out)


def _mapping(indent: str, data: Data, model: type[Element] | None, out: list[str]) -> None:
    for key, value in _ordered(data, model):
        _entry(indent, key, value, model, out)


def _list(indent: str, items: list[object], model: type[Element] | None, out: list[str]) -> None:
    for index, item in enumerate(items):
        if index and model in _SPACED:
            _gap(out)
        first = len(out)
        if isinstance(item, dict) and item:
            _mapping(indent + STEP, item, model, out)
            out[first] = f"{indent}- {out[first].removeprefix(indent + STEP)}"
        else:
            out.append(f"{indent}- {_line(item, indent + STEP, None) or _flow(item)}")


def _line(value: object, indent: str, model: type[Element] | None, *, is_bare: bool = False) -> str:
    """A value that begins on the line of its key, empty when it has to stand below."""
    if isinstance(value, str):
        return value if is_bare and _NUMBER_OR_FLAG.fullmatch(value) else scalar(value, indent)
    if isinstance(value, dict | list):
        return _flow(value, is_bare=is_bare) if not value or (model is None and _is_flat(value)) else ""
    return _flow(value)


def _is_flat(value: dict[str, object] | list[object]) -> bool:
    """Whether it holds words, and at most lists of words."""
    if isinstance(value, dict):
        return all(_is_flat(item) if isinstance(item, list) else not isinstance(item, dict) for item in value.values())
    return not any(isinstance(item, dict | list) for item in value)


def _flow(value: object, *, is_bare: bool = False) -> str:
    """A value inside brackets, or a flag, a number or nothing as they are."""
    if isinstance(value, str):
        return value if is_bare and _NUMBER_OR_FLAG.fullmatch(value) else in_line(value)
    if isinstance(value, dict):
        return f"{{{', '.join(f'{in_line(key)}: {_flow(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(_flow(item, is_bare=is_bare) for item in value)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else str(value)


def _gap(out: list[str]) -> None:
    """A blank line, which would be more of the text where a block that keeps its last lines ends (`|+`)."""
    if not out[-1].endswith("\n"):
        out.append("")


def _ordered(data: Data, model: type[Element] | None) -> list[tuple[str, Any]]:
    keys = _order(model)
    known = [(key, data[key]) for key in keys if key in data]
    return known if len(known) == len(data) else [*known, *(item for item in data.items() if item[0] not in keys)]


@cache
def _order(model: type[Element] | None) -> tuple[str, ...]:
    keys = keys_of(model) if model else ()
    return ("id", *(key for key in keys if key != "id")) if "id" in keys else keys


@cache
def _value_of(model: type[Element] | None, key: str) -> tuple[type[Element] | None, bool]:
    """What element stands under a key, and whether flags or numbers do, which are never quoted."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()} if model else {}
    if model is None or key not in fields:
        return None, False
    return wanted_at(model, (key,)), _holds_numbers(fields[key].annotation)


def _holds_numbers(annotation: object) -> bool:
    """Whether a type is one of flags or numbers, holds one, or lists some (`Literal[1, 2]`)."""
    kinds = {annotation, type(annotation)}
    return bool(kinds & {bool, int, float}) or any(map(_holds_numbers, get_args(annotation)))
