"""What happens on a page, in order: things begin, are said and end, whatever syntax says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from stepsheet.importing.tree import Block


class Origin(Enum):
    """Who opened a thing: only the same can close it."""

    MARKDOWN = "Markdown's blocks, which end where Markdown says and nowhere else"
    INLINE = "Markdown within a line"
    ELEMENT = "a tag of HTML"
    DIRECTIVE = "a tag of GitBook"


@dataclass(frozen=True, slots=True)
class Start:
    """Something begins: `name` as its origin has it, `kind` what it becomes, `said` the tag as messages name it."""

    line: int
    origin: Origin
    name: str
    kind: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    said: str = ""


@dataclass(frozen=True, slots=True)
class End:
    """Something ends."""

    line: int
    origin: Origin
    name: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A passage begins or ends here, whatever it is: words before and after it are not one paragraph."""

    line: int


@dataclass(frozen=True, slots=True)
class Said:
    """Words; a line end is a line end still."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class SaidInCode:
    """Code in a line."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Broken:
    """A hard line break."""

    line: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture; `small` says that it is as high as a line of words."""

    line: int
    src: str
    alt: str | None = None
    title: str = ""
    dark: str = ""
    small: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """A block that needs no more."""

    line: int
    block: Block


@dataclass(frozen=True, slots=True)
class Anchored:
    """The heading that is open, or the next one, has an anchor of the source's."""

    line: int
    name: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What no reader sees; `text` are its words."""

    line: int
    what: str
    text: str = ""


Event: TypeAlias = Start | End | Edge | Said | SaidInCode | Broken | Shown | Ready | Anchored | LeftOut
