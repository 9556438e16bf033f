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
    """A form: its name, which is the ending of its files; `write` makes the bytes of a file, `read` takes its bytes.

    `write` is told the day of the export. What cannot be read comes back as a finding.
    """

    name: str
    write: Callable[[Parcel, date], bytes]
    read: Callable[[bytes, Source], Received | Diagnostic]


@cache
def forms() -> Mapping[str, Form]:
    """Every form by its name."""
    return {module.FORM.name: module.FORM for module in modules("stepsheet.translating.forms", "FORM")}
