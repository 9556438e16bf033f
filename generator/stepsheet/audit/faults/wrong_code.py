"""The QR code on a sheet does not lead to the page of its guide, or tells it of another state of the guide.

Why: whoever scans it lands on another guide, on another site, or nowhere, or is told that a current sheet is out of
date; and the paper cannot be mended.
Bad:  a code for https://old.example/guides/tea/ on a sheet of https://guides.example/
Good: a code for the page that the sheet was printed from
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S516", "wrong-code", Severity.ERROR, since="0.1")
_HELP = "build the site again, with the `site_url` under which it will stand"


def elsewhere(place: Location, file: str, says: str, wanted: str) -> Diagnostic:
    """A code that leads elsewhere."""
    return RULE(place, f"{file} has a QR code for {says!r}, not for {wanted!r}", help=_HELP)


def lost(place: Location, file: str, wanted: str) -> Diagnostic:
    """No code, or none that a decoder reads."""
    return RULE(place, f"{file} has no readable QR code for {wanted!r}", help=_HELP)


def stray(place: Location, file: str, says: str) -> Diagnostic:
    """A code too many."""
    return RULE(place, f"{file} has a QR code for {says!r} that belongs to nothing", help=_HELP)
