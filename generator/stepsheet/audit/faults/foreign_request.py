"""A page loads something from another host, sends something there, or runs what stands in an address.

Why: the other host learns who reads what, and can change the page; the site does not work without it.
Bad:  <img src="https://cdn.example/logo.png">
Good: <img src="../../assets/images/logo.png">
"""

from stepsheet.audit.quoting import quoted
from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S521", "foreign-request", Severity.ERROR, since="0.1")
_HELP = "take it out of the template, style sheet, script or plugin that writes it; put what it loads into the site"


def at(place: Location, file: str, what: str, address: str) -> Diagnostic:
    """An address of another host that a browser asks by itself."""
    return RULE(place, f"{file}: {what} asks another host: {quoted(address)}", help=_HELP)


def script(place: Location, file: str, what: str, value: str) -> Diagnostic:
    """Something in a page that runs, or holds a page of its own."""
    return RULE(place, f"{file}: {what} holds a script or a document: {quoted(value)}", help=_HELP)
