"""A section that only lists what to have at hand."""

from stepsheet.importing.classify import ids
from stepsheet.importing.classify.inlines import flat, icons, plain
from stepsheet.importing.classify.notes import Notes
from stepsheet.importing.classify.parts import Part
from stepsheet.importing.classify.vocabulary import PREREQUISITES
from stepsheet.importing.draft import Line
from stepsheet.importing.tree import Break, Item, List, Paragraph


def found(part: Part) -> bool:
    """Whether the section is such a list."""
    blocks = [piece.block for piece in part.before]
    if part.tasks or part.after or len(blocks) != 1 or part.when or not _is_title(plain(part.title)):
        return False
    block = blocks[0]
    return isinstance(block, List) and not block.ordered and all(map(_is_line, block.items))


def data(part: Part, taken: set[str], notes: Notes) -> list[dict[str, object]]:
    """The needs; the heading is left out, since the guide has its own words for it."""
    notes.left(part.line, "the heading of what is needed, which a guide has of its own", plain(part.title))
    block = part.before[0].block
    items = block.items if isinstance(block, List) else ()
    made: list[dict[str, object]] = []
    for item in items:
        paragraph = item.blocks[0]
        inlines = flat(paragraph.inlines) if isinstance(paragraph, Paragraph) else ()
        made.append({"id": ids.unique(plain(inlines), "need", taken), "text": Line(item.line, inlines)})
    return made


def _is_title(title: str) -> bool:
    return "".join(character for character in title.lower() if character.isalpha() or character in " '’-").strip() in (
        PREREQUISITES
    )


def _is_line(item: Item) -> bool:
    if len(item.blocks) != 1 or not isinstance(item.blocks[0], Paragraph):
        return False
    inlines = item.blocks[0].inlines
    return not any(isinstance(inline, Break) for inline in inlines) and not any(icons(inlines))
