"""A step from its pieces: the sentence that says what to do, what belongs to it, and its sub-steps."""

from dataclasses import dataclass, replace

from stepsheet.importing.classify import marks, sentences
from stepsheet.importing.classify.inlines import cut, first_line, flat, is_bold, plain, trimmed, unwrapped
from stepsheet.importing.classify.notes import Notes
from stepsheet.importing.classify.options import Condition
from stepsheet.importing.classify.pieces import Piece, Pieces, Reader, implied
from stepsheet.importing.tree import (
    CodeSpan,
    Heading,
    Hint,
    Inlines,
    List,
    Listing,
    Paragraph,
    Quote,
    Stepper,
    Strong,
    Words,
    words,
)

LONG = 160
LABEL = ".!?:。：！？،"
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
    return isinstance(block, Stepper) or (isinstance(block, List) and (block.ordered or is_checklist(block)))


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
        return True
    if not isinstance(block, Paragraph):
        return False
    text = plain(block.inlines)
    return len(text) <= LEAD and (is_bold(block.inlines) or text.endswith((":", "：")))


def build(pieces: Pieces, reader: Reader, *, inner: bool = False, marked: bool = False) -> Task | None:
    """The step that the pieces are, None when no words say what to do.

    `inner` makes a sub-step, which has none below it; `marked` drops the number that the text begins with.
    """
    if marked:
        pieces = _unmarked(pieces, reader.notes)
    head = _head(pieces)
    if not head:
        return None
    do, content = head
    when = pieces[0].when
    heading = pieces[0].block if isinstance(pieces[0].block, Heading) else None
    if inner:
        return Task(do.line, do.inlines, content, (), when, heading)
    content, subs = _divided(content, reader, when)
    return Task(do.line, do.inlines, content, subs, when, heading)


def _unmarked(pieces: Pieces, notes: Notes) -> Pieces:
    first = pieces[0].block
    if not isinstance(first, Paragraph | Heading):
        return pieces
    text = trimmed(first.inlines)
    mark = marks.find(words(text))
    if not mark:
        return pieces
    number, rest = cut(text, mark.length)
    if plain(rest):
        notes.left(first.line, "the numbers of steps, which are counted anew", plain(number))
        return (replace(pieces[0], block=replace(first, inlines=trimmed(rest))), *pieces[1:])
    if _head(pieces[1:]) and isinstance(pieces[1].block, Paragraph) and not isinstance(first, Heading):
        notes.left(first.line, "the numbers of steps, which are counted anew", plain(number))
        return pieces[1:]
    return pieces


def _head(pieces: Pieces) -> tuple[Paragraph, Pieces] | None:
    """What to do, and the rest of the pieces; the first words, even when a picture stands before them."""
    for index, piece in enumerate(pieces):
        block = piece.block
        rest = (*pieces[:index], *pieces[index + 1 :])
        if isinstance(block, Heading):
            return Paragraph(block.line, unwrapped(flat(block.inlines))), rest
        if isinstance(block, Paragraph):
            do, more = _sentence(block.inlines)
            below = (Piece(Paragraph(block.line, more), piece.when),) if plain(more) else ()
            return Paragraph(block.line, do), (*pieces[:index], *below, *pieces[index + 1 :])
    return _wordless(pieces)


def _wordless(pieces: Pieces) -> tuple[Paragraph, Pieces] | None:
    """The first words inside of a list, a hint or a quotation, or a command in a listing of one line."""
    for index, piece in enumerate(pieces):
        block = piece.block
        if isinstance(block, Listing) and "\n" not in block.text.strip() and block.text.strip():
            return Paragraph(block.line, (CodeSpan(block.text.strip()),)), (*pieces[:index], *pieces[index + 1 :])
        if isinstance(block, List) and block.items:
            inner = tuple(Piece(inside, piece.when) for inside in block.items[0].blocks)
            found = _head(inner)
            if found:
                others = (Piece(replace(block, items=block.items[1:]), piece.when),) if block.items[1:] else ()
                return found[0], (*pieces[:index], *found[1], *others, *pieces[index + 1 :])
        if isinstance(block, Hint | Quote):
            inner = tuple(Piece(inside, piece.when) for inside in block.blocks)
            found = _head(inner)
            if found:
                return found[0], (*pieces[:index], *found[1], *pieces[index + 1 :])
    return None


def _sentence(inlines: Inlines) -> tuple[Inlines, Inlines]:
    """The sentence that says what to do, and the rest of its paragraph."""
    line, more = first_line(inlines)
    label = _label(line)
    if label and (not label[1] or len(plain(line)) > LONG or sentences.first(line)[1]):
        do, rest = label
    else:
        do, rest = sentences.first(line)
    together = (*rest, Words(" "), *more) if rest and more else rest or more
    return unwrapped(flat(do)), trimmed(together)


def _label(line: Inlines) -> tuple[Inlines, Inlines] | None:
    """A bold title at the beginning, without the colon or dash that parts it from the rest."""
    line = trimmed(line)
    if len(line) == 1 or not line or not isinstance(line[0], Strong):
        return None
    title = plain(line[:1])
    text = plain(line[1:])
    if text in {":", "："}:
        return line[:1], ()
    if not text or not (title[-1] in LABEL or text[0] in ":：–—-"):
        return None
    rest = line[1:]
    if text[0] in ":：–—-":
        raw = "".join(inline.text for inline in rest[:1] if isinstance(inline, Words))
        rest = cut(rest, len(raw) - len(raw.lstrip(" \t:：–—-")))[1]
    return line[:1], trimmed(rest)


def _divided(pieces: Pieces, reader: Reader, when: Condition) -> tuple[Pieces, tuple[Task, ...]]:
    """What belongs to the step itself, and its sub-steps; what follows a sub-step belongs to it."""
    if _has_titled_steps(pieces):
        return _by_titles(pieces, reader, when)
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


def _has_titled_steps(pieces: Pieces) -> bool:
    titles = [index for index, piece in enumerate(pieces) if isinstance(piece.block, Heading)]
    return bool(titles) and any(is_steps(piece) and size(piece) >= MIN_STEPS for piece in pieces[titles[0] :])


def _by_titles(pieces: Pieces, reader: Reader, when: Condition) -> tuple[Pieces, tuple[Task, ...]]:
    """Titles inside of a step that have steps below them are its sub-steps."""
    starts = [index for index, piece in enumerate(pieces) if isinstance(piece.block, Heading)]
    content, subs = _divided(pieces[: starts[0]], reader, when)
    ends = [*starts[1:], len(pieces)]
    titled = (build(pieces[start:end], reader, inner=True) for start, end in zip(starts, ends, strict=True))
    return content, (*subs, *(sub for sub in titled if sub))


def extended(task: Task, pieces: Pieces) -> Task:
    """The step with pieces that follow it: they belong to its last sub-step, if it has any."""
    if task.subs:
        return replace(task, subs=(*task.subs[:-1], extended(task.subs[-1], pieces)))
    return replace(task, content=(*task.content, *pieces))
