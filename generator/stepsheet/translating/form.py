"""A form of file for translators; each is one module in `forms/`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from stepsheet.diagnostics import Diagnostic, Source
from stepsheet.discovery import modules
from stepsheet.translating.parcel import Parcel, Received


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its name, and the endings of its files, the first of which is written.

    `write` makes the bytes of a file and is told the day of the export; `read` takes the bytes of one. What cannot be
    read comes back as a finding.
    """

    name: str
    endings: tuple[str, ...]
    write: Callable[[Parcel, date], bytes]
    read: Callable[[bytes, Source], Received | Diagnostic]


@cache
def forms() -> Mapping[str, Form]:
    """Every form by its name."""
    return {module.FORM.name: module.FORM for module in modules("stepsheet.translating.forms", "FORM")}


@cache
def by_ending() -> Mapping[str, Form]:
    """Every form by each ending of its files."""
    return {ending: form for form in forms().values() for ending in form.endings}
