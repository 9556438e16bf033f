"""Blocks that a guide has no place for, as the nearest thing it has: a link, code or words."""

from pathlib import PurePosixPath
from urllib.parse import unquote

from stepsheet.importing.classify.inlines import flat, plain
from stepsheet.importing.classify.notes import Notes
from stepsheet.importing.tree import (
    Block,
    Blocks,
    CodeSpan,
    Download,
    Embed,
    Formula,
    Inlines,
    Link,
    Listing,
    PageLink,
    Paragraph,
    Unknown,
    Words,
)


def of(block: Embed | Download | Formula | Unknown | PageLink, notes: Notes) -> Blocks:
    """What stands for the block; a note says so, but for a link to a page, which stays a link."""
    match block:
        case PageLink():
            return (_link(block.line, block.href, block.inlines),)
        case Embed():
            notes.kept(block.line, f"an embed of {block.url!r}", "a link")
            return (_link(block.line, block.url, block.caption),)
        case Download():
            notes.kept(block.line, f"the file {block.src!r}", "a link")
            return (_link(block.line, block.src, block.caption),)
        case Formula():
            notes.kept(block.line, "a formula", "code")
            return (_code(block.line, block.tex),)
        case Unknown():
            notes.kept(block.line, f"the block {block.what!r}", "words" if block.text.strip() else "nothing")
            return (Paragraph(block.line, (Words(block.text),)),) if block.text.strip() else ()


def _link(line: int, href: str, inlines: Inlines) -> Block:
    children = flat(inlines) if plain(inlines) else (Words(name(href)),)
    if any(isinstance(child, Link) for child in children):
        return Paragraph(line, (*children, Words(" "), Link(href, (Words(name(href)),))))
    return Paragraph(line, (Link(href, children),))


def name(href: str) -> str:
    """What a link without words says: an address of the web as it is, a file by its name."""
    if "://" in href or href.startswith("mailto:"):
        return href
    path = PurePosixPath(unquote(href.partition("#")[0].partition("?")[0]))
    return (path.parent.name if path.stem.lower() in {"readme", "index"} else path.stem) or href


def _code(line: int, text: str) -> Block:
    return Listing(line, text, "tex") if "\n" in text.strip() else Paragraph(line, (CodeSpan(text.strip()),))
