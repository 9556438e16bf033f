"""Blocks in the forms that Markdown has: what it has no form for becomes a bold title with its contents, a link, code.

What is left is paragraphs, headings, figures, lists, listings, tables, quotes, hints and rules.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote

from stepsheet.importing.tree import (
    Block,
    Blocks,
    Download,
    Embed,
    Expandable,
    Formula,
    Group,
    Heading,
    Hint,
    Inlines,
    Item,
    Link,
    List,
    Listing,
    PageLink,
    Paragraph,
    Quote,
    Stepper,
    Strong,
    Tab,
    Table,
    Tabs,
    Unknown,
    Words,
)


def simple(blocks: Blocks) -> Blocks:
    """The blocks in simple forms, at any depth."""
    return tuple(made for block in blocks for made in _simple(block))


def _simple(block: Block) -> Iterator[Block]:
    match block:
        case Tabs(tabs=tabs):
            for tab in tabs:
                yield from _titled(tab)
        case Expandable() | Group():
            yield from _titled(block)
        case Stepper():
            yield _list(block)
        case List(items=items):
            yield replace(block, items=tuple(replace(item, blocks=_inner(item.blocks)) for item in items))
        case Quote(blocks=inner):
            yield replace(block, blocks=_inner(inner))
        case Hint(blocks=inner):
            yield replace(block, blocks=(*_bold(block.line, block.title), *_inner(inner)), title=())
        case Table():
            rows = tuple(tuple(map(_inner, row)) for row in block.rows)
            yield replace(block, head=tuple(map(_inner, block.head)), rows=rows)
        case _:
            yield from _leaf(block)


def _leaf(block: Block) -> Iterator[Block]:
    match block:
        case Listing(line=line, title=title) if title:
            yield from (*_bold(line, (Words(title),)), replace(block, title=""))
        case PageLink(line=line, href=href, inlines=inlines):
            yield Paragraph(line, (Link(href, inlines),))
        case Embed(line=line, url=url, caption=caption):
            yield Paragraph(line, (Link(url, caption or (Words(url),)),))
        case Download(line=line, src=src, caption=caption):
            name = PurePosixPath(unquote(src)).name
            yield Paragraph(line, (Link(src, caption or (Words(name),)),))
        case Formula(line=line, tex=tex):
            yield Listing(line, tex, "tex")
        case Unknown(line=line, text=text):
            yield from (Listing(line, text),) if text.strip() else ()
        case _:
            yield block


def _titled(part: Tab | Expandable | Group) -> Iterator[Block]:
    yield from (*_bold(part.line, part.title), *simple(part.blocks))


def _bold(line: int, title: Inlines) -> Blocks:
    return (Paragraph(line, (Strong(title),)),) if title else ()


def _list(stepper: Stepper) -> List:
    items = enumerate(stepper.steps, 1)
    made = tuple(Item(step.line, _inner(step.blocks), None, number) for number, step in items)
    return List(stepper.line, ordered=True, items=made, tight=False)


def _inner(blocks: Blocks) -> Blocks:
    """Blocks inside another one, where a heading is a bold line."""
    return tuple(
        made
        for block in simple(blocks)
        for made in (_bold(block.line, block.inlines) if isinstance(block, Heading) else (block,))
    )
