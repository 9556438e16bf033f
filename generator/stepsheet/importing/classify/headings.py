"""Headings that are steps: "Step 1: …" or "1. …" in sequence, unless they hold long procedures of their own."""

from stepsheet.importing.classify import marks, tasks
from stepsheet.importing.classify.commands import tells
from stepsheet.importing.classify.inlines import plain
from stepsheet.importing.classify.outline import Node, flattened
from stepsheet.importing.classify.tasks import MIN_STEPS
from stepsheet.importing.tree import Heading

MIN_HEADINGS = 2
MOST = 0.75


def steps(nodes: tuple[Node, ...], parent: Heading | None) -> frozenset[int]:
    """Which of the headings beside each other are steps, by their place; `parent` is the one they stand under."""
    marked = {index: mark for index, node in enumerate(nodes) if (mark := mark_of(node))}
    named = frozenset(index for index, mark in marked.items() if mark.named)
    found = named if len(named) >= MIN_HEADINGS else _counted(nodes, marked, parent)
    return frozenset() if _are_sections(tuple(nodes[index] for index in found)) else found


def _are_sections(nodes: tuple[Node, ...]) -> bool:
    """Whether nearly all of them hold steps of their own, or several hold headings that do."""
    long = sum(_has_steps(node) for node in nodes)
    deep = sum(any(_has_steps(child) for child in node.children) for node in nodes)
    return deep >= MIN_HEADINGS or (long >= MIN_HEADINGS and long >= MOST * len(nodes))


def mark_of(node: Node) -> marks.Mark | None:
    """The number that a heading begins with."""
    return marks.find(plain(node.heading.inlines)) if node.heading else None


def _counted(nodes: tuple[Node, ...], marked: dict[int, marks.Mark], parent: Heading | None) -> frozenset[int]:
    """Headings that are numbered without a gap from one, and tell the reader to do something."""
    numbers = [mark.number for mark in marked.values()]
    in_order = numbers == list(range(min(numbers, default=0), len(numbers) + min(numbers, default=0)))
    if len(numbers) < MIN_HEADINGS or numbers[0] > 1 or not in_order:
        return frozenset()
    telling = sum(_tells(nodes[index]) or _has_steps(nodes[index]) for index in marked)
    announced = parent is not None and marks.speaks_of_steps(plain(parent.inlines))
    return frozenset(marked) if announced or telling * 2 > len(marked) else frozenset()


def _tells(node: Node) -> bool:
    heading = plain(node.heading.inlines) if node.heading else ""
    return not heading.endswith(("?", "？")) and tells(heading.lstrip("0123456789.) "))


def _has_steps(node: Node) -> bool:
    return any(tasks.is_steps(piece) and tasks.size(piece) >= MIN_STEPS for piece in flattened(node))
