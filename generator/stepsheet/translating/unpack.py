"""Files that come back from translators: held against the guides, then taken over into the catalogs.

A text that comes back empty changes nothing. Nothing is taken over while a file cannot be trusted; an import that is
forced trusts it, and what was translated from another text than today's is then out of date.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from stepsheet.diagnostics import Diagnostic, Location, Rule, Source
from stepsheet.model import alike
from stepsheet.model.book import Book
from stepsheet.model.catalog import Catalog, Entry
from stepsheet.model.element import Message
from stepsheet.model.text import MAX_TEXT
from stepsheet.translating import catalog_text, entry_text, parcel
from stepsheet.translating.catalog_text import CatalogText, Piece
from stepsheet.translating.faults import (
    broken_exchange,
    changed_source,
    foreign_locale,
    lost_mark,
    other_revision,
    unknown_book,
    unknown_message,
)
from stepsheet.translating.form import by_ending
from stepsheet.translating.parcel import Received, Reply

# What can be told with certainty is no matter of trust.
_NEVER: frozenset[Rule] = frozenset({broken_exchange.RULE, unknown_book.RULE, foreign_locale.RULE})


@dataclass(frozen=True, slots=True)
class Taken:
    """The new text of a catalog, and how many translations in it were not as they are now."""

    text: str
    changed: int


def receive(path: Path, name: str) -> Received | Diagnostic:
    """What a file says; its ending tells its form. Raises OSError."""
    data = path.read_bytes()
    source = Source(path, name, data.decode("utf-8-sig", "replace"))
    form = by_ending().get(path.suffix.removeprefix("."))
    if form is None:
        *others, last = (f".{one}" for one in sorted(by_ending()))
        return broken_exchange.at(Location(source), f"its name does not end in {', '.join(others)} or {last}")
    return form.read(data, source)


def faults(received: Received, books: Mapping[str, Book], locales: Sequence[str]) -> Iterator[Diagnostic]:
    """What is wrong with a file, seen from the guides; `locales` are the site's, the source locale first."""
    book = books.get(received.book)
    if received.locale not in locales[1:]:
        yield foreign_locale.at(received, locales)
    if book is None:
        yield unknown_book.at(received, books)
        return
    now = parcel.revision(book)
    if received.revision != now:
        yield other_revision.at(received, now)
    messages = {message.key: message for message in book.messages}
    for reply in received.replies:
        message = messages.get(reply.key)
        if message and not _is_known(reply, book, received.locale):
            yield from _differences(reply, message, is_same=received.revision == now)
        elif message is None:
            yield unknown_message.at(reply, received.book, messages.keys() - {one.key for one in received.replies})


def is_final(problem: Diagnostic) -> bool:
    """Whether a fault stops an import that is forced too."""
    return problem.rule in _NEVER


def _differences(reply: Reply, message: Message, *, is_same: bool) -> Iterator[Diagnostic]:
    """What a reply has that its text cannot have got from a translator."""
    if is_same and reply.source.strip() != message.text.strip():
        yield changed_source.at(reply)
    if len(reply.text) > MAX_TEXT:
        yield broken_exchange.at(reply.at, f"the translation of {reply.key!r} has more than {MAX_TEXT} characters")
    elif reply.text.strip() and not reply.is_stale:
        for compare in (alike.targets, alike.code):
            yield from (lost_mark.at(reply, told) for told in compare(reply.source, reply.text, message.kind))


def _is_known(reply: Reply, book: Book, locale: str) -> bool:
    """Whether the catalog has the translation already: then it is no news."""
    catalog = book.catalogs.get(locale)
    entry = catalog.entries.get(reply.key) if catalog else None
    return entry is not None and (entry.text(locale) or "").strip() == reply.text.strip()


def take(book: Book, locale: str, source_locale: str, base: str, replies: Iterable[Reply]) -> Taken:
    """The catalog with the replies in it; `base` is its text, in step with the book."""
    catalog = _catalog(base, locale, book.catalog_file(locale), book.catalog_shown(locale))
    before = catalog_text.read(catalog)
    wanted = {reply.key: reply for reply in replies if reply.text.strip()}
    pieces = tuple(
        _replied(piece, catalog.entries[piece.key], wanted.get(piece.key), (locale, source_locale), before)
        for piece in before.pieces
    )
    changed = sum(one != other for one, other in zip(pieces, before.pieces, strict=True))
    return Taken(replace(before, pieces=pieces).joined() if changed else base, changed)


def _replied(piece: Piece, entry: Entry, reply: Reply | None, locales: tuple[str, str], around: CatalogText) -> Piece:
    if reply is None:
        return piece
    locale, source_locale = locales
    texts = {locale: reply.text}
    if not reply.is_stale:
        texts[source_locale] = reply.source
    elif entry.text(locale) is None or _passes_for_done(entry, source_locale, reply):
        texts[source_locale] = reply.previous or ""
    new = {name: text for name, text in texts.items() if (entry.text(name) or "").strip() != text.strip()}
    return entry_text.edited(piece, new, around.indent, around.end) if new else piece


def _passes_for_done(entry: Entry, source_locale: str, reply: Reply) -> bool:
    """Whether the catalog calls a translation up to date, which a translator doubts."""
    return (entry.text(source_locale) or "").strip() == reply.source.strip()


def _catalog(text: str, locale: str, path: Path, name: str) -> Catalog:
    """The catalog in a text that was a catalog a moment ago."""
    found = catalog_text.catalog_in(Source(path, name, text), locale)
    return found or Catalog(locale, Location(Source(path, name, text)), {})
