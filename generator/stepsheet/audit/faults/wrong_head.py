"""The head of a page does not say what language and direction it has, what it is called, or what it is about.

Why: a screen reader speaks with the wrong voice, and a list of search results says nothing of the page.
Bad:  <html lang="en"> on a Russian page
Good: <html lang="ru">
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S511", "wrong-head", Severity.ERROR, since="0.1")
_HELP = "build the site again; if it stays, look for an override of `main.html` that writes its own head"


def lacks(place: Location, file: str, what: str) -> Diagnostic:
    """Something that is not said, or is empty."""
    return RULE(place, f"{file} has no {what}", help=_HELP)


def says(place: Location, file: str, what: str, found: str, wanted: str) -> Diagnostic:
    """Something that is said wrong; `wanted` is what it must be."""
    return RULE(place, f"{file} has the {what} {found!r}, and not {wanted}", help=_HELP)


def twice(place: Location, file: str, what: str, number: int) -> Diagnostic:
    """Something that is said more than once."""
    return RULE(place, f"{file} has {what} {number} times", help=_HELP)
