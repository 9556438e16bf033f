"""The sections of a guide, in order: each heading that is no step, with the steps below it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from stepsheet.importing.classify import headings, leads, runs, tasks
from stepsheet.importing.classify.inlines import flat, unwrapped
from stepsheet.importing.classify.options import Condition
from stepsheet.importing.classify.outline import Node, flattened, title
from stepsheet.importing.classify.pieces import DEEP, Piece, Pieces, Reader
from stepsheet.importing.classify.tasks import Task
from stepsheet.importing.tree import Heading, Inlines

DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A section: its level, what stands before its steps, the steps, what follows them.

    `heading` is None for the steps of a page that stand under its title; `sure` says that the steps make a procedure.
    """

    level: int
    title: Inlines
    line: int
    heading: Heading | None = None
    when: Condition = ()
    before: Pieces = ()
    tasks: tuple[Task, ...] = ()
    after: Pieces = ()
    sure: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing but its title."""
        return not (self.before or self.tasks or self.after)


def parts(root: Node, name: Inlines, reader: Reader) -> tuple[Pieces, tuple[Part, ...]]:
    """What stands before the first section, and the sections."""
    root = leads.divided(root)
    found = headings.steps(root.children, None)
    before_steps = min(found, default=len(root.children))
    run = runs.run(root.own, reader)
    own = Part(1, name, 1, None, (), (), run.tasks, run.after, run.sure)
    made = [own] if run.tasks else []
    intro = run.before if run.tasks else (*run.before, *run.after)
    made += chain.from_iterable(_sections(node, 1, reader) for node in root.children[:before_steps])
    if found:
        stepped, later = _heading_steps(root.children[before_steps:], None, reader)
        made.append(Part(1, name, stepped[0].line, None, (), (), stepped, (), sure=True))
        made += chain.from_iterable(_sections(node, 1, reader) for node in later)
    return _settled(intro, made)


def _sections(node: Node, level: int, reader: Reader) -> Iterator[Part]:
    """A heading's section and those below it."""
    node = leads.divided(node)
    if level >= DEEPEST and node.children and not headings.steps(node.children, node.heading):
        yield from _deepest(node, level, reader)
        return
    found = headings.steps(node.children, node.heading)
    first = min(found, default=len(node.children))
    run = runs.run(node.own, reader)
    part = _part(node, level, run)
    below = min(level + 1, DEEPEST)
    if not found:
        yield part
        yield from chain.from_iterable(_sections(child, below, reader) for child in node.children)
        return
    stepped, later = _heading_steps(node.children[first:], node.heading, reader)
    earlier = node.children[:first]
    aside = tuple(piece for child in earlier for piece in (*title(child), *flattened(child)))
    yield _with_steps(part, aside, stepped)
    yield from chain.from_iterable(_sections(child, below, reader) for child in later)


def _with_steps(part: Part, aside: Pieces, stepped: tuple[Task, ...]) -> Part:
    """The section with the steps that headings make; what follows its own steps stays between the two."""
    if not part.tasks:
        return replace(part, before=(*part.before, *part.after, *aside), tasks=stepped, after=(), sure=True)
    last = tasks.extended(part.tasks[-1], (*part.after, *aside))
    return replace(part, tasks=(*part.tasks[:-1], last, *stepped), after=(), sure=True)


def _deepest(node: Node, level: int, reader: Reader) -> Iterator[Part]:
    """A section with headings below the deepest level: bold lines in it, or sections beside it if they have steps."""
    whole = runs.run((*node.own, *(piece for child in node.children for piece in flattened(child))), reader)
    if not whole.tasks:
        yield _part(node, level, runs.Run((*node.own, *flattened(replace(node, own=())))))
        return
    yield _part(node, level, runs.run(node.own, reader))
    yield from chain.from_iterable(_sections(child, level, reader) for child in node.children)


def _part(node: Node, level: int, run: runs.Run) -> Part:
    heading = node.heading or Heading(1, DEEP, ())
    words = unwrapped(flat(heading.inlines))
    return Part(level, words, heading.line, heading, node.when, run.before, run.tasks, run.after, run.sure)


def _heading_steps(
    nodes: tuple[Node, ...], parent: Heading | None, reader: Reader
) -> tuple[tuple[Task, ...], tuple[Node, ...]]:
    """The steps that headings make, those between them as titles in them, and the headings behind the last."""
    found = headings.steps(nodes, parent)
    last = max(found)
    made: list[Task] = []
    for index, node in enumerate(nodes[: last + 1]):
        pieces = (*title(node), *flattened(node))
        task = tasks.build(pieces, reader, marked=True) if index in found else None
        if task:
            made.append(replace(task, when=node.when))
        else:
            made[-1] = tasks.extended(made[-1], pieces)
    return tuple(made), nodes[last + 1 :]


def _settled(intro: Pieces, made: list[Part]) -> tuple[Pieces, tuple[Part, ...]]:
    """The sections, those that say nothing as bold lines behind what stands before them; no level is skipped."""
    kept: list[Part] = []
    for index, part in enumerate(made):
        if part.is_empty and not (index + 1 < len(made) and made[index + 1].level > part.level):
            piece = Piece(replace(part.heading or Heading(1, DEEP, ()), level=DEEP), part.when)
            intro, kept = _appended(intro, kept, piece)
        else:
            deepest = kept[-1].level + 1 if kept else 1
            kept.append(replace(part, level=min(part.level, deepest)))
    return intro, tuple(kept)


def _appended(intro: Pieces, kept: list[Part], piece: Piece) -> tuple[Pieces, list[Part]]:
    if not kept:
        return (*intro, piece), kept
    last = kept[-1]
    if last.tasks:
        return intro, [*kept[:-1], replace(last, after=(*last.after, piece))]
    return intro, [*kept[:-1], replace(last, before=(*last.before, piece))]
