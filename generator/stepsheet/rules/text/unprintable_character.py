r"""A control character in a text.

Why: it shows nothing, and not every output can hold it: it would be on the page and gone from the Markdown, or stop
the sheet. The two that override the direction of writing show letters in an order that they are not written in: what is
seen is not what is copied.
Bad:  do: "Press\x03 OK."
Good: do: Press OK.
"""

import re
from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Location, Rule, Severity
from stepsheet.model.body import Code
from stepsheet.model.book import Book
from stepsheet.model.guide import Guide
from stepsheet.model.page import PageBook
from stepsheet.rules.context import Context

RULE = Rule("S148", "unprintable-character", Severity.ERROR, since="0.1")

_OVERRIDES = "\u202d\u202e"  # of direction: UAX #9, section 2.2; the danger is CVE-2021-42574

# Unicode's category Cc without the blanks of Markdown, and the overrides.
UNPRINTABLE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_OVERRIDES}]")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """The first such character of each text, listing, tag and plain page."""
    for at, text in (*_texts(book, context), *_verbatim(book)):
        found = UNPRINTABLE.search(text)
        if found:
            yield Finding(at.within(found[0]), f"the character U+{ord(found[0]):04X} {_harm(found[0])}", "delete it")


def _harm(character: str) -> str:
    if character in _OVERRIDES:
        return "turns the letters after it round: what is seen is not what is copied"
    return "shows nothing and is lost on the way"


def _texts(book: Book, context: Context) -> Iterator[tuple[Location, str]]:
    yield from ((written.at, written.text) for written in context.texts(book))
    if isinstance(book, PageBook):
        for text in context.page_texts(book):
            yield from ((block.at, block.text) for block in text.blocks)


def _verbatim(book: Book) -> Iterator[tuple[Location, str]]:
    """What no catalog has: listings, their languages, and the tags of a guide."""
    for part in book.parts:
        if isinstance(part, Code):
            yield part.at("text"), part.text
            yield part.at("language"), part.language
        elif isinstance(part, Guide):
            yield from ((part.at("tags", index), tag) for index, tag in enumerate(part.tags))
