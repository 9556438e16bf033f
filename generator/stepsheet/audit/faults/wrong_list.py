"""A list of the site's pages leaves one out, names one twice, or names one that is not there.

Why: nobody finds the page, neither by the search nor through a list; or whoever follows the list meets an error page.
Bad:  a sitemap without guides/okx-api-keys/
Good: every page of the locale once in each list, and no other
"""

from stepsheet.audit.quoting import quoted
from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S513", "wrong-list", Severity.ERROR, since="0.1")
_HELP = "build the site again; if it stays, look for what an override of a template or a plugin changes in the list"


def missing(place: Location, page: str, file: str) -> Diagnostic:
    """A page that is not listed."""
    return RULE(place, f"{file} does not list {page}", help=_HELP)


def twice(place: Location, page: str, file: str) -> Diagnostic:
    """A page that is listed again."""
    return RULE(place, f"{file} lists {page} more than once", help=_HELP)


def stray(place: Location, page: str, file: str) -> Diagnostic:
    """A page that is listed and is not there, or does not belong there."""
    return RULE(place, f"{file} lists {page}, which does not belong there", help=_HELP)


def misnamed(place: Location, page: str, words: str, file: str) -> Diagnostic:
    """A page that is listed under another name than its own; the words are what is not said."""
    return RULE(place, f"{file} does not say {quoted(words)} where it lists {page}", help=_HELP)


def twin(place: Location, page: str, locale: str, wanted: str) -> Diagnostic:
    """A page whose twin in another locale is not named as such."""
    return RULE(place, f"sitemap.xml does not say that {page} is {wanted} in {locale!r}", help=_HELP)
