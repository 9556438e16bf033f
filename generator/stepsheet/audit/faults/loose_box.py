"""A tick box and the thing it is for do not belong together.

Why: the reader ticks one step and means another, or has nothing to tick.
Bad:  <label for="tick:boil.wait">Fill the kettle</label>
Good: <label for="tick:boil.fill">Fill the kettle</label>
"""

from stepsheet.audit.quoting import quoted
from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S508", "loose-box", Severity.ERROR, since="0.1")
_HELP = "build the site again; if it stays, look for an override of a template or a plugin that changes the box"


def number(place: Location, file: str, kind: str, key: str, boxes: int) -> Diagnostic:
    """Something to do, or to have, with no box or with too many."""
    has = f"has {boxes} tick boxes" if boxes else "has no tick box"
    return RULE(place, f"{file}: the {kind} {key!r} {has}", help=_HELP)


def stray(place: Location, file: str) -> Diagnostic:
    """A box that nothing is ticked with."""
    return RULE(place, f"{file} has a tick box that belongs to no step, need or field", help=_HELP)


def label(place: Location, file: str, part: tuple[str, str], says: str, wanted: str) -> Diagnostic:
    """A box whose label says something else; `part` is the kind and the id path of what it is for."""
    kind, key = part
    said = quoted(says) if says.strip() else "nothing"
    return RULE(
        place, f"{file}: the tick box of the {kind} {key!r} is labelled {said}, not {quoted(wanted)}", help=_HELP
    )


def broken(place: Location, file: str, part: tuple[str, str], what: str) -> Diagnostic:
    """A box that does not work: `what` is wrong with it."""
    kind, key = part
    return RULE(place, f"{file}: the tick box of the {kind} {key!r} {what}", help=_HELP)
