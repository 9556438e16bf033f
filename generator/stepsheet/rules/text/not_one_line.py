"""A text of more than one line where one line belongs.

Why: a step, a warning or a label is one sentence on the page and on paper; paragraphs belong into `info`.
Bad:  do: a list with two items
Good: do: Add the address. / info: a list with two items
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.book import Book
from stepsheet.model.text import Kind
from stepsheet.rules.context import Context

RULE = Rule("S114", "not-one-line", Severity.ERROR, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each line with a line break in it."""
    for written in context.texts(book):
        if written.kind is not Kind.PROSE and "\n" in written.text.strip():
            name = written.key.rpartition(".")[2]
            help_ = "write one line (`>-` folds a long one); move the rest to `info`"
            yield Finding(written.at, f"{name!r} has more than one line", help_)
