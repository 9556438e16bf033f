"""Figures, listings, and blocks that lead elsewhere: pages, files, frames of other sites."""

import re

from stepsheet.importing.markup import gitbook
from stepsheet.importing.markup.assembly.gathering import blocks, flat
from stepsheet.importing.markup.assembly.sections import Made, group
from stepsheet.importing.markup.frames import Caption, Frame, Node
from stepsheet.importing.markup.spans import spoken
from stepsheet.importing.tree import (
    Download,
    Embed,
    Figure,
    Inlines,
    Link,
    Listing,
    PageLink,
    Paragraph,
    Repair,
    Words,
)

_LANGUAGE = re.compile(r"\blang(?:uage)?-([\w#+.-]+)")


def figure(frame: Frame) -> Made:
    """The pictures of a figure; its caption is that of the last."""
    captions = [node for node in frame.nodes if isinstance(node, Caption)]
    made: list[Node] = [node for node in frame.nodes if not isinstance(node, Caption)]
    inlines = flat(tuple(Paragraph(node.line, node.inlines) for node in captions if node.inlines))
    made += [figure for node in captions for figure in node.figures]
    places = [index for index, node in enumerate(made) if isinstance(node, Figure)]
    if not inlines:
        return made, ()
    if not places:
        return [*made, Paragraph(captions[0].line, inlines)], ()
    last = made[places[-1]]
    if isinstance(last, Figure):
        made[places[-1]] = Figure(last.line, last.src, last.alt, inlines, last.href, last.dark)
    return made, ()


def listing(frame: Frame) -> Made:
    """Preformatted text: code."""
    text = "".join(frame.text)
    classes = f"{frame.attributes.get('code', '')} {frame.attributes.get('class', '')}"
    language = _LANGUAGE.search(classes)
    if not text.strip():
        return frame.nodes, ()
    title = frame.attributes.get("data-title", "")
    text = text.removeprefix("\n").rstrip("\n")
    name = language[1].lower() if language else ""
    return [Listing(frame.line, text, name, title), *frame.nodes], ()


def script(frame: Frame) -> Made:
    """A program or a style sheet: no reader reads it."""
    text = " ".join("".join(frame.text).split())
    return frame.nodes, (Repair(frame.line, f"<{frame.name}> is left out", text),)


def captioned(frame: Frame) -> Made:
    """A listing with the title that the tag around it gives."""
    inner = blocks(frame.nodes)
    title = frame.attributes.get("title", "")
    match inner:
        case (Listing() as only,):
            return [Listing(only.line, only.text, only.language, title or only.title)], ()
        case _ if title:
            return group(frame)
        case _:
            return list(inner), ()


def page_link(frame: Frame) -> Made:
    """A block that leads to a page, with what it says about it."""
    inner = blocks(frame.nodes)
    href = frame.attributes.get("url", "") or frame.attributes.get("rest", "")
    if all(isinstance(block, Paragraph) for block in inner):
        return [PageLink(frame.line, href, _unlinked(flat(inner), href))], ()
    return [PageLink(frame.line, href), *inner], ()


def _unlinked(inlines: Inlines, href: str) -> Inlines:
    """The words of the link that GitBook writes into the tag, with the same address."""
    match inlines:
        case (Link(href=same, children=children),) if same == href:
            return children
        case _:
            return inlines


def embed(frame: Frame) -> Made:
    """Something of another site, with its caption."""
    caption, others = _captioned(frame)
    return [
        Embed(frame.line, frame.attributes.get("url", "") or frame.attributes.get("rest", ""), caption),
        *others,
    ], ()


def download(frame: Frame) -> Made:
    """A file, with its caption."""
    caption, others = _captioned(frame)
    src = frame.attributes.get("src", "") or frame.attributes.get("url", "")
    said = gitbook.said(frame.attributes, ("caption", "name"))
    if caption and said and spoken(caption) != spoken(said):
        said = (*said, Words(" "))
    return [Download(frame.line, src, (*said, *caption) if said != caption else caption), *others], ()


def _captioned(frame: Frame) -> tuple[Inlines, list[Node]]:
    """The caption, when paragraphs are all there is; else the blocks."""
    inner = blocks(frame.nodes)
    if all(isinstance(block, Paragraph) for block in inner):
        return flat(inner), []
    return (), list(inner)
