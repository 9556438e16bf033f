"""Links to pages at the end of a page: the guides to follow after it."""

from stepsheet.importing.classify.inlines import plain
from stepsheet.importing.classify.notes import Notes
from stepsheet.importing.draft import PageRef
from stepsheet.importing.tree import Blocks, Group, Heading, PageLink, Paragraph, Rule


def onward(blocks: Blocks, notes: Notes) -> tuple[Blocks, tuple[PageRef, ...]]:
    """The page without the links to pages at its end, and the pages they lead to."""
    end = len(blocks)
    links: list[PageLink] = []
    while end and (isinstance(blocks[end - 1], Rule) or _links(blocks[end - 1 : end])):
        links = [*_links(blocks[end - 1 : end]), *links]
        end -= 1
    if not links:
        return blocks, ()
    last = blocks[end - 1] if end else None
    if isinstance(last, Paragraph) and plain(last.inlines).endswith((":", "：")):
        return blocks, ()
    if isinstance(last, Heading) and last.level > 1:
        notes.left(
            last.line, "the heading of the pages to go on with, which a guide has of its own", plain(last.inlines)
        )
        end -= 1
    for link in links:
        if plain(link.inlines):
            notes.left(
                link.line, "the words of links to go on with, which say the title of the page", plain(link.inlines)
            )
    refs = tuple(PageRef(link.line, link.href, link.inlines) for link in links)
    return blocks[:end], refs


def _links(blocks: Blocks) -> list[PageLink]:
    """The links to pages that the blocks are, none when they are anything else too."""
    found: list[PageLink] = []
    for block in blocks:
        if isinstance(block, Group) and block.blocks and not plain(block.title):
            inner = _links(block.blocks)
            if not inner:
                return []
            found += inner
        elif isinstance(block, PageLink) and _is_page(block.href):
            found.append(block)
        else:
            return []
    return found


def _is_page(href: str) -> bool:
    return "://" not in href and not href.startswith(("#", "mailto:", "//"))
