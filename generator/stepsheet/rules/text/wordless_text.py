"""A text in which there is nothing to read.

Why: a step of blanks, of a link without words or of a comment is an empty line on the page and stops the sheet.
Bad:  do: "[](https://example.org/)"
Good: do: Open [the page](https://example.org/).
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import prose
from stepsheet.model.book import Book
from stepsheet.model.text import Kind
from stepsheet.rules.context import Context, Written

RULE = Rule("S127", "wordless-text", Severity.ERROR, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each text whose markup leaves no character that can be seen."""
    for written in context.texts(book):
        if not any(character.isprintable() and not character.isspace() for character in _words(written)):
            yield Finding(
                written.at, f"{written.key.rpartition('.')[2]!r} shows no words", "write what there is to read"
            )


def _words(written: Written) -> str:
    if written.kind is Kind.PLAIN:
        return written.text
    return "".join(token.content for token in prose.walk(prose.tokens(written.text, written.kind)))
