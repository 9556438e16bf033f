"""A picture of the source is not there, or cannot be shown.

Why: a placeholder stands in its place, so that the guide builds; the reader still needs the picture.
Bad:  ![](.gitbook/assets/menu.png), where there is no such file
Good: ![](.gitbook/assets/menu.png), with the file
"""

from stepsheet.diagnostics import Location, Rule, Severity
from stepsheet.importing.entry import Entry

RULE = Rule("S404", "picture-not-found", Severity.WARNING, since="0.1")


def missing(at: Location, src: str) -> Entry:
    """There is no such file."""
    return _entry(at, f"there is no picture {src[:120]!r} in the source")


def listed(at: Location, src: str) -> Entry:
    """The source lists the file and does not hold it."""
    return _entry(at, f"the picture {src[:120]!r} is listed in the source, but is not in this copy of it")


def unusable(at: Location, src: str, why: str) -> Entry:
    """The file cannot be shown."""
    return _entry(at, f"the picture {src[:120]!r} cannot be used: {why}")


def converted(at: Location, src: str, change: str) -> Entry:
    """The file is shown in another form than it had; `change` says what became of it."""
    return Entry(RULE(at, f"the picture {src[:120]!r} {change}", help="look whether it still shows what it should"))


def _entry(at: Location, message: str) -> Entry:
    return Entry(RULE(at, message, help="put the file in the place of the placeholder"))
