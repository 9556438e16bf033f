"""Titles in all but name: bold lines, or lines that end with a colon, that each stand above a list of steps."""

from collections.abc import Iterator

from stepsheet.importing.classify import marks, tasks
from stepsheet.importing.classify.inlines import flat, is_bold, plain, unwrapped
from stepsheet.importing.classify.outline import Node
from stepsheet.importing.classify.pieces import Piece, Pieces
from stepsheet.importing.classify.tasks import MIN_STEPS
from stepsheet.importing.tree import Heading, Inlines, List, Paragraph, Words

MIN_LEADS = 2


def divided(node: Node) -> Node:
    """The node, with a heading for each of its titles in all but name when there are several of them."""
    own = node.own
    starts = [index for index in range(len(own)) if _is_title(own, index)]
    strong = [index for index in starts if _is_strong(own[index])]
    starts = strong if len(strong) >= MIN_LEADS else starts
    if len(starts) < MIN_LEADS:
        return node
    ends = [*starts[1:], len(own)]
    children = tuple(_child(own[start:end]) for start, end in zip(starts, ends, strict=True))
    return Node(node.heading, own[: starts[0]], (*children, *node.children), node.when)


def _child(pieces: Pieces) -> Node:
    block = pieces[0].block
    inlines: Inlines = block.inlines if isinstance(block, Paragraph | Heading) else ()
    return Node(Heading(block.line, 1, _title(inlines)), pieces[1:], (), pieces[0].when)


def _title(inlines: Inlines) -> Inlines:
    """The words of a title, without the colon at their end."""
    title = unwrapped(flat(inlines))
    last = title[-1] if title else None
    return (*title[:-1], Words(last.text.rstrip(" :："))) if isinstance(last, Words) else title


def _is_title(pieces: Pieces, index: int) -> bool:
    """Whether a lead has a list of its own, that counts from one, before the next lead of its kind."""
    piece = pieces[index]
    if not tasks.is_lead(piece) or _is_marked(piece):
        return False
    return any(_is_list(following) for following in _below(pieces, index))


def _below(pieces: Pieces, index: int) -> Iterator[Piece]:
    """What a lead may lead to: the next piece, and below a bold line all before the next one."""
    for following in pieces[index + 1 :]:
        if tasks.is_lead(following) and _is_strong(following):
            return
        yield following
        if not _is_strong(pieces[index]):
            return


def _is_strong(piece: Piece) -> bool:
    return isinstance(piece.block, Heading) or (isinstance(piece.block, Paragraph) and is_bold(piece.block.inlines))


def _is_list(piece: Piece) -> bool:
    block = piece.block
    if not isinstance(block, List) or not tasks.is_steps(piece):
        return False
    return len(block.items) >= MIN_STEPS and (tasks.is_checklist(block) or block.items[0].number <= 1)


def _is_marked(piece: Piece) -> bool:
    block = piece.block
    return isinstance(block, Paragraph | Heading) and marks.find(plain(block.inlines)) is not None
