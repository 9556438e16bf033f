"""A character that no font of the printed sheet has.

Why: on paper it would be an empty box, and a sheet with a missing letter is not made at all.
Bad:  do: Press 確認.
Good: do: Press OK.
"""

from collections.abc import Iterator
from itertools import chain

from stepsheet.diagnostics import Finding, Location, Rule, Severity
from stepsheet.model import prose
from stepsheet.model.body import Code
from stepsheet.model.book import Book
from stepsheet.model.guide import Origin
from stepsheet.model.page import PageBook
from stepsheet.rules.context import Context, Written

RULE = Rule("S122", "undisplayable-character", Severity.ERROR, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """The first such character of each text, listing and address, also one that is written as an entity."""
    if isinstance(book, PageBook):
        return  # plain pages are not printed
    shown = [*((written.at, _shown(written)) for written in context.texts(book)), *_verbatim(book)]
    missing = context.undisplayable(set(chain.from_iterable(text for _, text in shown)))
    for at, text in shown:
        found = next((character for character in text if character in missing), None)
        if found:
            message = f"no font of the printed sheet has the character {found!r} (U+{ord(found):04X})"
            yield Finding(at.within(found), message, "write it with other characters")


def _shown(written: Written) -> str:
    """What of a text is set: its words, entities decoded, and the addresses of its links."""
    tokens = prose.tokens(written.text, written.kind)
    words = "".join(token.content for token in prose.walk(tokens) if token.type != "inline")
    return f"{words}{''.join(prose.links(tokens))}" if tokens else written.text


def _verbatim(book: Book) -> Iterator[tuple[Location, str]]:
    """The texts that no catalog has: listings, and the address of the source."""
    for part in book.parts:
        if isinstance(part, Code):
            yield part.at("text"), part.text.replace("\n", "").replace("\t", "")
        elif isinstance(part, Origin) and part.url:
            yield part.at("url"), part.url
