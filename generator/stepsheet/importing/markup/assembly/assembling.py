"""What each kind of container becomes when it ends."""

from collections.abc import Callable

from stepsheet.importing.markup.assembly import cards, lists, media, sections, tables
from stepsheet.importing.markup.assembly.gathering import blocks
from stepsheet.importing.markup.assembly.sections import Made
from stepsheet.importing.markup.frames import Cell, Frame, Node, Row


def assemble(frame: Frame) -> Made:
    """What a container is, now that it has ended, and what was mended in it."""
    return _KINDS[frame.kind](frame)


def _table(frame: Frame) -> Made:
    before = blocks(node for node in frame.nodes if not isinstance(node, Row | Cell))
    rows = tables.rows(frame.nodes)
    made, repairs = cards.read(frame.line, rows, frame.attributes.get("data-view", "")) if rows else ((), ())
    return [*before, *made], repairs


def _row(frame: Frame) -> Made:
    cells = tuple(node for node in frame.nodes if isinstance(node, Cell))
    before = blocks(node for node in frame.nodes if not isinstance(node, Cell))
    return [*before, *([Row(frame.line, cells)] if cells else [])], ()


def _cell(frame: Frame) -> Made:
    head = frame.attributes.get("") == "th"
    return [Cell(frame.line, blocks(frame.nodes), head, frame.attributes)], ()


def _plain(make: Callable[[Frame], list[Node]]) -> Callable[[Frame], Made]:
    return lambda frame: (make(frame), ())


_KINDS: dict[str, Callable[[Frame], Made]] = {
    "heading": sections.heading,
    "hint": sections.hint,
    "quote": sections.quote,
    "tab": sections.tab,
    "tabs": sections.tabs,
    "step": sections.step,
    "stepper": sections.stepper,
    "details": sections.expandable,
    "expandable": sections.expandable,
    "caption": sections.caption,
    "group": sections.group,
    "footnote": sections.footnote,
    "figure": media.figure,
    "listing": media.listing,
    "script": media.script,
    "captioned": media.captioned,
    "page-link": media.page_link,
    "embed": media.embed,
    "download": media.download,
    "list": _plain(lists.list_),
    "item": _plain(lists.item),
    "terms": _plain(lists.term_list),
    "term": _plain(lists.term),
    "definition": _plain(lists.definition),
    "table": _table,
    "row": _row,
    "cell": _cell,
}
