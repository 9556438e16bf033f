"""What can be filled in on a sheet, told to the template so that it comes back with its place.

Typst has no form fields, but it has links: one around a box or a line comes out with its exact place, on the right
page and as an element of the tag tree where it belongs. `fillable` turns these links into fields.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

SCHEME = "stepsheet-blank:"


class Kind(StrEnum):
    """The two kinds of field a sheet has."""

    TICK = "tick"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Blank:
    """A field: its name in the file, and what a screen reader and a tooltip say of it. `lines` are those of a text."""

    kind: Kind
    name: str
    tip: str
    lines: int = 1
    on: bool = False

    @classmethod
    def of(cls, address: str) -> "Blank | None":
        """What an address of a link says; None for an address of another kind."""
        if not address.startswith(SCHEME):
            return None
        said: dict[str, Any] = json.loads(address.removeprefix(SCHEME))
        return cls(Kind(said.pop("kind")), **said)

    @property
    def address(self) -> str:
        """The field as the address of a link, in ASCII: what else is in an address, PDF does not promise to keep."""
        name = self.name.replace(".", "/")  # a period parts the names of fields (ISO 32000-1, 12.7.3.2)
        said = {"kind": self.kind.value, "name": name, "tip": self.tip, "lines": self.lines, "on": self.on}
        return SCHEME + json.dumps(said)


@dataclass(frozen=True, slots=True)
class Blanks:
    """Names what can be filled in of a guide; says nothing when the sheet is for a pen."""

    wanted: bool = False
    guide: str = ""

    def tick(self, name: str, tip: str, *, on: bool = False) -> str | None:
        """A box."""
        return self._said(Blank(Kind.TICK, f"{self.guide}/{name}", tip, on=on))

    def text(self, name: str, tip: str, lines: int = 1) -> str | None:
        """A place to write."""
        return self._said(Blank(Kind.TEXT, f"{self.guide}/{name}", tip, lines=lines))

    def _said(self, blank: Blank) -> str | None:
        return blank.address if self.wanted else None
