"""A step from its pieces: the sentence that says what to do, what belongs to it, and its sub-steps."""

from dataclasses import dataclass, replace

from stepsheet.importing.classify import heads, marks
from stepsheet.importing.classify.inlines import is_bold, plain, trimmed
from stepsheet.importing.classify.options import Condition
from stepsheet.importing.classify.pieces import Piece, Pieces, Reader, implied
from stepsheet.importing.tree import Heading, Inlines, Link, List, Paragraph, Stepper

LEAD = 120
MIN_STEPS = 2


@dataclass(frozen=True, slots=True)
class Task:
    """A step: `content` is what belongs to it, in order; `heading` is the one it was made from."""

    line: int
    do: Inlines
    content: Pieces = ()
    subs: tuple["Task", ...] = ()
    when: Condition = ()
    heading: Heading | None = None


def is_steps(piece: Piece) -> bool:
    """Whether the piece is a list of things to do, by its form."""
    block = piece.block
    if piece.folded or (isinstance(block, List) and _are_references(block)):
        return False
    return isinstance(block, Stepper) or (isinstance(block, List) and (block.ordered or is_checklist(block)))


def _are_references(found: List) -> bool:
    """Whether each item of a list is a link and nothing else, as in a table of contents."""
    paragraphs = [item.blocks[0] for item in found.items if len(item.blocks) == 1 and item.checked is None]
    return len(paragraphs) == len(found.items) and all(
        isinstance(block, Paragraph) and all(isinstance(inline, Link) for inline in trimmed(block.inlines))
        for block in paragraphs
    )


def is_checklist(found: List) -> bool:
    """Whether the items of a list have boxes."""
    return any(item.checked is not None for item in found.items)


def size(piece: Piece) -> int:
    """How many steps a list of steps has."""
    block = piece.block
    return len(block.steps) if isinstance(block, Stepper) else len(block.items) if isinstance(block, List) else 0


def entries(piece: Piece, reader: Reader) -> tuple[Pieces, ...]:
    """The pieces of each step of a list of steps, those without any left out."""
    block = piece.block
    parts = block.steps if isinstance(block, Stepper) else block.items if isinstance(block, List) else ()
    made = (reader.pieces(part.blocks, piece.when) for part in parts)
    return tuple(pieces for pieces in made if pieces)


def is_lead(piece: Piece) -> bool:
    """Whether the piece introduces what follows: a title, a short bold line, or a short one that ends with a colon."""
    block = piece.block
    if isinstance(block, Heading):
        return not piece.folded
    if not isinstance(block, Paragraph) or piece.folded:
        return False
    text = plain(block.inlines)
    return len(text) <= LEAD and (is_bold(block.inlines) or text.endswith((":", "：")))


def build(pieces: Pieces, reader: Reader, *, inner: bool = False, marked: bool = False) -> Task | None:
    """The step that the pieces are, None when no words say what to do.

    `inner` makes a sub-step, which has none below it; `marked` drops the number that the text begins with.
    """
    if marked:
        pieces = heads.unmarked(pieces, reader.notes)
    found = heads.head(pieces)
    if not found:
        return None
    do, content = found
    when = pieces[0].when
    heading = pieces[0].block if isinstance(pieces[0].block, Heading) else None
    if inner:
        return Task(do.line, do.inlines, content, (), when, heading)
    content, subs = _divided(content, reader, when)
    return Task(do.line, do.inlines, content, subs, when, heading)


def _divided(pieces: Pieces, reader: Reader, when: Condition) -> tuple[Pieces, tuple[Task, ...]]:
    """What belongs to the step itself, and its sub-steps; what follows a sub-step belongs to it."""
    titles = _titles(pieces)
    if titles:
        return _by_titles(pieces, titles, reader, when)
    content: list[Piece] = []
    groups: list[list[Piece]] = []
    for piece in pieces:
        if is_steps(piece) and (size(piece) >= MIN_STEPS or groups or is_checklist_piece(piece)):
            _append(groups, piece, reader)
        elif groups and implied(groups[-1][0].when, piece.when):
            groups[-1].append(piece)
        else:
            content.append(piece)
    return tuple(content), _subs(groups, content, reader)


def is_checklist_piece(piece: Piece) -> bool:
    """Whether the piece is a list whose items have boxes."""
    return isinstance(piece.block, List) and is_checklist(piece.block)


def _append(groups: list[list[Piece]], piece: Piece, reader: Reader) -> None:
    """The steps of a list as groups of their own; a second list with a lead of its own is one, below its lead."""
    block = piece.block
    again = isinstance(block, List) and block.ordered and block.items[0].number <= 1 and size(piece) >= MIN_STEPS
    if groups and again and len(groups[-1]) > 1 and is_lead(groups[-1][-1]):
        groups.append([groups[-1].pop(), piece])
    else:
        groups.extend(list(pieces) for pieces in entries(piece, reader))


def _subs(groups: list[list[Piece]], content: list[Piece], reader: Reader) -> tuple[Task, ...]:
    subs: list[Task] = []
    for group in groups:
        sub = build(tuple(group), reader, inner=True)
        if sub:
            subs.append(sub)
        elif subs:
            subs[-1] = replace(subs[-1], content=(*subs[-1].content, *group))
        else:
            content.extend(group)
    return tuple(subs)


def _titles(pieces: Pieces) -> tuple[int, ...]:
    """Where the titles stand that are sub-steps: those numbered "1.2", or all when there are steps below one."""
    dotted = tuple(index for index, piece in enumerate(pieces) if _is_dotted(piece))
    if len(dotted) >= MIN_STEPS:
        return dotted
    titles = tuple(index for index, piece in enumerate(pieces) if isinstance(piece.block, Heading))
    below = pieces[titles[0] :] if titles else ()
    return titles if any(is_steps(piece) and size(piece) >= MIN_STEPS for piece in below) else ()


def _is_dotted(piece: Piece) -> bool:
    """Whether the piece is a title with a number such as "1.2"."""
    block = piece.block
    if isinstance(block, Paragraph) and not is_bold(block.inlines):
        return False
    return isinstance(block, Paragraph | Heading) and marks.dotted(plain(block.inlines)) > 0


def _by_titles(
    pieces: Pieces, starts: tuple[int, ...], reader: Reader, when: Condition
) -> tuple[Pieces, tuple[Task, ...]]:
    """The sub-steps that titles inside of a step make, and what stands before the first of them."""
    content, subs = _divided(pieces[: starts[0]], reader, when)
    ends = [*starts[1:], len(pieces)]
    groups = (pieces[start:end] for start, end in zip(starts, ends, strict=True))
    made = (build(group, reader, inner=True, marked=_is_dotted(group[0])) for group in groups)
    return content, (*subs, *(sub for sub in made if sub))


def extended(task: Task, pieces: Pieces) -> Task:
    """The step with pieces that follow it: they belong to its last sub-step, if it has any."""
    if task.subs:
        return replace(task, subs=(*task.subs[:-1], extended(task.subs[-1], pieces)))
    return replace(task, content=(*task.content, *pieces))
