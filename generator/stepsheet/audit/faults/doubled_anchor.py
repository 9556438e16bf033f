"""Two elements of a page have the same `id`.

Why: a link to it, a label or a remembered tick meets the first of them, whichever was meant.
Bad:  <li id="whitelist.save">…</li> <tr id="whitelist.save">…</tr>
Good: each id once on a page
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S518", "doubled-anchor", Severity.ERROR, since="0.1")
_HELP = "build the site again; if it stays, take the second one out of the template or plugin that writes it"


def at(place: Location, file: str, name: str, number: int) -> Diagnostic:
    """An id that stands on a page more than once."""
    return RULE(place, f"{file} has the id {name!r} {number} times", help=_HELP)


def empty(place: Location, file: str) -> Diagnostic:
    """An id without a name."""
    return RULE(place, f"{file} has an element whose id is empty", help=_HELP)
