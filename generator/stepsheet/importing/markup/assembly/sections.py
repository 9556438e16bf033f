"""Passages that are set off: headings, hints, tabs, steppers, quotations, what is folded."""

import re
from dataclasses import replace

from stepsheet.importing.markup import gitbook
from stepsheet.importing.markup.assembly.gathering import blocks, flat
from stepsheet.importing.markup.events import Origin, Start
from stepsheet.importing.markup.frames import Caption, Footnote, Frame, Node
from stepsheet.importing.markup.spans import trimmed
from stepsheet.importing.tree import (
    Block,
    Blocks,
    Expandable,
    Figure,
    Group,
    Heading,
    Hint,
    Inlines,
    Listing,
    Paragraph,
    Quote,
    Repair,
    Stepper,
    StepperStep,
    Tab,
    Tabs,
    Words,
    words,
)

# GitBook has the first four; the others are those of Material, VitePress and GitHub.
_STYLES = {
    "info": "note",
    "warning": "warning",
    "danger": "danger",
    "success": "tip",
    "note": "note",
    "tip": "tip",
    "hint": "tip",
    "caution": "caution",
    "important": "caution",
    "attention": "warning",
    "error": "danger",
    "": "note",
}
_GITBOOK_STYLES = frozenset({"info", "warning", "danger", "success"})
_ANCHOR = re.compile(r"[ \t]*\{#([\w:.-]+)\}$")
_ALERT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*", re.IGNORECASE)

Made = tuple[list[Node], tuple[Repair, ...]]


def caption_of(frame: Frame) -> tuple[Inlines, list[Node]]:
    """The title that a block was given, and the nodes without it; pictures in a title come first below it."""
    title = frame.attributes.get("title", "")
    if title or frame.origin is Origin.DIRECTIVE:
        return ((Words(title),) if title else ()), frame.nodes
    for index, node in enumerate(frame.nodes):
        if isinstance(node, Caption):
            return node.inlines, [*frame.nodes[:index], *node.figures, *frame.nodes[index + 1 :]]
    return (), frame.nodes


def heading(frame: Frame) -> Made:
    """The heading; one without words is none, and its pictures are figures."""
    inner = blocks(frame.nodes)
    inlines, anchor = _anchored(flat(inner))
    if not words(inlines).strip():
        figures: list[Node] = [block for block in inner if isinstance(block, Figure)]
        what = "a heading of pictures is read as the pictures" if figures else "a heading without words is left out"
        return figures, (Repair(frame.line, what),)
    level = int(frame.attributes.get("level") or frame.name[1:])
    return [Heading(frame.line, level, inlines, anchor or frame.anchor or frame.attributes.get("id", ""))], ()


def _anchored(inlines: Inlines) -> tuple[Inlines, str]:
    match inlines:
        case (*before, Words(text=text)) if found := _ANCHOR.search(text):
            return trimmed((*before, Words(text[: found.start()]))), found[1]
        case _:
            return inlines, ""


def hint(frame: Frame) -> Made:
    """The hint; a style that has no kind of its own is a note with its name for a title, as Material shows it."""
    title, nodes = caption_of(frame)
    style = frame.attributes.get("style", "").lower()
    repairs: tuple[Repair, ...] = ()
    if frame.origin is Origin.DIRECTIVE and style not in _GITBOOK_STYLES:
        what = f"GitBook has no hint of style {style!r}" if style else "the hint has no style"
        repairs = (Repair(frame.line, what),)
    elif style in _STYLES and words(title).lower() == style:
        if frame.attributes.get("titled"):
            repairs = (Repair(frame.line, "a title that only says the kind of the hint is left out", words(title)),)
        title = ()  # the parser's own, when the author gave none
    elif style not in _STYLES:
        title = title or (Words(style.capitalize()),)
    return [Hint(frame.line, _STYLES.get(style, "note"), blocks(nodes), title)], repairs


