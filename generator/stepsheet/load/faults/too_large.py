"""A file is larger than a guide can be.

Why: sizes are bounded, so that one file cannot stop the build of all the others.
Bad:  a guide.yml of 50 MB
Good: several guides
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity, Source

RULE = Rule("S007", "too-large", Severity.ERROR, since="0.1")


def at(source: Source, size: int, limit: int) -> Diagnostic:
    """The file, its size and the limit in bytes."""
    return RULE(
        Location(source),
        f"the file has {size:,} bytes, more than the {limit:,} allowed",
        help="split it, or take out what does not belong in it",
    )


def values(at: Location, limit: int) -> Diagnostic:
    """The value that is one too many in a file of YAML."""
    return RULE(at, f"the file holds more than {limit:,} values", help="divide it into several guides")
