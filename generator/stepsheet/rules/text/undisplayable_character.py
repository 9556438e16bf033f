"""A character that no font of the printed sheet has.

Why: on paper it would be an empty box, and a sheet with a missing letter is not made at all. The fonts for Chinese,
Japanese and Korean are an extra of the package, because they are large: `pip install 'stepsheet[cjk]'`.
Bad:  do: Press ⠕⠅.
Good: do: Press OK.
"""

from collections.abc import Iterator

from stepsheet import typeface
from stepsheet.diagnostics import Finding, Location, Rule, Severity
from stepsheet.model import prose
from stepsheet.model.body import Code
from stepsheet.model.book import Book
from stepsheet.model.guide import Origin
from stepsheet.model.page import PageBook
from stepsheet.rules.context import Context, Written
from stepsheet.rules.text.unprintable_character import UNPRINTABLE

RULE = Rule("S122", "undisplayable-character", Severity.ERROR, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """The first such character of each text, listing and address, also one that is written as an entity."""
    if isinstance(book, PageBook):
        return  # plain pages are not printed
    texts = (*((written.at, _shown(written)) for written in context.texts(book)), *_verbatim(book))
    shown = [(at, UNPRINTABLE.sub("", text)) for at, text in texts]  # what has a rule of its own is told once
    missing = context.undisplayable({text for _, text in shown})
    for at, text in shown if missing else ():
        found = next((piece for piece in typeface.pieces(text) if piece in missing), None)
        if found:
            yield Finding(at.within(found), _message(found), _help(found))


def _message(found: str) -> str:
    numbers = " ".join(f"U+{ord(character):04X}" for character in found)
    if len(found) == 1:
        return f"no font of the printed sheet has the character {found!r} ({numbers})"
    return f"no font of the printed sheet has the characters {found!r} ({numbers}) together"


def _help(found: str) -> str:
    if typeface.is_east_asian(found) and not typeface.has_east_asian():
        return "install the fonts for Chinese, Japanese and Korean: pip install 'stepsheet[cjk]'"
    return "write it with other characters"


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
