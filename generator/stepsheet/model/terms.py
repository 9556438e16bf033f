"""The closed vocabularies of a guide."""

from enum import StrEnum


class WarningKind(StrEnum):
    """How bad it is, worst first (ANSI Z535.6 signal words, plus a note and a tip)."""

    DANGER = "danger"
    WARNING = "warning"
    CAUTION = "caution"
    NOTE = "note"
    TIP = "tip"


class Importance(StrEnum):
    """Whether a section may be left out."""

    REQUIRED = "required"
    RECOMMENDED = "recommended"
    OPTIONAL = "optional"
