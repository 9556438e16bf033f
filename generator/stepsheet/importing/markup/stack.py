"""What is open on a page: ends are matched with what they end, well placed or not.

Markdown's own containers always end in their place. A tag of GitBook or HTML may end inside a container that was opened
after it: then it ends with that container. One that is never ended ends with the container it is in. Both are repairs.
"""

from stepsheet.importing.markup import assembly, elements
from stepsheet.importing.markup.events import End, Origin, Start
from stepsheet.importing.markup.frames import Footnote, Frame, Node
from stepsheet.importing.tree import Blocks, Repair

MAX_DEPTH = 40
# These end without a word when what is around them does, or their next begins.
_OPEN_ENDED = frozenset({"cell", "row", "item", "term", "definition", "caption", "script"})
# What a tag of GitBook cannot stand in, and beyond which that does not hold.
_ALONE = {"tab": "tabs", "step": "stepper", "column": "columns", "update": "updates", "hint": ""}
_NAMES = {"item": "a list item", "quote": "a quotation", "table": "a table"}


class Stack:
    """Opens and closes; `repairs` are what it had to mend."""

    def __init__(self) -> None:
        self.frames = [Frame(1, Origin.MARKDOWN, "page", "page")]
        self.repairs: list[Repair] = []
        self.notes: list[Footnote] = []
        self.skipped: dict[tuple[Origin, str], int] = {}
        self.anchor = ""

    @property
    def top(self) -> Frame:
        """What was opened last."""
        return self.frames[-1]

    def put(self, nodes: list[Node]) -> None:
        """Something stands in what was opened last."""
        self.top.nodes += nodes
        self.top.ended.clear()
        self.anchor = ""

    def finish(self) -> Blocks:
        """The blocks of the page, its footnotes last."""
        self._end_inner()
        notes = tuple(block for note in self.notes for block in note.blocks)
        return assembly.blocks(self.top.nodes) + notes

    def start(self, event: Start) -> None:
        """Something begins."""
        self._end_before(event)
        frame = Frame(event.line, event.origin, event.name, event.kind, event.attributes, event.said)
        if not frame.strict and len(self.frames) > MAX_DEPTH:
            self.skipped[frame.key] = self.skipped.get(frame.key, 0) + 1
            self._mend(event.line, f"{event.said} is nested too deep and is left out")
            return
        frame.anchor, self.anchor = self.anchor, ""
        self.frames.append(frame)

    def end(self, event: End) -> None:
        """Something ends, here or somewhere around."""
        if event.origin is Origin.MARKDOWN:
            self._end_strict()
            return
        key = event.origin, event.name
        if self.skipped.get(key):
            self.skipped[key] -= 1
        elif key in self.top.ended:
            self.top.ended.remove(key)
        else:
            self._end_soft(event, key)

    def _end_soft(self, event: End, key: tuple[Origin, str]) -> None:
        inside: int | None = None
        for index in range(len(self.frames) - 1, 0, -1):
            if self.frames[index].key == key:
                if inside is None:
                    self._end_down_to(index + 1)
                    self._close()
                else:
                    self._end_later(event, inside)
                return
            inside = index if self.frames[index].strict else inside
        if elements.FRAMES.get(event.name) not in _OPEN_ENDED:
            self._mend(event.line, f"{event.said} ends nothing that is open")

    def _end_later(self, event: End, inside: int) -> None:
        """End something when the container of Markdown ends that stands in it; of a list, the item."""
        frame = self.frames[inside]
        if frame.kind == "list" and len(self.frames) > inside + 1:
            frame = self.frames[inside + 1]
        frame.late.append(event)
        self._mend(event.line, f"{event.said} stands inside {_NAMES.get(frame.kind, 'another block')}")

    def _end_strict(self) -> None:
        """Markdown's container ends, and whatever was left open in it."""
        ended = [*self._end_inner(), *self.top.ended]
        late = self.top.late
        self._close()
        self.top.ended = ended
        cut = self.top if late and self.top.kind == "list" and self.top.strict else None
        if cut:
            self._close()
        for event in late:
            self.end(event)
        if cut:
            self.frames.append(Frame(cut.line, cut.origin, cut.name, cut.kind, cut.attributes))

    def _end_before(self, event: Start) -> None:
        """End what cannot hold this: an item its next, a tab the next one, a hint another hint."""
        if event.origin is Origin.ELEMENT and event.name in elements.ENDS:
            ended, borders = elements.ENDS[event.name]
        elif event.origin is Origin.DIRECTIVE and event.name in _ALONE:
            ended, borders = frozenset({event.name}), frozenset({_ALONE[event.name]})
        else:
            return
        for index in range(len(self.frames) - 1, 0, -1):
            frame = self.frames[index]
            if frame.strict or frame.name in borders:
                return
            if frame.name in ended and frame.origin is event.origin:
                self._end_down_to(index)
                return

    def _end_inner(self) -> list[tuple[Origin, str]]:
        """End what was left open in the innermost container of Markdown, and say what that was."""
        ended = []
        while not self.top.strict:
            ended.append(self.top.key)
            self.forsake()
        return ended

    def _end_down_to(self, index: int) -> None:
        while len(self.frames) > index:
            self.forsake()

    def forsake(self) -> None:
        """End something that nobody ended."""
        frame = self.top
        if frame.kind not in _OPEN_ENDED:
            self._mend(frame.line, f"{frame.said} is never closed")
        beyond = assembly.beyond(frame)
        self._close()
        self.top.nodes += beyond

    def _close(self) -> None:
        nodes, repairs = assembly.assemble(self.frames.pop())
        self.repairs += repairs
        self.notes += [node for node in nodes if isinstance(node, Footnote)]
        self.put([node for node in nodes if not isinstance(node, Footnote)])

    def _mend(self, line: int, what: str) -> None:
        self.repairs.append(Repair(line, what))
