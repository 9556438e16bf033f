"""A page does not name its own address, or the same page in the other languages.

Why: search engines show the wrong language, or take the pages for copies of each other.
Bad:  hreflang="en" on the Russian page leads to the English home page
Good: it leads to the same guide in English, and that one leads back
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S512", "wrong-twin", Severity.ERROR, since="0.1")
_HELP = "build the site again; if it stays, look for an override of `main.html` that writes its own links"


def lacks(place: Location, file: str, what: str, wanted: str) -> Diagnostic:
    """An address that is not named."""
    return RULE(place, f"{file} names no {what}, which is {wanted}", help=_HELP)


def says(place: Location, file: str, what: str, found: str, wanted: str) -> Diagnostic:
    """An address that is another."""
    return RULE(place, f"{file} names {found} as its {what}, which is {wanted}", help=_HELP)


def stray(place: Location, file: str, what: str, found: str) -> Diagnostic:
    """An address too many."""
    return RULE(place, f"{file} names {found} as its {what}, and has none", help=_HELP)
