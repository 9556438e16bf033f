"""A flavour of Markdown: how each construct of a guide is written in it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from stepsheet.exporting.piece import Made, Piece, Told, item, run, stack
from stepsheet.exporting.script import Script
from stepsheet.exporting.words import Words
from stepsheet.localize.document import Figure, Text
from stepsheet.model.terms import WarningKind


@dataclass(frozen=True, slots=True)
class Task:
    """A step: what comes before its sentence, the sentence, the rest."""

    number: str
    warnings: Piece
    do: Text
    anchor: str
    rest: Piece


class Flavour(ABC):
    """What differs between flavours. `indent` is the least width of a list marker, 0 where its own is enough."""

    name: str
    script: Script
    indent: int = 0
    bullet: str = "* "

    @abstractmethod
    def head(self, title: Text, summary: Text | None, words: Words) -> Piece:
        """What a page begins with: its title and its summary, if it has one."""

    @abstractmethod
    def heading(self, level: int, words: Sequence[Made | Told], anchor: str) -> Piece:
        """A heading; `anchor` is empty where nothing leads to it."""

    @abstractmethod
    def hint(self, kind: WarningKind, name: str, body: Sequence[Piece]) -> Piece:
        """A hazard; `name` is its kind in words."""

    @abstractmethod
    def steps(self, tasks: Sequence[Task], level: int, words: Words) -> Piece:
        """The steps of a section whose heading has a level."""

    @abstractmethod
    def figure(self, figure: Figure, address: str, words: Words) -> Piece:
        """A picture at an address, with its caption."""

    @abstractmethod
    def neighbour(self, title: str, way: str, words: Words) -> Piece:
        """A link to another page that is a block of its own."""

    def substeps(self, tasks: Sequence[Task], words: Words) -> Piece:
        """Smaller steps: a numbered list, which a warning interrupts."""
        pieces: list[Piece] = []
        for number, task in enumerate(tasks, 1):
            body = stack([run(*words.line(task.do)), task.rest])
            pieces += [task.warnings, item(f"{number}. ".ljust(self.indent), body, "1.")]
        return joined(pieces)

    def bullets(self, pieces: Sequence[Piece], box: str = "") -> Piece:
        """A list; `box` is the empty box of a task list."""
        marker = self.bullet.ljust(self.indent)
        items = [item(marker, Piece((box + piece.lines[0], *piece.lines[1:]), piece.slots), "*") for piece in pieces]
        return joined(items)

    def numbers(self, pieces: Sequence[Piece]) -> Piece:
        """A numbered list."""
        items = [item(f"{number}. ".ljust(self.indent), piece, "1.") for number, piece in enumerate(pieces, 1)]
        return joined(items)


def joined(items: Sequence[Piece]) -> Piece:
    """The items of one list, with blank lines between them where one of them has any."""
    shown = [one for one in items if one.lines]
    if not shown:
        return Piece()
    made = stack([Piece(one.lines, one.slots) for one in shown], int(any("" in one.lines for one in shown)))
    return Piece(made.lines, made.slots, shown[0].opens, shown[-1].closes)
