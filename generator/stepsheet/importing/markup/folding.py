"""Events to blocks: what is open is kept on a stack, ends are matched with what they end, well placed or not.

Markdown's own containers always end in their place. A tag of GitBook or HTML may end inside a container that was opened
after it: then it ends with that container. One that is never ended ends with the container it is in. Both are repairs.
"""

from collections.abc import Iterable

from stepsheet.importing.markup import assembly, elements
from stepsheet.importing.markup.events import (
    Anchored,
    Broken,
    Edge,
    End,
    Event,
    LeftOut,
    Origin,
    Ready,
    Said,
    SaidInCode,
    Shown,
    Start,
)
from stepsheet.importing.markup.frames import Footnote, Frame, Node
from stepsheet.importing.markup.paragraphs import divide
from stepsheet.importing.markup.run import Run
from stepsheet.importing.tree import Blocks, Repair

MAX_DEPTH = 40
_SPANS = frozenset({"strong", "em", "link", "code"})
_RAW = frozenset({"listing", "script"})
# Containers in which words have no place of their own.
_STRUCTURE = frozenset({"tabs", "table", "row", "list", "stepper", "terms"})
_OPEN_ENDED = frozenset({"cell", "row", "item", "term", "definition", "caption", "script"})
_TABBED = {"tab": "tabs", "step": "stepper", "column": "columns", "update": "updates", "hint": ""}


def fold(events: Iterable[Event]) -> tuple[Blocks, tuple[Repair, ...]]:
    """The blocks of a page, its footnotes last, and what was mended in it."""
    folding = _Folding()
    for event in events:
        folding.take(event)
    return folding.finish()


