"""A character of the source is not in the result.

Why: no font of the printed sheet has it, or it is invisible and steers a terminal; a sheet with it is not made at all.
Bad:  Press the key that shows a flag of your own font
Good: the same sentence, with a character that everybody has or a picture
"""

import unicodedata

from stepsheet.diagnostics import Location, Rule, Severity
from stepsheet.importing.entry import Entry

RULE = Rule("S410", "odd-character", Severity.HINT, since="0.1")


def undisplayable(at: Location, character: str) -> Entry:
    """A character that no font has; it is left out wherever it stands on the page."""
    name = unicodedata.name(character, "without a name").lower()
    message = f"no font of the printed sheet has the character U+{ord(character):04X} ({name}); it is left out"
    return Entry(RULE(at, message, help="write it with other characters, or show it in a picture"), character)


def unseen(at: Location, what: str, characters: str) -> Entry:
    """Characters that nobody sees; they are left out wherever they stand on the page."""
    return Entry(RULE(at, what, help="delete them from the source"), characters)
