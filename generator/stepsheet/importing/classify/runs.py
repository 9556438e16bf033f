"""The steps among the pieces below one heading: what begins one, what belongs to it, what comes before and after."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from stepsheet.importing.classify import marks, pictured, tasks
from stepsheet.importing.classify.commands import tells
from stepsheet.importing.classify.inlines import is_bold, plain
from stepsheet.importing.classify.pieces import Piece, Pieces, Reader, implied
from stepsheet.importing.classify.tasks import MIN_STEPS, Task
from stepsheet.importing.tree import Figure, Heading, Hint, List, Listing, Paragraph, Stepper, Table

SURE = 3  # an ordered list of so many items is one of steps wherever it stands


@dataclass(frozen=True, slots=True)
class Run:
    """Steps, and the pieces around them; `sure` says that they make a page a procedure."""

    before: Pieces
    tasks: tuple[Task, ...] = ()
    after: Pieces = ()
    sure: bool = False


@dataclass(slots=True)
class Group:
    """The pieces of one step: its own, and those that follow it at the margin."""

    own: list[Piece]
    extra: list[Piece] = field(default_factory=list)
    marked: bool = False
    closed: bool = False


def run(pieces: Pieces, reader: Reader) -> Run:
    """The steps among the pieces; no steps when there are none."""
    begins, sure = _manner(pieces)
    if not begins:
        before, shown, after = pictured.groups(pieces)
        return _made(before, [Group(list(group)) for group in shown], after, reader, sure=True)
    first, groups = _grouped(pieces, begins, reader)
    after = _trailing(groups) if groups else ()
    return _made(tuple(first), groups, after, reader, sure=sure)


def _made(before: Pieces, groups: list[Group], after: Pieces, reader: Reader, *, sure: bool) -> Run:
    made: list[Task] = []
    first: list[Piece] = list(before)
    for group in groups:
        pieces = (*group.own, *group.extra)
        task = tasks.build(pieces, reader, marked=group.marked)
        if task:
            made.append(task)
        elif made:
            made[-1] = tasks.extended(made[-1], pieces)
        else:
            first.extend(pieces)
    return Run(tuple(first), tuple(made), after, sure and bool(made)) if made else Run((*first, *after))


Begins = Callable[[Piece], bool]


def _manner(pieces: Pieces) -> tuple[Begins | None, bool]:
    """How the steps are written, and whether that alone makes a page a procedure."""
    named = [piece for piece in pieces if (mark := mark_of(piece)) and mark.named]
    if len(named) >= MIN_STEPS:
        return _is_named, True
    if _is_counted(pieces):
        return _Counted().begins, True
    lists = [piece for piece in pieces if tasks.is_steps(piece)]
    count = sum(tasks.size(piece) for piece in lists)
    if count >= MIN_STEPS:
        plain_lists = all(isinstance(piece.block, List) and not tasks.is_checklist(piece.block) for piece in lists)
        return tasks.is_steps, count >= SURE or not plain_lists
    if count and tells(_first_words(lists[0])):
        return tasks.is_steps, False
    return None, False


def _first_words(piece: Piece) -> str:
    """What the first item of a list says."""
    items = piece.block.items if isinstance(piece.block, List) else ()
    return next((plain(block.inlines) for item in items for block in item.blocks if isinstance(block, Paragraph)), "")


def mark_of(piece: Piece) -> marks.Mark | None:
    """The number that a paragraph or a mere title begins with."""
    block = piece.block
    if piece.folded or not isinstance(block, Paragraph | Heading):
        return None
    return marks.find(plain(block.inlines))


def _is_named(piece: Piece) -> bool:
    mark = mark_of(piece)
    return bool(mark and mark.named)


def _is_counted(pieces: Pieces) -> bool:
    """Whether paragraphs are numbered by hand, from one or by going on, from each other or from a list."""
    marked = [piece for piece in pieces if mark_of(piece)]
    if not marked or all(map(_is_mere_title, marked)):
        return False
    counts = [count for piece in pieces if (count := _count(piece))]
    pairs = sum(
        after.first == before.last + 1 and (before.by_hand or after.by_hand) for before, after in pairwise(counts)
    )
    return pairs > 0 and (counts[0].first <= 1 or pairs + 1 == len(counts))


@dataclass(frozen=True, slots=True)
class _Count:
    """The numbers that a piece has: one by hand, or those of a list."""

    first: int
    last: int
    by_hand: bool


def _count(piece: Piece) -> _Count | None:
    mark, block = mark_of(piece), piece.block
    if mark:
        return _Count(mark.number, mark.number, by_hand=True)
    if isinstance(block, List) and tasks.is_steps(piece) and block.ordered:
        return _Count(block.items[0].number, block.items[-1].number, by_hand=False)
    return None


def _is_mere_title(piece: Piece) -> bool:
    """Whether a numbered line is bold and tells nobody to do a thing."""
    inlines = piece.block.inlines if isinstance(piece.block, Paragraph) else ()
    return is_bold(inlines) and not tells(plain(inlines))


@dataclass(slots=True)
class _Counted:
    """Numbers by hand among lists: a list that goes on with the count is of the same steps."""

    last: int = 0

    def begins(self, piece: Piece) -> bool:
        block = piece.block
        if isinstance(block, List) and block.ordered and block.items[0].number == self.last + 1:
            self.last = block.items[-1].number
            return True
        mark = mark_of(piece)
        if mark and (mark.number == self.last + 1 or mark.number <= 1):
            self.last = mark.number
            return True
        return isinstance(block, Stepper)


def _grouped(pieces: Pieces, begins: Begins, reader: Reader) -> tuple[list[Piece], list[Group]]:
    before: list[Piece] = []
    groups: list[Group] = []
    for piece in pieces:
        if begins(piece):
            groups.extend(_begun(piece, reader))
            continue
        holder = next((group for group in reversed(groups) if implied(group.own[0].when, piece.when)), None)
        (holder.extra if holder else before).append(piece)
    return before, groups


def _begun(piece: Piece, reader: Reader) -> Iterator[Group]:
    block = piece.block
    if isinstance(block, List | Stepper):
        made = tasks.entries(piece, reader)
        yield from (Group(list(pieces), closed=isinstance(block, Stepper)) for pieces in made)
    else:
        yield Group([piece], marked=True)


def _trailing(groups: list[Group]) -> Pieces:
    """What follows the last step without belonging to it, taken from its group."""
    last = groups[-1]
    count = 0 if last.closed else _belonging(last, [group.extra for group in groups[:-1] if group.extra])
    after = last.extra[count:]
    last.extra = last.extra[:count]
    kept = []
    while not count and after and isinstance(after[0].block, Hint) and after[0].block.style in {"note", "tip"}:
        kept.append(after.pop(0))
    last.extra += kept
    return tuple(after)


def _belonging(last: Group, earlier: list[list[Piece]]) -> int:
    """How many of the pieces behind the last step belong to it, told by the steps before it and by pictures."""
    shown = [index for index, piece in enumerate(last.extra) if isinstance(piece.block, Figure | Listing)]
    if last.marked:
        tail = [index for index, piece in enumerate(last.extra) if not isinstance(piece.block, Paragraph | Heading)]
        spoken = sum(any(isinstance(piece.block, Paragraph) for piece in extra) for extra in earlier)
        alike = len(last.extra) if spoken * 2 > len(earlier) else 0
        return _before_title(last.extra, tail[-1] + 1 if tail else alike)
    if not earlier:
        return 0
    if shown and any(isinstance(piece.block, Paragraph) for extra in earlier for piece in extra):
        return _before_title(last.extra, shown[-1] + 1)
    count = 0
    while count < len(last.extra) and isinstance(last.extra[count].block, Figure | Listing | Table):
        count += 1
    return count


def _before_title(extra: list[Piece], count: int) -> int:
    titles = [index for index, piece in enumerate(extra[:count]) if isinstance(piece.block, Heading)]
    return titles[0] if titles else count
