"""Events to blocks: words gather in runs, and every edge makes paragraphs and figures of a run."""

from collections.abc import Iterable

from stepsheet.importing.markup import elements
from stepsheet.importing.markup.events import (
    Anchored,
    Broken,
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
from stepsheet.importing.markup.paragraphs import divide, figure
from stepsheet.importing.markup.run import Run, picture
from stepsheet.importing.markup.stack import Stack
from stepsheet.importing.tree import Blocks, Repair

_SPANS = frozenset({"strong", "em", "link", "code"})
_RAW = frozenset({"listing", "script"})
# Containers in which a blank is nothing.
_STRUCTURE = frozenset({"tabs", "table", "row", "list", "stepper", "terms"})
# The ends of spans, by origin.
_ENDS = {
    Origin.INLINE: frozenset({"strong", "em", "link"}),
    Origin.ELEMENT: frozenset(elements.INLINE),
    Origin.MARKDOWN: frozenset[str](),
    Origin.DIRECTIVE: frozenset[str](),
}


def fold(events: Iterable[Event]) -> tuple[Blocks, tuple[Repair, ...]]:
    """The blocks of a page, its footnotes last, and what was mended in it."""
    folding = _Folding()
    for event in events:
        folding.take(event)
    folding.flush()
    blocks = folding.stack.finish()
    return blocks, tuple(sorted(folding.stack.repairs, key=lambda repair: repair.line))


class _Folding:
    def __init__(self) -> None:
        self.stack = Stack()
        self.run: Run | None = None

    def take(self, event: Event) -> None:
        """One more event."""
        if isinstance(event, Said | SaidInCode | Broken | Shown):
            self._say(event)
        elif isinstance(event, Start | End):
            self._mark(event)
        elif isinstance(event, LeftOut):
            self.stack.repairs.append(Repair(event.line, event.what, event.text))
        elif isinstance(event, Anchored):
            self.stack.top.anchor = self.stack.anchor = event.name
        else:
            self.flush()
            if isinstance(event, Ready):
                self._leave_raw()
                self.stack.put([event.block])

    def flush(self) -> None:
        """The run of words ends: it is paragraphs and figures."""
        run, self.run = self.run, None
        if run is None:
            return
        nodes = list(divide(run.line, run.finish()))
        for text in run.left_out:
            self.stack.repairs.append(Repair(run.line, "a link or an icon without words is left out", text))
        if nodes:
            self.stack.put([*nodes])
        if run.anchor:
            self.stack.top.anchor = run.anchor
            self.stack.anchor = "" if nodes else run.anchor

    def _mark(self, event: Start | End) -> None:
        """A span of words, or a container of them, begins or ends."""
        if isinstance(event, Start):
            if event.origin is Origin.MARKDOWN:
                self._leave_raw()
            if self.stack.top.kind in _RAW:
                self._start_raw(event)
            elif event.kind in _SPANS:
                self._words(event.line).start(event)
            else:
                self.flush()
                self.stack.start(event)
        elif event.name in _ENDS[event.origin]:
            if self.run:
                self.run.end(event)
        else:
            self.flush()
            self.stack.end(event)

    def _leave_raw(self) -> None:
        """End preformatted text that nobody ended before the next block."""
        if self.stack.top.kind in _RAW:
            self.stack.forsake()

    def _start_raw(self, event: Start) -> None:
        """In preformatted text GitBook's tags are text; of HTML's only `<code>` counts, which names the language."""
        if event.origin is Origin.DIRECTIVE:
            self.stack.top.text.append(event.attributes[""])
        elif event.kind == "link" and event.attributes.get("href"):
            self.stack.repairs.append(Repair(event.line, "a link in code is left out", event.attributes["href"]))
        elif event.kind == "code" and event.attributes.get("class"):
            self.stack.top.attributes = {**self.stack.top.attributes, "code": event.attributes["class"]}

    def _say(self, event: Said | SaidInCode | Broken | Shown) -> None:
        if self.stack.top.kind in _RAW:
            self._say_raw(event)
            return
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

    def _say_raw(self, event: Said | SaidInCode | Broken | Shown) -> None:
        """A picture cannot stand in code: it comes after it."""
        if isinstance(event, Shown):
            self.stack.top.nodes.append(figure(picture(event), event.line))
        else:
            self.stack.top.text.append("\n" if isinstance(event, Broken) else event.text)

    def _words(self, line: int) -> Run:
        if self.run is None:
            self.run = Run(line)
        return self.run

    def _needs_no_blank(self) -> bool:
        return self.run is None or self.stack.top.kind in _STRUCTURE
