"""A file that belongs to the site is not in it, or is empty.

Why: whoever follows a link to it, or prints it, meets an error page.
Bad:  guides/okx-api-keys/ without its checklist-a4.pdf
Good: every page, sheet, picture and data file of every guide in every locale
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S501", "lost-file", Severity.ERROR, since="0.1")


def at(place: Location, path: str, what: str) -> Diagnostic:
    """There is no such file; `what` says what it should hold."""
    return RULE(place, f"{path} is not in the site: {what}", help="build the site again")


def empty(place: Location, path: str, what: str) -> Diagnostic:
    """There is nothing in it."""
    return RULE(place, f"{path} is empty: {what}", help="build the site again")
