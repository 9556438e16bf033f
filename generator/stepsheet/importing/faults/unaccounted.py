"""Something of the source is neither in the result nor in the report.

Why: an import that loses a step, a warning or a picture without a word cannot be trusted with any.
Bad:  a step of the page that no step of the guide has
Good: every word, picture, link and listing in the guide, or named in the report
"""

from stepsheet.diagnostics import Location, Rule, Severity
from stepsheet.importing.entry import Entry

RULE = Rule("S411", "unaccounted", Severity.ERROR, since="0.1")

_HELP = "put it where it belongs by hand, and report the page: this is a bug"


def words(at: Location, text: str) -> Entry:
    """Words of a line."""
    return _entry(at, f"lost in the import: {text!r}")


def picture(at: Location, src: str) -> Entry:
    """A picture that is not shown."""
    return _entry(at, f"the picture {src!r} is lost in the import")


def picture_file(at: Location, src: str, name: str) -> Entry:
    """A picture that is shown, but whose file is not there."""
    return _entry(at, f"the picture {src!r} became {name!r}, which has no file")


def link(at: Location, href: str) -> Entry:
    """A link whose target is named nowhere."""
    return _entry(at, f"the link {href!r} is lost in the import")


def code(at: Location, first: str) -> Entry:
    """A listing, by its first line."""
    return _entry(at, f"the code that begins with {first!r} is lost or changed in the import")


def block(at: Location, kind: str) -> Entry:
    """A block that the source marks as something, and of which the result has too few."""
    return _entry(at, f"the {kind} is lost in the import")


def setting(at: Location, key: str) -> Entry:
    """A key of the front matter."""
    return _entry(at, f"the setting {key!r} is lost in the import")


def _entry(at: Location, message: str) -> Entry:
    return Entry(RULE(at, message, help=_HELP))
