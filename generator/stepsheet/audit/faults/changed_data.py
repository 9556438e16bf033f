"""A built file gives a value that is not the author's.

Why: a program, or whoever reads the file, takes an optional step for a required one, and nobody sees it.
Bad:  "importance": "optional", where the guide says `importance: required`
Good: every value as it is in the guide
"""

import json

from stepsheet.audit.quoting import quoted
from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S519", "changed-data", Severity.ERROR, since="0.1")
_HELP = "build the site again; if it stays, look for what changes the file after the build"


def value(place: Location, name: str, found: object, wanted: object, file: str) -> Diagnostic:
    """A value that differs; both are JSON values."""
    return RULE(place, f"{file} says that {name} is {_shown(found)}, and it is {_shown(wanted)}", help=_HELP)


def lost(place: Location, name: str, file: str) -> Diagnostic:
    """A key that is not there."""
    return RULE(place, f"{file} does not have {name}", help=_HELP)


def unknown(place: Location, name: str, file: str) -> Diagnostic:
    """A key, or an entry of a list, that the guide knows nothing of."""
    return RULE(place, f"{file} has {name}, which is nowhere in the content", help=_HELP)


def revision(place: Location, found: str, file: str, other: str) -> Diagnostic:
    """Two files of one guide that are of two revisions."""
    return RULE(place, f"{file} is of the revision {found!r}, and {other} is of another", help=_HELP)


def label(place: Location, name: str, words: str, file: str) -> Diagnostic:
    """A word that says what a text is, such as its kind or its number, and does not stand beside it."""
    return RULE(place, f"{file} does not say {quoted(words)} with {name}", help=_HELP)


def form(place: Location, name: str, words: str, file: str) -> Diagnostic:
    """A text that is a heading, an item of a list or a quotation, and should be another, or in another list."""
    return RULE(place, f"{file} gives {name!r} another form than the guide: {quoted(words)}", help=_HELP)


def _shown(found: object) -> str:
    return quoted(found) if isinstance(found, str) else json.dumps(found, ensure_ascii=False, default=str)
