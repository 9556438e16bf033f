"""A file of translations is in a language that the site has no translation in.

Why: a text in the wrong catalog is shown to readers who cannot read it.
Bad:  Language: de, and `locales` with ru and en
Good: Language: en
"""

from collections.abc import Sequence

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity
from stepsheet.translating.parcel import Received

RULE = Rule("S243", "foreign-locale", Severity.ERROR, since="0.1")


def at(received: Received, locales: Sequence[str]) -> Diagnostic:
    """A file in a locale that is the source language or not declared; `locales` are the site's."""
    targets = ", ".join(locales[1:])
    help_ = f"the translations of this site are in: {targets}" if targets else "add a language to `locales`"
    if received.locale == locales[0]:
        message = f"it is in {received.locale!r}, the language the guides are written in"
    elif received.locale:
        message = f"it is in {received.locale!r}, a language that the settings do not declare"
    else:
        message = "it does not say in which language it is"
    return RULE(Location(received.source), message, help=help_)
