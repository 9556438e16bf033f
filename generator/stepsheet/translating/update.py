"""A catalog in step with its guide: every text has its entry, in the guide's order, and no translation is lost.

A new text gets an entry without a translation. An outdated one keeps both of its texts: what the translation was made
from says what has changed. What translates no text any more is set aside and comes back with its key.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from stepsheet.model.book import Book
from stepsheet.model.catalog import Entry
from stepsheet.model.element import Message
from stepsheet.translating import catalog_text, entry_text
from stepsheet.translating.catalog_text import CatalogText, Piece


@dataclass(frozen=True, slots=True)
class Updated:
    """The text of a catalog, and how many entries were added, brought back, set aside, dropped, refreshed and moved.

    Dropped are those that have no translation and translate no text; refreshed are those without a translation whose
    source text has changed.
    """

    text: str
    added: int
    restored: int
    set_aside: int
    dropped: int
    refreshed: int
    moved: int


def update(book: Book, locale: str, source_locale: str) -> Updated:
    """The catalog of a book in step with it. Raises UserError when its file cannot be edited."""
    catalog = book.catalogs.get(locale)
    before = catalog_text.read(catalog) if catalog else CatalogText("", (), "")
    walk = _Walk(book, locale, source_locale, before, catalog.entries if catalog else {})
    pieces = tuple(walk.pieces())
    orphans = [piece for piece in before.pieces if piece.key not in walk.known]
    kept = [piece for piece in orphans if walk.is_worth_keeping(piece)]
    waiting = {piece.key: piece for piece in (*before.aside, *kept) if piece.key not in walk.restored}
    after = replace(before, pieces=pieces).with_aside(tuple(waiting.values()))
    is_same = after.pieces == before.pieces and after.aside == before.aside and catalog
    return Updated(
        catalog.at.source.text if is_same and catalog else after.joined(),
        added=len(walk.added),
        restored=len(walk.restored),
        set_aside=len(kept),
        dropped=len(orphans) - len(kept),
        refreshed=len(walk.refreshed),
        moved=_moved(before.pieces, pieces),
    )


class _Walk:
    """Goes through the texts of a book in their order and finds or makes the entry of each."""

    def __init__(
        self, book: Book, locale: str, source_locale: str, before: CatalogText, entries: Mapping[str, Entry]
    ) -> None:
        self.book = book
        self.locale = locale
        self.source_locale = source_locale
        self.before = before
        self.entries = entries
        self.known = {message.key for message in book.messages}
        self.added: list[str] = []
        self.restored: set[str] = set()
        self.refreshed: list[str] = []

    def pieces(self) -> Iterator[Piece]:
        here = {piece.key: piece for piece in self.before.pieces}
        aside = {piece.key: piece for piece in self.before.aside}
        wanted = {message.key for message in self.book.messages_for(self.locale)}
        gap = ""
        for message in self.book.messages:
            piece = here.get(message.key)
            if piece is None and message.key in aside:
                self.restored.add(message.key)
                piece = aside[message.key]
                entry = catalog_text.entries_in(piece.text, self.locale).get(message.key)
                yield self._in_step(piece, entry, message)
            elif piece:
                gap = self.before.end if piece.text.endswith(self.before.end * 2) else ""
                yield self._in_step(piece, self.entries.get(message.key), message)
            elif message.key in wanted:
                self.added.append(message.key)
                yield self._new(message, gap)

    def is_worth_keeping(self, piece: Piece) -> bool:
        """Whether somebody has written something in an entry."""
        is_noted = any(line.lstrip().startswith("#") for line in piece.text.splitlines())
        return is_noted or self.entries[piece.key].text(self.locale) is not None

    def _new(self, message: Message, gap: str) -> Piece:
        end = self.before.end
        texts = {self.source_locale: message.text, self.locale: ""}
        piece = entry_text.new(message.key, texts, self.before.indent, end)
        return replace(piece, text=piece.text + gap)

    def _in_step(self, piece: Piece, entry: Entry | None, message: Message) -> Piece:
        """The entry as it is; of one that has no translation yet, with the source text of today."""
        if entry is None or entry.text(self.locale) is not None:
            return piece
        changed: dict[str, str] = {}
        if (entry.text(self.source_locale) or "").strip() != message.text.strip():
            changed[self.source_locale] = message.text
            self.refreshed.append(message.key)
        if self.locale not in entry.texts:
            changed[self.locale] = ""
        return entry_text.edited(piece, changed, self.before.indent, self.before.end) if changed else piece


def _moved(before: tuple[Piece, ...], after: tuple[Piece, ...]) -> int:
    """How many entries do not stand in the order they had."""
    now = {piece.key: index for index, piece in enumerate(after)}
    old = [piece.key for piece in before if piece.key in now]
    new = sorted(old, key=now.__getitem__)
    return sum(one != other for one, other in zip(old, new, strict=True))