class _Folding:
    def __init__(self) -> None:
        self.frames = [Frame(1, Origin.MARKDOWN, "page", "page")]
        self.run: Run | None = None
        self.repairs: list[Repair] = []
        self.notes: list[Footnote] = []
        self.skipped: dict[tuple[Origin, str], int] = {}
        self.anchor = ""

    @property
    def top(self) -> Frame:
        """What was opened last."""
        return self.frames[-1]

    def take(self, event: Event) -> None:
        """One more event."""
        if self.top.kind in _RAW and not isinstance(event, End):
            self._take_raw(event)
            return
        match event:
            case Start(kind=kind) if kind in _SPANS:
                self._words(event.line).start(event)
            case End(name=name, origin=origin) if name in _ENDS[origin]:
                if self.run:
                    self.run.end(event)
            case Start():
                self._start(event)
            case End():
                self._flush()
                self._end(event)
            case Edge():
                self._flush()
            case Ready(block=block):
                self._flush()
                self._put([block])
            case Anchored(name=name):
                self.top.anchor = self.anchor = name
            case LeftOut(what=what, text=text):
                self.repairs.append(Repair(event.line, what, text))
            case _:
                self._say(event)

    def finish(self) -> tuple[Blocks, tuple[Repair, ...]]:
        """All of it, once the events have ended."""
        self._flush()
        self._end_inner()
        blocks = assembly.blocks(self.top.nodes)
        notes = tuple(block for note in self.notes for block in note.blocks)
        return blocks + notes, tuple(sorted(self.repairs, key=lambda repair: repair.line))

    def _words(self, line: int) -> Run:
        if self.run is None:
            self.run = Run(line)
        return self.run

    def _say(self, event: Event) -> None:
        if isinstance(event, Said) and (not event.text or (not event.text.strip() and self._needs_no_blank())):
            return
        run = self._words(event.line)
        match event:
            case Said(text=text):
                run.say(text)
            case SaidInCode(text=text):
                run.code(text)
            case Broken():
                run.stop()
            case Shown():
                run.show(event)
            case _:
                pass

    def _needs_no_blank(self) -> bool:
        return self.run is None or self.top.kind in _STRUCTURE

    def _take_raw(self, event: Event) -> None:
        """What stands in preformatted text: only its words count, and the language that its `<code>` names."""
        match event:
            case Said(text=text) | SaidInCode(text=text):
                self.top.text.append(text)
            case Broken():
                self.top.text.append("\n")
            case Start(kind="code", attributes=attributes) if attributes.get("class"):
                self.top.attributes = {**self.top.attributes, "code": attributes["class"]}
            case _:
                pass

    def _flush(self) -> None:
        """The run of words ends: it is paragraphs and figures."""
        run, self.run = self.run, None
        if run is None:
            return
        inlines = run.finish()
        nodes = list(divide(run.line, inlines))
        for text in run.left_out:
            self.repairs.append(Repair(run.line, "a link or icon without words is left out", text))
        if run.anchor:
            self.top.anchor = run.anchor
        if nodes:
            self._put(list(nodes))
        else:
            self.anchor = run.anchor or self.anchor

    def _put(self, nodes: list[Node]) -> None:
        self.top.nodes += nodes
        self.top.ended.clear()
        self.anchor = ""

    def _start(self, event: Start) -> None:
        self._flush()
        self._end_before(event)
        frame = Frame(event.line, event.origin, event.name, event.kind, event.attributes, event.said)
        if not frame.strict and len(self.frames) > MAX_DEPTH:
            self.skipped[frame.key] = self.skipped.get(frame.key, 0) + 1
            self.repairs.append(Repair(event.line, f"{event.said} is nested too deep and is left out"))
            return
        frame.anchor, self.anchor = self.anchor, ""
        self.frames.append(frame)

    def _end_before(self, event: Start) -> None:
        """End what cannot hold this: an item its next, a tab the next one, a hint another hint."""
        if event.origin is Origin.ELEMENT and event.name in elements.ENDS:
            ended, borders = elements.ENDS[event.name]
        elif event.origin is Origin.DIRECTIVE and event.name in _TABBED:
            ended, borders = frozenset({event.name}), frozenset({_TABBED[event.name]})
        else:
            return
        for index in range(len(self.frames) - 1, 0, -1):
            frame = self.frames[index]
            if frame.strict or frame.name in borders:
                return
            if frame.name in ended and frame.origin is event.origin:
                self._end_down_to(index)
                return

    def _end(self, event: End) -> None:
        if event.origin is Origin.MARKDOWN:
            self._end_strict()
            return
        key = event.origin, event.name
        if self.skipped.get(key):
            self.skipped[key] -= 1
            return
        if key in self.top.ended:
            self.top.ended.remove(key)
            return
        inside = -1
        for index in range(len(self.frames) - 1, 0, -1):
            if self.frames[index].key == key:
                self._end_found(event, index, inside)
                return
            inside = index if self.frames[index].strict else inside
        if event.name not in elements.FRAMES or elements.FRAMES[event.name] not in _OPEN_ENDED:
            self.repairs.append(Repair(event.line, f"{event.said} ends nothing that is open"))

    def _end_found(self, event: End, index: int, inside: int) -> None:
        if inside < 0:
            self._end_down_to(index + 1)
            self._close()
            return
        frame = self.frames[inside]
        if frame.kind == "list" and len(self.frames) > inside + 1:
            frame = self.frames[inside + 1]
        frame.late.append(event)
        self.repairs.append(Repair(event.line, f"{event.said} stands inside {_NAMES.get(frame.kind, frame.kind)}"))

    def _end_strict(self) -> None:
        """Markdown's container ends, and whatever was left open in it."""
        ended = self._end_inner()
        late = self.top.late
        self._close()
        self.top.ended = ended
        if not late:
            return
        again = self.top if self.top.kind == "list" and self.top.strict else None
        if again:
            self._close()
        for event in late:
            self._end(event)
        if again:
            self.frames.append(Frame(again.line, again.origin, again.name, again.kind, again.attributes))

    def _end_inner(self) -> list[tuple[Origin, str]]:
        """End what was left open in the innermost container of Markdown; the innermost last."""
        ended = []
        while not self.top.strict:
            ended.append(self.top.key)
            self._forsake()
        return ended

    def _end_down_to(self, index: int) -> None:
        while len(self.frames) > index:
            self._forsake()

    def _forsake(self) -> None:
        """End something that nobody ended. A hint holds no headings, so that it cannot have meant to go beyond one."""
        frame = self.top
        if frame.kind not in _OPEN_ENDED:
            self.repairs.append(Repair(frame.line, f"{frame.said} is never closed"))
        spilled = assembly.beyond(frame)
        self._close()
        self.top.nodes += spilled

    def _close(self) -> None:
        frame = self.frames.pop()
        nodes, repairs = assembly.assemble(frame)
        self.repairs += repairs
        self.notes += [node for node in nodes if isinstance(node, Footnote)]
        self._put([node for node in nodes if not isinstance(node, Footnote)])


# The ends of spans, by origin.
_ENDS = {
    Origin.INLINE: frozenset({"strong", "em", "link"}),
    Origin.ELEMENT: frozenset(elements.INLINE),
    Origin.MARKDOWN: frozenset[str](),
    Origin.DIRECTIVE: frozenset[str](),
}
_NAMES = {"item": "a list item", "quote": "a quotation", "table": "a table"}
