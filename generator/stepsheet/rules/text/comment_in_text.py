"""A text without quotes is cut at ` #`: YAML reads the rest of the line as a comment.

Why: the reader gets half a sentence, and nothing in the file looks wrong.
Bad:  do: Press # twice.
Good: do: "Press # twice."
"""

import re
from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Location, Rule, Severity
from stepsheet.model.book import Book
from stepsheet.model.problem import shortened
from stepsheet.rules.context import Context

RULE = Rule("S126", "comment-in-text", Severity.ERROR, since="0.1")

_HELP = "put the text in quotes, or two spaces before a comment"


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each comment that one blank alone divides from a text."""
    for written in context.texts(book):
        if _is_plain(written.at, written.text):
            at = written.at
            lost = re.match(r"[ \t](#.*)", at.source.line(at.end_line)[at.end_column - 1 :])
            if lost:
                start, rest = at.end_column + 1, lost[1].rstrip()
                place = Location(at.source, at.end_line, start, at.end_line, start + len(rest))
                message = f"the text ends before {shortened(rest)!r}: YAML reads the rest as a comment"
                yield Finding(place, message, _HELP)


def _is_plain(at: Location, text: str) -> bool:
    """Whether the file holds the text as it is: not in quotes, not as a block."""
    first, last = at.source.offset(at.line, at.column), at.source.offset(at.end_line, at.end_column)
    return at.source.text[first:last].split() == text.split()
