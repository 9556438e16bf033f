"""A file cannot be read as UTF-8 text.

Why: every text of a guide is UTF-8; a guess at another encoding would show the reader wrong letters.
Bad:  a guide saved as Windows-1251
Good: the same guide saved as UTF-8 (with or without a byte order mark)
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity, Source

RULE = Rule("S001", "unreadable-file", Severity.ERROR, since="0.1")


def encoding(source: Source, error: UnicodeDecodeError) -> Diagnostic:
    """The first byte that is not UTF-8."""
    before = error.object[: error.start].decode()
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    message = f"the file is not UTF-8: byte 0x{error.object[error.start]:02x}"
    return RULE(Location(source, line, column, line, column + 1), message, help="save the file as UTF-8")


def system(source: Source, error: OSError) -> Diagnostic:
    """The operating system does not give the file."""
    return RULE(
        Location(source), f"cannot read the file: {error.strerror or error}", help="check the file and its permissions"
    )
