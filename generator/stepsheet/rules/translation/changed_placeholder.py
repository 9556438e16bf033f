"""A translation has not the placeholders of its source.

Why: a placeholder says where the reader puts something of their own; one with another name is not found again in the
command or the window it stands for. A placeholder with letters that are not ASCII is taken for words of the source.
Bad:  {en: "Open {host}.", de: "Öffnen Sie {Rechner}."}
Good: {en: "Open {host}.", de: "Öffnen Sie {host}."}
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import alike
from stepsheet.model.book import Book
from stepsheet.rules.context import Context

RULE = Rule("S213", "changed-placeholder", Severity.WARNING, since="0.1")
HELP = "copy the placeholder from the source text"


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each difference between a translation and the text it was made from."""
    for one in context.translated(book):
        for told in alike.placeholders(one.source, one.text, one.message.kind):
            yield Finding(one.at, f"the {one.locale!r} text of {one.message.key!r} {told}", HELP)
