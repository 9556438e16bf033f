"""A heading inside a text.

Why: the headings of a page and of a sheet are its sections; another one breaks the table of contents and the numbering.
Bad:  info: a text with a line `# Addresses`
Good: info: a text with a paragraph that begins with **Addresses.**
"""

from collections.abc import Iterator
from itertools import pairwise

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import prose
from stepsheet.model.book import Book
from stepsheet.model.text import Kind
from stepsheet.rules.context import Context

RULE = Rule("S115", "heading-in-text", Severity.ERROR, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each heading, with its words."""
    for written in context.texts(book):
        if written.kind is not Kind.PROSE:
            continue
        tokens = prose.blocks(written.text)
        for token, words in pairwise(tokens):
            if token.type == "heading_open":
                help_ = "make it a section, or a paragraph in bold"
                yield Finding(written.at.within(words.content), f"the heading {words.content!r} in a text", help_)
