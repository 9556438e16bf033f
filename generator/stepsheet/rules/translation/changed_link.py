"""A translation has not the links of its source, or a reference that its source has not.

Why: a link that was translated or lost leads the reader nowhere, or elsewhere than the author meant. Another page
of the same host is right: many sites have one for each language.
Bad:  {en: "See the [list](#section:whitelist).", de: "Siehe [Liste](#section:weisse-liste)."}
Good: {en: "See the [list](#section:whitelist).", de: "Siehe [Liste](#section:whitelist)."}
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import alike
from stepsheet.model.book import Book
from stepsheet.rules.context import Context

RULE = Rule("S208", "changed-link", Severity.WARNING, since="0.1")
HELP = "copy the address from the source text"


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each difference between a translation and the text it was made from."""
    for one in context.translated(book):
        for told in alike.strange_targets(one.source, one.text, one.message.kind):
            yield Finding(one.at, f"the {one.locale!r} text of {one.message.key!r} {told}", HELP)
