"""An address in a built file leads nowhere, or elsewhere than its author pointed.

Why: the reader is sent to an error page, or to another step than the one that is meant.
Bad:  <a href="../okx-api-keys/#whitelist.add-watchdog"> where no step is called so
Good: <a href="../okx-api-keys/#whitelist.add-watchdog-ip">
"""

from stepsheet.audit.quoting import quoted
from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S509", "dead-link", Severity.ERROR, since="0.1")
_HELP = "build the site again; if it stays, look for an override of a template or a plugin that changes the link"


def at(place: Location, file: str, link: str, href: str, why: str) -> Diagnostic:
    """An address with nothing at its end; `link` is how it stands in the file, `why` what is wrong with it."""
    return RULE(place, f"{file}: {link} {quoted(href)} {why}", help=_HELP)


def elsewhere(place: Location, file: str, wanted: str, href: str) -> Diagnostic:
    """A link of the author's that leads to another place."""
    return RULE(place, f"{file}: the link to {quoted(wanted)} leads to {quoted(href)}", help=_HELP)


def lost(place: Location, file: str, wanted: str) -> Diagnostic:
    """A link of the author's that is none any more."""
    return RULE(place, f"{file} has no link to {quoted(wanted)} here", help=_HELP)


def stray(place: Location, file: str, href: str) -> Diagnostic:
    """A link in a text whose author has written none."""
    return RULE(place, f"{file} has a link to {quoted(href)}, which is not in the content", help=_HELP)
