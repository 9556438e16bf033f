"""The pages of a locale as a list of them must have them, and lists held against that."""

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from stepsheet.audit.claims import Claims, spoken
from stepsheet.audit.faults import wrong_list
from stepsheet.audit.page_claims import PageClaims
from stepsheet.audit.scope import Audit
from stepsheet.audit.wording import words
from stepsheet.diagnostics import Diagnostic, Location
from stepsheet.model import prose
from stepsheet.model.book import Book
from stepsheet.model.element import Message

CONTENTS = "contents/"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: `path` is its folder from the root of its locale, `category` the id of the category it belongs to.

    `title` and `summary` are what a reader of the locale gets, in Markdown; the summary of some is empty. `states` say
    of each whether it is an up-to-date translation.
    """

    path: str
    title: str
    summary: str
    place: Location
    category: str | None = None
    states: tuple[str, str] = ("source", "source")

    @property
    def markdown(self) -> str:
        """The Markdown of a guide or page."""
        return f"{self.path.rstrip('/')}.md"


def guides(audit: Audit, locale: str) -> tuple[Entry, ...]:
    """Every guide of a locale."""
    made = []
    for bundle in audit.published.guides(locale):
        texts = {one.key: one for one in bundle.guide.contents() if isinstance(one, Message)}
        claims = Claims(bundle, locale, audit.source_locale)
        (title, _, state), (summary, _, other) = (claims.text(texts[name]) for name in ("title", "summary"))
        path, category = f"guides/{bundle.id}/", bundle.guide.category
        made.append(Entry(path, title, summary, bundle.place, category, (state, other)))
    return tuple(made)


def pages(audit: Audit, locale: str) -> tuple[Entry, ...]:
    """Every plain page of a locale."""
    claims = (PageClaims(page, locale, audit.source_locale) for page in audit.published.pages(locale))
    return tuple(
        Entry(
            f"pages/{one.bundle.id}/",
            one.shown.page.title,
            one.shown.page.summary or "",
            one.shown.place,
            one.bundle.text.page.category,
            (one.state, one.state),
        )
        for one in claims
    )


def categories(audit: Audit, locale: str) -> tuple[Entry, ...]:
    """Every category of a locale that has something in it: the others have no page."""
    book = audit.content.categories
    if book is None:
        return ()
    texts = _texts(audit, book, locale)
    filled = {one.category for one in (*guides(audit, locale), *pages(audit, locale))}
    return tuple(
        Entry(
            f"categories/{one.id}/",
            texts[f"{one.key}.title"],
            texts.get(f"{one.key}.summary", ""),
            one.location,
            one.id,
        )
        for one in book.categories
        if one.id in filled
    )


def everything(audit: Audit, locale: str) -> dict[str, Location]:
    """The folder of every page of a locale, and where it comes from."""
    book = audit.content.navigation
    made = {"": Location(audit.built.at("index.html").source)}
    if book and audit.published.entries(locale):
        made[CONTENTS] = book.place
    if audit.published.has_status(locale):
        made["translations/"] = Location(audit.built.at("index.html").source)
    entries = (*categories(audit, locale), *guides(audit, locale), *pages(audit, locale))
    return made | {entry.path: entry.place for entry in entries}


def _texts(audit: Audit, book: Book, locale: str) -> dict[str, str]:
    return {one.key: spoken(book, one, locale, audit.source_locale)[0] for one in book.messages}


def compare(wanted: Mapping[str, Location], found: Sequence[str], file: str, here: Location) -> Iterator[Diagnostic]:
    """Paths that a list leaves out, has twice, or should not have; `here` is the list itself."""
    counts = Counter(found)
    for path, place in wanted.items():
        if not counts[path]:
            yield wrong_list.missing(place, path or "the home page", file)
        elif counts[path] > 1:
            yield wrong_list.twice(place, path or "the home page", file)
    for path in counts:
        if path not in wanted:
            yield wrong_list.stray(here, path or "a page without an address", file)


def led(file: str, href: str, address: str | None) -> str | None:
    """The path in the site to which a link in a file leads, None for one that leads elsewhere.

    `address` is the public address of the site.
    """
    if address and href.startswith(address):
        return unquote(urlsplit(href.removeprefix(address)).path)
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(parts.path)))
    return "" if path == "." else path + ("/" if parts.path.endswith(("/", ".")) and path else "")


def within(path: str, prefix: str) -> str:
    """A path from the root of a locale; one with a slash before it is of another locale."""
    return path.removeprefix(prefix) if path.startswith(prefix) else f"/{path}"


def plain(text: str) -> str:
    """The words of a line of Markdown, without blanks between them."""
    said = ("\n" if one.type.endswith("break") else one.content for one in prose.inline(text))
    return "".join(words("".join(said)))
