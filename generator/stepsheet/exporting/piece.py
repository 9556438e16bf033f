"""Pieces of a page: lines of Markdown that know which text of the guide each of them holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from stepsheet.render.markdown.structure import SEPARATOR
from stepsheet.skeleton import Part, Slot


@dataclass(frozen=True, slots=True)
class Piece:
    """Blocks of Markdown; the lines of `slots` count from 0, at the first line of the piece.

    `opens` and `closes` name the kind of list it begins and ends with, empty for none.
    """

    lines: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()
    opens: str = ""
    closes: str = ""

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)


NOTHING = Piece()


@dataclass(frozen=True, slots=True)
class Made:
    """Words that the export adds: as Markdown, and as they are read."""

    markdown: str
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """A text of the guide as Markdown on one line."""

    key: str
    markdown: str
    part: Part = Part.WORDS


def run(*parts: Made | Told) -> Piece:
    """One line of texts and of the words between them."""
    slots: list[Slot] = []
    words = ""
    for part in parts:
        if isinstance(part, Told):
            slots.append(Slot(part.key, part.part, 0, 0, before=words))
            words = ""
        else:
            words += part.words
    if slots:
        slots[-1] = replace(slots[-1], after=words)
    return Piece(("".join(part.markdown for part in parts),), tuple(slots))


def line(text: str) -> Piece:
    """A line of Markdown that holds no text of the guide."""
    return Piece((text,))


def stack(pieces: Iterable[Piece], gap: int = 1) -> Piece:
    """Blocks one after the other, empty ones left out, with a number of blank lines between them."""
    lines: list[str] = []
    slots: list[Slot] = []
    opens = closes = ""
    for piece in pieces:
        if not piece.lines:  # at most a place where a text may be added
            slots += moved(piece.slots, len(lines))
            continue
        if lines:
            apart = ["", SEPARATOR, ""] if closes and closes == piece.opens and gap else [""] * gap
            lines += apart
        else:
            opens = piece.opens
        slots += moved(piece.slots, len(lines))
        lines += piece.lines
        closes = piece.closes
    return Piece(tuple(lines), tuple(slots), opens, closes)


def moved(slots: Iterable[Slot], lines: int) -> list[Slot]:
    """Slots a number of lines further down."""
    return [replace(slot, line=slot.line + lines, last=slot.last + lines) for slot in slots]


def item(marker: str, body: Piece, kind: str) -> Piece:
    """A list item; what belongs to it is indented by the width of its marker (CommonMark 0.31.2, section 5.2)."""
    first, *rest = body.lines
    pad = " " * len(marker)
    lines = (marker + first, *(pad + text if text else "" for text in rest))
    return Piece(lines, body.slots, kind, kind)


def indented(width: int, body: Piece) -> Piece:
    """A piece some columns to the right."""
    return replace(body, lines=tuple(" " * width + text if text else "" for text in body.lines))


def framed(before: Sequence[str], body: Piece, after: Sequence[str] = ()) -> Piece:
    """A piece between lines that hold no text of the guide; it is no list any more."""
    return Piece((*before, *body.lines, *after), tuple(moved(body.slots, len(before))))


def growing(piece: Piece, key: str) -> Piece:
    """A piece after which a text may be added."""
    last = len(piece.lines) - 1
    return replace(piece, slots=(*piece.slots, Slot(key, Part.BLOCKS, last + 1, last)))
