"""The closed vocabularies of a guide."""

from enum import StrEnum


class WarningKind(StrEnum):
    """How bad it is, worst first (ANSI Z535.6 signal words, plus a note and a tip)."""

    DANGER = "danger"
    WARNING = "warning"
    CAUTION = "caution"
    NOTE = "note"
    TIP = "tip"


class FieldKind(StrEnum):
    """What is entered into a field: it decides on the place for it on paper."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


class Importance(StrEnum):
    """Whether a section may be left out."""

    REQUIRED = "required"
    RECOMMENDED = "recommended"
    OPTIONAL = "optional"
