"""A sheet shows boxes or question marks in place of letters, or will do so on another machine.

Why: nobody can follow a step that reads “??? ????”.
Bad:  a PDF that names a font and does not hold it
Good: every font in the file, every letter in a font
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S515", "lost-glyph", Severity.ERROR, since="0.1")
_HELP = "build the site again; if it stays, look for letters that no font of the sheet has"


def font(place: Location, file: str, name: str) -> Diagnostic:
    """A font that is not in the file."""
    return RULE(place, f"{file} does not hold its font {name!r}", help=_HELP)


def letter(place: Location, file: str, page: int) -> Diagnostic:
    """A sign on a page that stands for no letter; pages count from 1."""
    return RULE(place, f"{file}: page {page} has a sign that stands for no letter", help=_HELP)
