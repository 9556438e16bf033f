"""What reading a page mended or had no place for, as entries of the report."""

from collections.abc import Iterator

from stepsheet.diagnostics import Source
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import invalid_front_matter, left_out, odd_character, repaired_markup
from stepsheet.importing.spot import spot
from stepsheet.importing.tree import Blocks, Emphasis, Icon, Inlines, Link, Repair, Strong, walk

_LINES = ("inlines", "title", "caption")  # what a block may have of inline words


def entries(source: Source, repairs: tuple[Repair, ...]) -> Iterator[Entry]:
    """An entry for each repair, on the line where it was."""
    makers = {
        "markup": repaired_markup.at,
        "front-matter": invalid_front_matter.at,
        "character": odd_character.unseen,
    }
    for repair in repairs:
        yield makers[repair.kind](spot(source, repair.line), repair.what, repair.text)


def dark_icons(source: Source, blocks: Blocks) -> Iterator[Entry]:
    """The twins for dark pages of pictures within lines; those of figures are told where the figures are written."""
    for block in walk(blocks):
        lines = (getattr(block, name, ()) for name in _LINES)
        for icon in (icon for line in lines if isinstance(line, tuple) for icon in _icons(line)):
            if icon.dark and icon.dark != icon.src:
                yield left_out.at(spot(source, block.line), "the version of a picture for dark pages", (icon.dark,))


def _icons(inlines: Inlines) -> Iterator[Icon]:
    for inline in inlines:
        match inline:
            case Icon():
                yield inline
            case Strong(children=children) | Emphasis(children=children) | Link(children=children):
                yield from _icons(children)
