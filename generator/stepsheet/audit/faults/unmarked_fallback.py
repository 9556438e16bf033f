"""A text that is missing or out of date in a locale is shown as if it were a translation.

Why: the reader trusts what nobody has translated or reviewed.
Bad:  an outdated translation without a mark
Good: the same with data-state="stale"
"""

from stepsheet.audit.quoting import quoted
from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S506", "unmarked-fallback", Severity.ERROR, since="0.1")
_HELP = "build the site again; if it stays, mark the text in the template with its `data-state`"


def text(place: Location, name: str, words: str, file: str, state: str) -> Diagnostic:
    """A text whose state is not shown."""
    return RULE(place, f"{file} does not say that {name!r} is {_WORDS[state]}: {quoted(words)}", help=_HELP)


_WORDS = {"missing": "not translated", "stale": "out of date"}
