"""A text is in another language than the page says.

Why: a screen reader speaks it with the wrong voice, and the reader is not told why it is foreign.
Bad:  a Russian sentence in an element without lang="ru" on an English page
Good: <span lang="ru" data-state="missing">…</span>
"""

from stepsheet.audit.quoting import quoted
from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S505", "wrong-language", Severity.ERROR, since="0.1")
_HELP = "build the site again; if it stays, give the element around the text in the template its `lang`"


def said(place: Location, name: str, words: str, file: str, languages: tuple[str, str]) -> Diagnostic:
    """A text in one language that is said to be in another: `languages` are what it is and what the file says."""
    is_, says = languages
    return RULE(place, f"{file} says that {name!r} is in {says!r}, and it is in {is_!r}: {quoted(words)}", help=_HELP)
