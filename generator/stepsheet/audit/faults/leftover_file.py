"""A page or a file of one is in the site, and the content has none such.

Why: readers find by search what its authors have withdrawn.
Bad:  guides/old-api/index.html, whose guide was deleted
Good: only what the content has
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S522", "leftover-file", Severity.ERROR, since="0.1")


def at(place: Location, path: str) -> Diagnostic:
    """A file that nothing of the content asks for."""
    return RULE(place, f"{path} belongs to no guide, page or category of the content", help="build the site again")
