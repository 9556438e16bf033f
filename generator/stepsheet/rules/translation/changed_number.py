"""A translation has not the numbers of its source.

Why: ten minutes and fifteen minutes look alike to whoever checks the words.
Bad:  {en: "Wait 10 minutes.", de: "Warten Sie 15 Minuten."}
Good: {en: "Wait 10 minutes.", de: "Warten Sie 10 Minuten."}
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import alike
from stepsheet.model.book import Book
from stepsheet.rules.context import Context

RULE = Rule("S210", "changed-number", Severity.WARNING, since="0.1")
HELP = "write the numbers of the source text, as digits where it has digits"


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each difference between a translation and the text it was made from."""
    for one in context.translated(book):
        for told in alike.numbers(one.source, one.text, one.message.kind):
            yield Finding(one.at, f"the {one.locale!r} text of {one.message.key!r} {told}", HELP)
