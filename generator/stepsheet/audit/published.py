"""Which pages each locale must have, and which of them are for search engines, by how much of each is translated.

The policy stands here a second time (see `localize.presence`), counted from the author's files and the catalogs.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from stepsheet.audit.claims import spoken
from stepsheet.model.content import Bundle, Content
from stepsheet.model.navigation import NavigationEntry
from stepsheet.model.page import PageBook
from stepsheet.settings import Settings


@dataclass(frozen=True)
class Published:
    """The pages of the locales that were built; `locales` are these."""

    content: Content
    settings: Settings
    locales: Sequence[str]
    _shares: dict[tuple[str, str], int] = field(default_factory=dict, repr=False)

    def guides(self, locale: str) -> tuple[Bundle, ...]:
        """The guides that a locale has."""
        return tuple(one for one in self.content.bundles if not self.is_left_out(f"guides/{one.id}/", locale))

    def pages(self, locale: str) -> tuple[PageBook, ...]:
        """The plain pages that a locale has."""
        return tuple(one for one in self.content.shelf.pages if not self.is_left_out(f"pages/{one.id}/", locale))

    def following(self, bundle: Bundle, locale: str) -> tuple[Bundle, ...]:
        """The guides that come next, as far as the locale has them."""
        known = {one.id: one for one in self.guides(locale)}
        return tuple(known[name] for name in bundle.guide.next if name in known)

    def entries(self, locale: str) -> tuple[tuple[NavigationEntry, int], ...]:
        """The navigation of a locale, each entry with its depth: what stands below a page left out moves up."""
        book = self.content.navigation
        return tuple(self._walk(book.tree.navigation, locale, 1)) if book else ()

    def has_status(self, locale: str) -> bool:
        """Whether there is a translation that a locale tells the status of: its own, or in the source any other."""
        source = self.settings.locales[0]
        return any(book.messages for book in self.content.books) and any(
            one != source for one in (self.locales if locale == source else (locale,))
        )

    def is_left_out(self, folder: str, locale: str) -> bool:
        """Whether a locale does not have a page; folders are from the root of a locale."""
        least = self.settings.names[locale].publish_from
        return self._is_judged(locale) and (self._is_empty(folder, locale) or self._share(folder, locale) < least)

    def is_indexed(self, folder: str, locale: str) -> bool:
        """Whether search engines may name a page as one in the language of the locale."""
        if self.is_left_out(folder, locale):
            return False
        return not self._is_judged(locale) or self._share(folder, locale) >= self.settings.index_from

    def _is_judged(self, locale: str) -> bool:
        """The source is all there; without it there is nowhere to send a reader."""
        source = self.settings.locales[0]
        return locale != source and source in self.locales

    def _is_empty(self, folder: str, locale: str) -> bool:
        """Whether a list has nothing in it."""
        kind, _, name = folder.strip("/").partition("/")
        if kind == "contents":
            return not self.entries(locale)
        if kind != "categories":
            return False
        used = {one.guide.category for one in self.guides(locale)}
        return name not in used | {one.text.page.category for one in self.pages(locale)}

    def _share(self, folder: str, locale: str) -> int:
        """The percent of the texts of a page that are in the language of a locale; lists are in it by nature."""
        if (folder, locale) not in self._shares:
            self._shares[folder, locale] = self._counted(folder, locale)
        return self._shares[folder, locale]

    def _counted(self, folder: str, locale: str) -> int:
        kind, _, name = folder.strip("/").partition("/")
        if kind == "pages":
            page = next(one for one in self.content.shelf.pages if one.id == name)
            return 100 if locale in page.translations else 0
        if kind != "guides":
            return 100
        bundle, source = self.content.by_id[name], self.settings.locales[0]
        languages = [spoken(bundle, one, locale, source)[1] for one in bundle.messages_for(locale)]
        return 100 * languages.count(locale) // len(languages)

    def _walk(
        self, entries: Iterable[NavigationEntry], locale: str, depth: int
    ) -> Iterator[tuple[NavigationEntry, int]]:
        for entry in entries:
            folder = f"guides/{entry.guide}/" if entry.guide else f"pages/{entry.page}/" if entry.page else ""
            if folder and self.is_left_out(folder, locale):
                yield from self._walk(entry.entries, locale, depth)
                continue
            below = list(self._walk(entry.entries, locale, depth + 1))
            if folder or entry.link or below or not entry.entries:
                yield from ((entry, depth), *below)
