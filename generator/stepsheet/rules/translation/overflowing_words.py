"""A translation is wider than its place in a picture.

Why: the words of a drawing do not wrap. They run over the frame they stand in, or out of the picture.
The room is that of the rectangle around the words, else that of the whole picture, and never less than the source text
takes. The width is that of the fonts of the sheet.
Bad:  {en: Save, de: Änderungen jetzt speichern}, on a button that is as wide as "Save"
Good: {en: Save, de: Sichern}
"""

from collections.abc import Iterator
from dataclasses import dataclass

from stepsheet.diagnostics import Finding, Location, Rule, Severity
from stepsheet.load import svg_text
from stepsheet.model.book import Book
from stepsheet.model.catalog import Standing
from stepsheet.model.content import Bundle
from stepsheet.rules.context import Context
from stepsheet.typeface import Phrase, widths

RULE = Rule("S220", "overflowing-words", Severity.WARNING, since="0.1")
_GRACE = 1.03  # the fonts of a browser may be a little wider or narrower


@dataclass(frozen=True, slots=True)
class _Words:
    """A translation of words in a picture, and the source text of today."""

    key: str
    label: svg_text.Label
    source: Phrase
    own: Phrase
    at: Location


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each translation of words in an SVG that does not fit."""
    if not isinstance(book, Bundle):
        return
    found = list(_translated(book, context))
    known = widths(phrase for words in found for phrase in (words.source, words.own))
    for words in found:
        size = words.label.size
        needed, room = size * known[words.own], max(words.label.room, size * known[words.source])
        if needed > _GRACE * room:
            yield Finding(
                words.at,
                f"the {words.own.locale!r} text of {words.key!r} is {needed:.0f} wide and has room for {room:.0f}",
                "write it shorter, or give it more room in the picture",
            )


def _translated(book: Bundle, context: Context) -> Iterator[_Words]:
    messages = {message.key: message.text for message in book.messages}
    for name in book.shown:
        picture = book.folder.pictures[name]
        if not picture.drawing or picture.drawing.faults:
            continue
        for label in svg_text.labels(picture.source.text or ""):
            key = f"images/{name}#{label.id}"
            for catalog in context.catalogs(book) if key in messages else ():
                standing, text = catalog.standing(key, messages[key], context.source_locale)
                if standing is not Standing.MISSING:
                    source = Phrase(messages[key], context.source_locale, label.is_bold)
                    own = Phrase(text, catalog.locale, label.is_bold)
                    yield _Words(key, label, source, own, catalog.entries[key].place(catalog.locale))
