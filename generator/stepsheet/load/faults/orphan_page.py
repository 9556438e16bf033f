"""A translation of a plain page that is not there.

Why: the page of the source language decides what there is; a translation without it is never shown.
Bad:  pages/faq.en.md alone, where the source language is Russian
Good: pages/faq.ru.md beside it
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S135", "orphan-page", Severity.WARNING, since="0.1")


def at(place: Location, page: str, source_locale: str) -> Diagnostic:
    """The translation."""
    message = f"there is no page {page!r} in {source_locale!r}, the language the content is written in"
    return RULE(place, message, help=f"write pages/{page}.{source_locale}.md, or delete the file")
