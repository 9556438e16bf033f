"""A picture of the site does not open, is another one than the author named, or its marks stand elsewhere.

Why: the reader meets an empty frame, or looks for the button where it is not.
Bad:  images/profile-menu.png cut off in the middle
Good: every byte of it
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S510", "broken-picture", Severity.ERROR, since="0.1")
_HELP = "build the site again; if it stays, look for a plugin or a server that changes pictures"


def at(place: Location, path: str, problem: str) -> Diagnostic:
    """A picture that cannot be shown."""
    return RULE(place, f"{path}: {problem}", help=_HELP)


def other(place: Location, path: str, wanted: str) -> Diagnostic:
    """A picture with the right name and the wrong content."""
    return RULE(place, f"{path} is not the picture {wanted}", help=_HELP)


def words(place: Location, path: str, said: tuple[str, str]) -> Diagnostic:
    """A drawing that says something else than the catalog: `said` are what it says and what it must."""
    return RULE(place, f"{path} says {said[0]!r} where it must say {said[1]!r}", help=_HELP)


def shown(place: Location, file: str, key: str, found: str, wanted: str) -> Diagnostic:
    """A figure with another picture."""
    what = f"shows {found!r}" if found else "shows no picture"
    return RULE(place, f"{file}: the picture {key!r} {what}, not {wanted!r}", help=_HELP)


def mark(place: Location, file: str, key: str, found: str, wanted: str) -> Diagnostic:
    """A mark at another place of its picture, or at none."""
    stands = f"stands at {found}" if found else "stands nowhere"
    return RULE(place, f"{file}: the mark {key!r} {stands}, not at {wanted}", help=_HELP)


def stray_mark(place: Location, file: str, src: str, found: str) -> Diagnostic:
    """A mark that the author has not made."""
    return RULE(place, f"{file}: a mark of nobody stands at {found} of {src!r}", help=_HELP)
