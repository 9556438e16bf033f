"""Lists and their items, with boxes to tick or without; lists of definitions."""

import re

from stepsheet.importing.markup.assembly.gathering import blocks, flat, terms
from stepsheet.importing.markup.frames import Definition, Frame, Node, Term
from stepsheet.importing.tree import Blocks, Item, List, Paragraph, Words

_BOX = re.compile(r"\[([ xX])\][ \t]+")


def list_(frame: Frame) -> list[Node]:
    """The list; words between its items come before it."""
    items = [node for node in frame.nodes if isinstance(node, Item)]
    before = blocks(node for node in frame.nodes if not isinstance(node, Item))
    ordered = frame.attributes.get("") == "ol"
    if ordered and not frame.strict:
        items = _counted(items, _start(frame))
    tight = frame.attributes.get("tight", "tight") == "tight"
    line = items[0].line if items and frame.strict else frame.line
    return [*before, *([List(line, ordered, tuple(items), tight)] if items else [])]


def _start(frame: Frame) -> int:
    text = frame.attributes.get("start", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < len("0000000000") else 1


def _counted(items: list[Item], number: int) -> list[Item]:
    return [Item(item.line, item.blocks, item.checked, index) for index, item in enumerate(items, number)]


def item(frame: Frame) -> list[Node]:
    """The item; a box at its head is its state, not its words."""
    inner = blocks(frame.nodes)
    number = int(frame.attributes.get("number", "0"))
    checked, inner = _box(inner)
    return [Item(frame.line, inner, checked, number)]


def _box(inner: Blocks) -> tuple[bool | None, Blocks]:
    match inner:
        case (Paragraph(line=line, inlines=(Words(text=text), *rest)), *others) if box := _BOX.match(text):
            words = text[box.end() :]
            return box[1] != " ", (Paragraph(line, (*([Words(words)] if words else []), *rest)), *others)
        case _:
            return None, inner


def term_list(frame: Frame) -> list[Node]:
    """Terms and definitions, as a list; what is neither comes before it."""
    parts = [node for node in frame.nodes if isinstance(node, Term | Definition)]
    items = tuple(terms(parts))
    before = blocks(node for node in frame.nodes if not isinstance(node, Term | Definition))
    return [*before, *([List(frame.line, ordered=False, items=items)] if items else [])]


def term(frame: Frame) -> list[Node]:
    """A term: one line."""
    inlines = flat(blocks(frame.nodes))
    return [Term(frame.line, inlines)] if inlines else []


def definition(frame: Frame) -> list[Node]:
    """What a term means."""
    return [Definition(frame.line, blocks(frame.nodes))]
