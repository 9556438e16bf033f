"""A file has nothing in it.

Why: an empty guide or catalog is most often one that was never saved.
Bad:  an empty guide.yml
Good: a guide.yml with a title, a summary and sections
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity, Source

RULE = Rule("S009", "empty-file", Severity.ERROR, since="0.1")


def at(source: Source) -> Diagnostic:
    """The file."""
    return RULE(Location(source), "the file is empty", help="write its content, or delete the file")
