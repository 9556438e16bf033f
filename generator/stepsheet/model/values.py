"""Values of a guide that are no texts: how each is written, and what it becomes.

Every scalar arrives as text (see `load.yaml_text`), so each kind of value says here what it accepts.
"""

import re
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import BeforeValidator, WithJsonSchema
from pydantic import Field as Constraint
from pydantic_core import PydanticCustomError

YES_NO = ("yes", "no")
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _flag(value: object) -> bool:
    if value not in ("true", "false"):  # no set: lists have no hash
        raise PydanticCustomError("not_a_flag", "not true or false")
    return value == "true"


def _when(value: object) -> object:
    """One form for the three that an author may write: `watchdog`, `{account: sub}`, `{account: [main, sub]}`."""
    if isinstance(value, str):
        return {value: ("yes",)}
    if isinstance(value, dict) and value:
        return {option: _answers(answers) for option, answers in value.items()}
    raise PydanticCustomError("not_a_condition", "not a condition")


def _answers(value: object) -> tuple[str, ...]:
    answers = [value] if isinstance(value, str) else value
    if not isinstance(answers, list) or not answers or not all(isinstance(answer, str) for answer in answers):
        raise PydanticCustomError("not_a_condition", "not a condition")
    return tuple(answers)


def _date(value: object) -> object:
    try:
        return date.fromisoformat(str(value)) if _DATE.fullmatch(str(value)) else _no_date()
    except ValueError:
        return _no_date()


def _no_date() -> object:
    raise PydanticCustomError("not_a_date", "not a date")


def _duration(value: object) -> object:
    """Pydantic reads `10:00` and `1 day` too, which other readers of the file would not."""
    if isinstance(value, str) and not value.startswith("P"):
        raise PydanticCustomError("not_a_duration", "not a duration")
    return value


Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]


def _point(value: object) -> object:
    if not isinstance(value, list) or len(value) != len("xy"):
        raise PydanticCustomError("not_a_point", "not a point")
    return value


def _digit(value: object) -> object:
    return int(value) if isinstance(value, str) and value in ("1", "2", "3") else value


Filled = Annotated[str, Constraint(min_length=1)]
Level = Annotated[Literal[1, 2, 3], BeforeValidator(_digit)]
Percent = Annotated[float, Constraint(ge=0, le=100, allow_inf_nan=False)]
Point = Annotated[tuple[Percent, Percent], BeforeValidator(_point)]
Day = Annotated[date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
Duration = Annotated[
    timedelta,
    BeforeValidator(_duration),
    Constraint(gt=timedelta(0)),
    WithJsonSchema({"type": "string", "format": "duration", "pattern": "^P", "examples": ["PT10M"]}),
]
When = Annotated[
    dict[str, tuple[str, ...]],
    BeforeValidator(_when),
    WithJsonSchema(
        {
            "description": "An option (`watchdog`), or options with their answers (`{account: sub}`).",
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "minProperties": 1,
                    "additionalProperties": {
                        "anyOf": [
                            {"type": ["string", "boolean"]},
                            {"type": "array", "items": {"type": ["string", "boolean"]}, "minItems": 1},
                        ]
                    },
                },
            ],
        }
    ),
]
