"""A translation has not the code of its source.

Why: a command that was translated does not work. Code with letters that are not ASCII is taken for words of the source.
Bad:  {en: "Type `exit`.", de: "Tippen Sie `beenden`."}
Good: {en: "Type `exit`.", de: "Tippen Sie `exit`."}
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import alike
from stepsheet.model.book import Book
from stepsheet.rules.context import Context

RULE = Rule("S209", "changed-code", Severity.WARNING, since="0.1")
HELP = "copy the code from the source text"


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each difference between a translation and the text it was made from."""
    for one in context.translated(book):
        for told in alike.code(one.source, one.text, one.message.kind):
            yield Finding(one.at, f"the {one.locale!r} text of {one.message.key!r} {told}", HELP)
