"""What reading a page mended, as entries of the report."""

from collections.abc import Iterator

from stepsheet.diagnostics import Source
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import invalid_front_matter, odd_character, repaired_markup
from stepsheet.importing.spot import spot
from stepsheet.importing.tree import Repair


def entries(source: Source, repairs: tuple[Repair, ...]) -> Iterator[Entry]:
    """An entry for each repair, on the line where it was."""
    makers = {
        "markup": repaired_markup.at,
        "front-matter": invalid_front_matter.at,
        "character": odd_character.unseen,
    }
    for repair in repairs:
        yield makers[repair.kind](spot(source, repair.line), repair.what, repair.text)
