"""Which pages are in which locale: all of them, unless the operator asks for more translation than there is.

What counts is the share of a page's texts that its readers get in their own language; an outdated translation counts,
a text that fell back to the source language does not.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum

from stepsheet.localize.speaker import Speaker
from stepsheet.model.content import Content
from stepsheet.model.navigation import NavigationEntry

CONTENTS = "contents/"


class Presence(Enum):
    """How far a page is in a locale."""

    TRANSLATED = "translated"  # for readers and for search engines
    SHOWN = "shown"  # for readers; search engines are sent to the source
    LEFT_OUT = "left out"  # readers are sent to the source


@dataclass(frozen=True, slots=True)
class Bounds:
    """Percent of its texts that must be translated: for search engines, and in each locale for a page to be there."""

    index_from: int
    publish_from: Mapping[str, int]

    def presence(self, locale: str, percent: int) -> Presence:
        """What becomes of a page of which so much is translated."""
        if percent < self.publish_from.get(locale, 0):
            return Presence.LEFT_OUT
        return Presence.TRANSLATED if percent >= self.index_from else Presence.SHOWN


@dataclass(frozen=True, slots=True)
class Presences:
    """By folder from the root of a locale, like `guides/tea/`, and by locale; what is not here is translated."""

    of: Mapping[str, Mapping[str, Presence]]

    def __call__(self, folder: str, locale: str) -> Presence:
        """How far a page is in a locale."""
        return self.of.get(folder, {}).get(locale, Presence.TRANSLATED)

    def left_out(self, locale: str) -> frozenset[str]:
        """The folders of the pages that are not in a locale."""
        return frozenset(folder for folder, found in self.of.items() if found.get(locale) is Presence.LEFT_OUT)


EVERYWHERE = Presences({})


def presences(content: Content, locales: Sequence[str], source_locale: str, bounds: Bounds) -> Presences:
    """How far each page is in each locale. Nothing is left out of a site that has no source to send its readers to."""
    found: dict[str, dict[str, Presence]] = {}
    for locale in locales if source_locale in locales else ():
        if locale != source_locale:
            told = {name: bounds.presence(locale, share) for name, share in _shares(content, locale, source_locale)}
            told |= dict.fromkeys(_empty(content, told), Presence.LEFT_OUT)
            for folder, presence in told.items():
                found.setdefault(folder, {})[locale] = presence
    return Presences(found)


def _shares(content: Content, locale: str, source_locale: str) -> Iterator[tuple[str, int]]:
    """The percent of each guide and plain page that is in the locale's language."""
    for bundle in content.bundles:
        yield f"guides/{bundle.id}/", Speaker(bundle, locale, source_locale).percent
    for page in content.shelf.pages:
        yield f"pages/{page.id}/", 100 if locale in page.translations else 0


def _empty(content: Content, told: Mapping[str, Presence]) -> Iterator[str]:
    """The lists in which nothing is left."""
    absent = {folder for folder, presence in told.items() if presence is Presence.LEFT_OUT}
    members: dict[str, set[str]] = {}
    for bundle in content.bundles:
        members.setdefault(bundle.guide.category or "", set()).add(f"guides/{bundle.id}/")
    for page in content.shelf.pages:
        members.setdefault(page.text.page.category or "", set()).add(f"pages/{page.id}/")
    for category in content.categories.categories if content.categories else ():
        if category.id in members and members[category.id] <= absent:
            yield f"categories/{category.id}/"
    entries = content.navigation.tree.navigation if content.navigation else ()
    if entries and not any(_leads(entry, absent) for entry in entries):
        yield CONTENTS


def _leads(entry: NavigationEntry, absent: AbstractSet[str]) -> bool:
    """Whether an entry is shown, or one below it."""
    own = f"guides/{entry.guide}/" if entry.guide else f"pages/{entry.page}/" if entry.page else ""
    alone = own not in absent if own else bool(entry.link) or not entry.entries
    return alone or any(_leads(one, absent) for one in entry.entries)
