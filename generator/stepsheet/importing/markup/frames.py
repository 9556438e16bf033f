"""What is open on a page, and the records that only the folding knows: parts of a block that is not whole yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from stepsheet.importing.markup.events import End, Origin
from stepsheet.importing.tree import Block, Blocks, Inlines, Item, StepperStep, Tab


@dataclass(frozen=True, slots=True)
class Caption:
    """A title or caption of the block that holds it."""

    line: int
    inlines: Inlines
    figures: Blocks = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    line: int
    blocks: Blocks
    head: bool
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    line: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a list of definitions."""

    line: int
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Definition:
    """What a term means."""

    line: int
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note for the end of the page."""

    line: int
    blocks: Blocks


Part: TypeAlias = Caption | Cell | Row | Term | Definition | Footnote | Item | Tab | StepperStep
Node: TypeAlias = Block | Part


@dataclass(slots=True)
class Frame:
    """Something whose end has not come yet.

    `late` are ends of things around it that were written inside; they count once it has ended. `ended` are those that
    ended with something in it, so that their own ends, should they follow, are not taken for another's.
    """

    line: int
    origin: Origin
    name: str
    kind: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    said: str = ""
    nodes: list[Node] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    late: list[End] = field(default_factory=list)
    ended: list[tuple[Origin, str]] = field(default_factory=list)
    anchor: str = ""

    @property
    def key(self) -> tuple[Origin, str]:
        """What closes it."""
        return self.origin, self.name

    @property
    def strict(self) -> bool:
        """Whether its end always comes."""
        return self.origin is Origin.MARKDOWN
