"""Steps that are bare paragraphs, each followed by its picture: the commonest form of all."""

from dataclasses import dataclass, field
from typing import TypeAlias

from stepsheet.importing.classify.commands import tells
from stepsheet.importing.classify.inlines import plain
from stepsheet.importing.classify.pieces import Piece, Pieces, implied
from stepsheet.importing.tree import Figure, Heading, Hint, Listing, Paragraph

MIN_PICTURED = 2
MANY = 4  # commands below each other, of which one is shown
MOST = 0.75
MOST_SHOWN = 3  # pictures for each that a command has: the others describe
Groups: TypeAlias = tuple[Pieces, tuple[Pieces, ...], Pieces]


@dataclass(slots=True)
class _Step:
    pieces: list[Piece] = field(default_factory=list)

    @property
    def shown(self) -> bool:
        return any(isinstance(piece.block, Figure) for piece in self.pieces)

    @property
    def leads_on(self) -> bool:
        """Whether it ends with a colon, so that what follows is what it announces."""
        last = self.pieces[-1].block
        return isinstance(last, Paragraph) and plain(last.inlines).endswith((":", "："))


def groups(pieces: Pieces) -> Groups:
    """What comes before the steps, the pieces of each, and what comes after; everything before when there are none."""
    before: list[Piece] = []
    steps: list[_Step] = []
    for piece in pieces:
        if _begins(piece) and not (steps and steps[-1].leads_on):
            steps.append(_Step([piece]))
        elif steps and implied(steps[-1].pieces[0].when, piece.when):
            steps[-1].pieces.append(piece)
        else:
            before.append(piece)
    if not _are_steps(pieces, steps):
        return pieces, (), ()
    after = _after(steps[-1])
    return tuple(before), tuple(tuple(step.pieces) for step in steps), after


def _begins(piece: Piece) -> bool:
    block = piece.block
    return isinstance(block, Paragraph) and not piece.folded and tells(plain(block.inlines))


def _are_steps(pieces: Pieces, steps: list[_Step]) -> bool:
    """Whether enough of them are shown in a picture, and not too many pictures are of anything else."""
    shown = sum(step.shown for step in steps)
    leading = sum(_is_led(pieces, index) for index in range(len(pieces)))
    spoken = sum(isinstance(piece.block, Paragraph) for piece in pieces)
    dense = shown > 0 and len(steps) >= MANY and len(steps) >= MOST * spoken
    return (dense or shown >= MIN_PICTURED) and shown * MOST_SHOWN >= leading


def _is_led(pieces: Pieces, index: int) -> bool:
    """Whether it is the first of the pictures behind a text."""
    return isinstance(pieces[index].block, Figure) and not (index > 0 and isinstance(pieces[index - 1].block, Figure))


def _after(last: _Step) -> Pieces:
    """What stands behind the last picture of the last step, taken from it."""
    shown = [index for index, piece in enumerate(last.pieces) if isinstance(piece.block, Figure | Listing | Hint)]
    end = shown[-1] + 1 if shown else 1
    titles = [index for index, piece in enumerate(last.pieces[:end]) if isinstance(piece.block, Heading)]
    end = titles[0] if titles else end
    after = tuple(last.pieces[end:])
    last.pieces = last.pieces[:end]
    return after
