"""A sheet does not say what a screen reader must know of it.

Why: without tags, title and language a PDF is a picture of letters to whoever does not see it (PDF/UA-1, ISO 14289-1).
Bad:  a checklist printed to PDF by a browser
Good: the checklist as the build writes it
"""

from stepsheet.audit.quoting import quoted
from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S514", "untagged-sheet", Severity.ERROR, since="0.1")
_HELP = "build the site again, and take the sheet as it is built"


def tags(place: Location, file: str) -> Diagnostic:
    """No structure tree."""
    return RULE(place, f"{file} has no tags", help=_HELP)


def text(place: Location, file: str, page: int, words: str) -> Diagnostic:
    """A text outside the structure tree; pages count from 1."""
    return RULE(place, f"{file} does not tag {quoted(words)} on page {page}", help=_HELP)


def title(place: Location, file: str, says: str, wanted: str) -> Diagnostic:
    """The title of the document is not that of the guide."""
    return RULE(place, f"{file} has the title {quoted(says)}, not {quoted(wanted)}", help=_HELP)


def language(place: Location, file: str, says: str, wanted: str) -> Diagnostic:
    """The language of the document is not the edition's."""
    return RULE(place, f"{file} says that it is in {says!r}, not in {wanted!r}", help=_HELP)


def size(place: Location, file: str, page: int, wanted: str) -> Diagnostic:
    """A page that the printer would scale or cut."""
    return RULE(place, f"{file}: page {page} is not of the size {wanted}", help=_HELP)


def empty(place: Location, file: str, page: int) -> Diagnostic:
    """A page without any text."""
    return RULE(place, f"{file}: page {page} has no text", help=_HELP)
