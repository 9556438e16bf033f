"""How far the translations are, counted from the author's files and the catalogs: what the status page must tell.

Nothing here asks `stepsheet.translating`, whose figures are part of what is proven.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stepsheet.audit.claims import spoken
from stepsheet.audit.scope import Audit
from stepsheet.diagnostics import Location
from stepsheet.localize.interface import Interface
from stepsheet.model import prose
from stepsheet.model.book import Book, FileBook
from stepsheet.model.catalog import Catalog
from stepsheet.model.content import Bundle
from stepsheet.model.element import Message
from stepsheet.model.page import PageBook
from stepsheet.model.text import Kind
from stepsheet.model.wording import words

_ASIDE = re.compile(r"^#~ ([^\s#].*):[ \t]*\r?$", re.MULTILINE)
STATUS = "translations/"
COUNTS = ("ok", "stale", "missing", "orphan", "words_left")


@dataclass(frozen=True, slots=True)
class Entry:
    """A translation that is out of date, and where it stands; of a plain page there are no texts."""

    key: str
    at: Location
    was: str | None
    source: str | None
    translation: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A book in a locale; `title` is in the language of the page, None for a list.

    `presence` says in the words of the data whether the locale has its page; `file` is where the translation is or
    would be, below the content folder, and `is_there` whether there is one.
    """

    book: str
    locale: str
    place: Location
    title: str | None
    presence: str
    file: str
    is_there: bool
    counts: dict[str, int]
    outdated: tuple[Entry, ...]


def told(audit: Audit, locale: str) -> dict[str, tuple[Standing, ...]]:
    """What the page of a locale tells, by the locales that it tells of: all others on the source's, else its own."""
    others = [one for one in audit.prefixes if one != audit.source_locale]
    of = others if locale == audit.source_locale else [locale]
    found = {one: tuple(_standings(audit, one, locale)) for one in of}
    return {one: standings for one, standings in found.items() if standings}


def whole(standings: tuple[Standing, ...]) -> dict[str, int]:
    """The figures of a locale."""
    sums = {name: sum(one.counts[name] for one in standings) for name in COUNTS}
    return sums | {"percent": _percent(sums)}


def _standings(audit: Audit, locale: str, reader: str) -> Iterator[Standing]:
    for book in audit.content.books:
        if book.messages:
            yield _standing(audit, book, locale, reader)


def _standing(audit: Audit, book: Book, locale: str, reader: str) -> Standing:
    name = _name(book)
    if isinstance(book, PageBook):
        is_there, file, (outdated, counts) = locale in book.translations, f"{name}.{locale}.md", _page(book, locale)
    else:
        file = f"{name}.{locale}.yml" if isinstance(book, FileBook) else f"{name}/{locale}.yml"
        is_there, (outdated, counts) = locale in book.catalogs, _texts(audit, book, locale)
    title, presence = _title(audit, book, reader), _presence(audit, name, locale)
    return Standing(
        name, locale, book.place, title, presence, file, is_there, counts | {"percent": _percent(counts)}, outdated
    )


def _name(book: Book) -> str:
    if isinstance(book, PageBook):
        return f"pages/{book.id}"
    return f"guides/{book.id}" if isinstance(book, Bundle) else getattr(book, "name", "")


def _title(audit: Audit, book: Book, reader: str) -> str | None:
    if isinstance(book, PageBook):
        return plain(book.shown(reader).page.title)
    if not isinstance(book, Bundle):
        return None
    message = next(one for one in book.messages if one.key == "title")
    return plain(spoken(book, message, reader, audit.source_locale)[0])


def _presence(audit: Audit, name: str, locale: str) -> str:
    if "/" not in name:
        return "translated"
    if audit.published.is_left_out(f"{name}/", locale):
        return "left out"
    return "translated" if audit.published.is_indexed(f"{name}/", locale) else "shown"


def _page(book: PageBook, locale: str) -> tuple[tuple[Entry, ...], dict[str, int]]:
    made = book.translations.get(locale)
    page = book.text.page
    left = sum(words(text, Kind.PROSE) for text in (page.title, page.summary or "", book.text.body))
    is_fresh = made is not None and made.page.translates == book.text.fingerprint
    counts = {
        "ok": int(is_fresh),
        "stale": int(made is not None and not is_fresh),
        "missing": int(made is None),
        "orphan": 0,
        "words_left": 0 if is_fresh else left,
    }
    return ((Entry("text", made.place, None, None, None),) if made and not is_fresh else ()), counts


def _texts(audit: Audit, book: Book, locale: str) -> tuple[tuple[Entry, ...], dict[str, int]]:
    catalog, source = book.catalogs.get(locale), audit.source_locale
    messages = book.messages_for(locale)
    states = [spoken(book, one, locale, source)[2] for one in messages]
    left = [one for one, state in zip(messages, states, strict=True) if state != "translated"]
    stale = [one for one, state in zip(messages, states, strict=True) if state == "stale"]
    counts = {
        "ok": states.count("translated"),
        "stale": len(stale),
        "missing": states.count("missing"),
        "orphan": _orphans(book, catalog),
        "words_left": sum(words(one.text, one.kind) for one in left),
    }
    return tuple(_entry(catalog, one, source) for one in stale if catalog), counts


def _entry(catalog: Catalog, message: Message, source: str) -> Entry:
    entry = catalog.entries[message.key]
    at = entry.place(catalog.locale)
    return Entry(message.key, at, entry.text(source) or "", message.text, entry.text(catalog.locale))


def _orphans(book: Book, catalog: Catalog | None) -> int:
    """The entries that translate nothing, with those that stand behind marks at the end of the file."""
    if catalog is None:
        return 0
    known = {message.key for message in book.messages}
    aside = (key.strip("'\"") for key in _ASIDE.findall(catalog.at.source.text))
    return len({*catalog.entries, *aside} - known)


def _percent(counts: dict[str, int]) -> int:
    total = counts["ok"] + counts["stale"] + counts["missing"]
    return 100 * counts["ok"] // total if total else 100


def plain(text: str) -> str:
    """The words of a line without its marks."""
    return "".join(" " if one.type.endswith("break") else one.content for one in prose.inline(text))


def named(standing: Standing, reader: str) -> str:
    """What the page calls a book."""
    return standing.title or Interface(reader).gettext(standing.book.capitalize())


def edit(audit: Audit, one: Standing, entry: Entry | None = None) -> str | None:
    """Where a translation is mended, None where there is no repository or no file."""
    if audit.settings.edit_url is None or not one.is_there:
        return None
    return f"{audit.settings.edit_url}{one.file}{f'#L{entry.at.line}' if entry else ''}"
