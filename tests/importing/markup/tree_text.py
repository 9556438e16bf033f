"""A block tree as text: a block a line, with its line in the source; what it holds is indented below it.

Spans are written as Markdown writes them, a hard break as `⏎`; `alt=` is only there when the source says something.
"""

import json
from collections.abc import Iterator

from stepsheet.importing.tree import (
    Block,
    Blocks,
    Break,
    CodeSpan,
    Download,
    Embed,
    Emphasis,
    Expandable,
    Figure,
    Formula,
    Group,
    Heading,
    Hint,
    Icon,
    Inline,
    Inlines,
    Item,
    Link,
    List,
    Listing,
    Page,
    PageLink,
    Paragraph,
    Quote,
    Repair,
    Rule,
    Stepper,
    Strong,
    Table,
    Tabs,
    Unknown,
    Words,
)


def page_text(page: Page) -> str:
    """The whole page: its fields, its blocks, its repairs."""
    fields = [f"fields {json.dumps(page.fields, ensure_ascii=False)}"] if page.fields else []
    return "".join(f"{line}\n" for line in (*fields, *_blocks(page.blocks), *map(_repair, page.repaired)))


def _repair(repair: Repair) -> str:
    kind = "" if repair.kind == "markup" else f" ({repair.kind})"
    return f"~ {repair.line}{kind} {repair.what}" + (f": {repair.text!r}" if repair.text else "")


def _blocks(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _inside(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _block(block: Block) -> Iterator[str]:
    yield f"{block.line} {_head(block)}".rstrip()
    match block:
        case Quote(blocks=blocks) | Hint(blocks=blocks) | Expandable(blocks=blocks) | Group(blocks=blocks):
            yield from _inside(_blocks(blocks))
        case List(items=items):
            yield from _inside(line for item in items for line in _item(item))
        case Tabs(tabs=tabs):
            yield from _inside(line for tab in tabs for line in _part("tab", tab.line, tab.blocks, tab.title))
        case Stepper(steps=steps):
            yield from _inside(line for step in steps for line in _part("step", step.line, step.blocks))
        case Table():
            yield from _inside(_table(block))
        case Listing(text=text) | Formula(tex=text):
            yield from (f"  | {line}".rstrip() for line in text.split("\n"))
        case _:
            pass


def _head(block: Block) -> str:  # noqa: PLR0911 - one for each kind
    match block:
        case Heading():
            return f"h{block.level} {spans(block.inlines)}" + (f" #{block.anchor}" if block.anchor else "")
        case Paragraph():
            return f"p {spans(block.inlines)}"
        case Figure():
            return f"figure {_picture(block)}"
        case List():
            return ("ordered" if block.ordered else "bullets") + ("" if block.tight else " loose")
        case Listing():
            return f"code {block.language}" + (f" titled {block.title!r}" if block.title else "")
        case Table():
            return "table " + " ".join(align or "-" for align in block.align)
        case Hint():
            return f"{block.style} {spans(block.title)}"
        case Expandable():
            return f"folded {spans(block.title)}"
        case Group():
            return f"group {block.what} {spans(block.title)}"
        case _:
            return _leading(block)


def _leading(block: Block) -> str:
    match block:
        case PageLink():
            return f"page {block.href} {spans(block.inlines)}"
        case Embed():
            return f"embed {block.url} {spans(block.caption)}"
        case Download():
            return f"file {block.src} {spans(block.caption)}"
        case Unknown():
            return f"unknown {block.what}: {block.text}"
        case Quote() | Tabs() | Stepper() | Formula() | Rule():
            return type(block).__name__.lower()
        case _:
            raise AssertionError(block)


def _picture(figure: Figure) -> str:
    said = "" if figure.alt is None else f" alt={figure.alt!r}"
    leads = f" leads to {figure.href}" if figure.href else ""
    dark = f" dark {figure.dark}" if figure.dark else ""
    caption = f" caption {spans(figure.caption)}" if figure.caption else ""
    return f"{figure.src}{said}{leads}{dark}{caption}"


def _item(item: Item) -> Iterator[str]:
    mark = f"{item.number}." if item.number else "-"
    box = {None: "", True: " [x]", False: " [ ]"}[item.checked]
    yield f"{item.line} {mark}{box}"
    yield from _inside(_blocks(item.blocks))


def _part(name: str, line: int, blocks: Blocks, title: Inlines = ()) -> Iterator[str]:
    yield f"{line} {name} {spans(title)}".rstrip()
    yield from _inside(_blocks(blocks))


def _table(table: Table) -> Iterator[str]:
    for name, cells in [*([("head", table.head)] if table.head else []), *(("row", row) for row in table.rows)]:
        yield name
        for cell in cells:
            yield from _inside(_cell(cell))


def _cell(blocks: Blocks) -> Iterator[str]:
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        yield f"* {spans(blocks[0].inlines)}"
    else:
        yield "*"
        yield from _inside(_blocks(blocks))


def spans(inlines: Inlines) -> str:
    """The spans of a line."""
    return "".join(map(_span, inlines))


def _span(span: Inline) -> str:  # noqa: PLR0911 - one for each kind
    match span:
        case Words(text=text):
            return text
        case CodeSpan(text=text):
            return f"`{text}`"
        case Strong(children=children):
            return f"**{spans(children)}**"
        case Emphasis(children=children):
            return f"*{spans(children)}*"
        case Link(href=href, children=children, title=title):
            return f"[{spans(children)}]({href}{f' {title!r}' if title else ''})"
        case Icon(src=src, alt=alt, title=title):
            said = "" if alt is None else f" alt={alt!r}"
            return f"![{src}{said}{f' {title!r}' if title else ''}]"
        case Break():
            return "⏎"
