"""What a page names of the pages around it: the way to it, the ones before and after it, its category."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from stepsheet.audit import listing
from stepsheet.audit.claims import spoken
from stepsheet.audit.listing import Entry
from stepsheet.audit.scope import Audit
from stepsheet.model.navigation import NavigationEntry


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The titles around one page, in Markdown; None where there is no page."""

    trail: tuple[str, ...] = ()
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The pages of one locale by their folders, and what each of them stands among."""

    entries: Mapping[str, Entry]
    categories: Mapping[str, str]
    neighbours: Mapping[str, Neighbours] = field(default_factory=dict)

    @classmethod
    def of(cls, audit: Audit, locale: str) -> "Surroundings":
        """Those of a locale."""
        entries = {one.path: one for one in (*listing.guides(audit, locale), *listing.pages(audit, locale))}
        categories = {one.category or "": one.title for one in listing.categories(audit, locale)}
        return cls(entries, categories, dict(_neighbours(audit, locale, entries)))

    def around(self, path: str) -> Neighbours:
        """What is around a page; without the navigation, the way to it is by its category."""
        entry = self.entries[path]
        found = self.neighbours.get(path, Neighbours())
        category = self.categories.get(entry.category or "")
        if found.trail or category is None:
            return found
        return Neighbours((category,), found.before, found.after)


def _neighbours(audit: Audit, locale: str, entries: Mapping[str, Entry]) -> Iterator[tuple[str, Neighbours]]:
    book = audit.content.navigation
    if book is None:
        return
    own = {one.key: spoken(book, one, locale, audit.source_locale)[0] for one in book.messages}

    def title(entry: NavigationEntry) -> str:
        path = _path(entry)
        return entries[path].title if path else own[f"{entry.key}.title"]

    found: list[tuple[str, tuple[str, ...]]] = []
    above: list[str] = []
    for entry, depth in audit.published.entries(locale):
        del above[depth - 1 :]
        path = _path(entry)
        if path:
            found.append((path, tuple(above)))
        above.append(title(entry))
    titles = [None, *(entries[path].title for path, _ in found), None]
    for (path, trail), before, after in zip(found, titles, titles[2:], strict=False):
        yield path, Neighbours(trail, before, after)


def _path(entry: NavigationEntry) -> str:
    """The folder of the guide or page an entry leads to, empty for a group or a link."""
    if entry.guide:
        return f"guides/{entry.guide}/"
    return f"pages/{entry.page}/" if entry.page else ""