def quote(frame: Frame) -> Made:
    """The quotation, or the alert that GitHub makes of one."""
    inner = blocks(frame.nodes)
    match inner:
        case (Paragraph(line=line, inlines=(Words(text=text), *rest)), *others) if kind := _ALERT.match(text):
            said = trimmed((Words(text[kind.end() :]), *rest))
            first = (Paragraph(line, said),) if said else ()
            return [Hint(frame.line, _STYLES[kind[1].lower()], (*first, *others))], ()
        case _:
            return [Quote(frame.line, inner)] if inner else [], ()


def tab(frame: Frame) -> Made:
    """One tab."""
    title, nodes = caption_of(frame)
    return [Tab(frame.line, title, blocks(nodes))], ()


def tabs(frame: Frame) -> Made:
    """The tabs; what stands before the first comes before them, what stands between two belongs to the former."""
    before: list[Node] = []
    made: list[Tab] = []
    named = frame.attributes.get("what") == "code-group"
    for node in frame.nodes:
        if isinstance(node, Tab):
            made.append(node)
        elif named and isinstance(node, Listing):
            made.append(Tab(node.line, (Words(node.title or node.language),), (replace(node, title=""),)))
        elif made:
            made[-1] = Tab(made[-1].line, made[-1].title, (*made[-1].blocks, *blocks([node])))
        else:
            before.append(node)
    return [*before, *([Tabs(frame.line, tuple(made))] if made else [])], ()


def step(frame: Frame) -> Made:
    """One step of a stepper."""
    title = gitbook.title(_start(frame))
    first: Blocks = (Heading(frame.line, 3, title),) if title else ()
    return [StepperStep(frame.line, (*first, *blocks(frame.nodes)))], ()


def stepper(frame: Frame) -> Made:
    """The stepper; its loose words go where those of tabs go."""
    before: list[Node] = []
    made: list[StepperStep] = []
    for node in frame.nodes:
        if isinstance(node, StepperStep):
            made.append(node)
        elif made:
            made[-1] = StepperStep(made[-1].line, (*made[-1].blocks, *blocks([node])))
        else:
            before.append(node)
    return [*before, *([Stepper(frame.line, tuple(made))] if made else [])], ()


def expandable(frame: Frame) -> Made:
    """What is folded under a title; a folded warning is a warning first."""
    title, nodes = caption_of(frame)
    style = frame.attributes.get("style", "")
    kind = _STYLES.get(style, "")
    if kind in {"danger", "warning", "caution"}:
        return [Hint(frame.line, kind, blocks(nodes), title)], ()
    return [Expandable(frame.line, title, blocks(nodes))], ()


def caption(frame: Frame) -> Made:
    """The title of the block around."""
    inner = blocks(frame.nodes)
    figures = tuple(block for block in inner if isinstance(block, Figure))
    inlines = flat(tuple(block for block in inner if not isinstance(block, Figure)))
    return ([Caption(frame.line, inlines, figures)] if inlines or figures else []), ()


def group(frame: Frame) -> Made:
    """Blocks held together by a name."""
    inner = blocks(frame.nodes)
    what = frame.attributes.get("what") or frame.name
    title = gitbook.title(_start(frame)) if frame.origin is Origin.DIRECTIVE else caption_of(frame)[0]
    if inner or title:
        return [Group(frame.line, what, inner, title)], ()
    return [], (Repair(frame.line, f"{frame.said or what} holds nothing", "" if frame.said else what),)


def footnote(frame: Frame) -> Made:
    """A note, its number before its words."""
    number = f"[{frame.attributes['number']}]"
    inner = blocks(frame.nodes)
    match inner:
        case (Paragraph(line=line, inlines=inlines), *others):
            first: Block = Paragraph(line, (Words(f"{number} "), *inlines))
            return [Footnote(frame.line, (first, *others))], ()
        case _:
            return [Footnote(frame.line, (Paragraph(frame.line, (Words(number),)), *inner))], ()


def _start(frame: Frame) -> Start:
    return Start(frame.line, frame.origin, frame.name, frame.kind, frame.attributes)
