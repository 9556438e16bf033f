"""A file of the source cannot be read, or may not be.

Why: what is not read is not imported; the rest comes over, and nobody should believe that all of it did.
Bad:  docs/setup.md, saved as Windows-1251
Good: docs/setup.md, saved as UTF-8
"""

from stepsheet.diagnostics import Location, Rule, Severity, Source
from stepsheet.importing.entry import Entry

RULE = Rule("S414", "unreadable-source", Severity.ERROR, since="0.1")


def encoding(source: Source, error: UnicodeDecodeError) -> Entry:
    """The first byte that is not UTF-8."""
    before = error.object[: error.start].decode()
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    message = f"the file is not imported: it is not UTF-8, byte 0x{error.object[error.start]:02x}"
    return Entry(RULE(Location(source, line, column, line, column + 1), message, help="save the file as UTF-8"))


def system(source: Source, reason: str) -> Entry:
    """The operating system does not give the file."""
    message = f"the file is not imported: {reason}"
    return Entry(RULE(Location(source), message, help="check the file and its permissions"))


def outside(source: Source) -> Entry:
    """A link that leads out of the source, or round in a circle."""
    message = "the link is not followed: it leads out of the source"
    return Entry(RULE(Location(source), message, help="put a copy of the file here"))


def linked_folder(source: Source) -> Entry:
    """A folder that is a link, which could hold the same pages twice or itself."""
    message = "the link to a folder is not followed"
    return Entry(RULE(Location(source), message, help="put a copy of the folder here, or import it by itself"))


def too_large(source: Source, size: int, limit: int) -> Entry:
    """A file beyond the bound, in bytes."""
    message = f"the file is not imported: it has {size:,} bytes, more than the {limit:,} allowed"
    return Entry(RULE(Location(source), message, help="divide the page"))


def too_many(source: Source, what: str, limit: int) -> Entry:
    """A source beyond a bound; `what` names the things that are counted."""
    message = f"not all of the source is imported: it has more than {limit:,} {what}"
    return Entry(RULE(Location(source), message, help="import its folders one by one"))


def misnamed(source: Source) -> Entry:
    """A name that is no text: its bytes are not UTF-8, or it holds control characters."""
    message = "the file is not imported: its name is not readable text"
    return Entry(RULE(Location(source), message, help="rename it"))


def settings(at: Location, problem: str) -> Entry:
    """A settings file, or a value in it, that cannot be used."""
    return Entry(RULE(at, problem, help="mend it, or import the folder of the pages itself"))
