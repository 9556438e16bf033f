"""The pages of a space in one language, each understood, with what it takes to write them: links, pictures, titles."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath

from stepsheet import forks
from stepsheet.importing import mended
from stepsheet.importing.classify.page import draft as understand
from stepsheet.importing.draft import Draft
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.includes import expanded
from stepsheet.importing.links import Links, Target
from stepsheet.importing.markup import parse
from stepsheet.importing.pictures import Album, Fetch, Gallery
from stepsheet.importing.space import SourcePage, Space
from stepsheet.importing.tree import words
from stepsheet.importing.writing.means import Means


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants: the language of the pages, a category for the guides, downloads or not."""

    flavour: Flavour
    locale: str
    category: str | None = None
    fetch: Fetch | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """The drafts of a space by the paths of their pages, and what each page becomes."""

    space: Space
    wishes: Wishes
    drafts: Mapping[PurePosixPath, Draft]
    targets: Mapping[PurePosixPath, Target]
    links: Links
    gallery: Gallery
    titles: Mapping[str, str]

    def means(self, page: SourcePage, album: Album) -> Means:
        """What writing the page takes; its pictures go into the album."""
        return Means(
            page.source, partial(self.links.resolve, page), partial(album.take, page), partial(self._title, page)
        )

    def _title(self, page: SourcePage, href: str) -> str:
        """The title of the page that a link leads to, empty when it leads to none of these."""
        path = self.links.page(page.path, href)
        return self.titles.get(self.targets[path].reference, "") if path else ""


def drafts(space: Space, wishes: Wishes) -> dict[PurePosixPath, Draft]:
    """Every page of a space, understood."""
    made = forks.each(partial(draft, space=space, wishes=wishes), space.pages)
    return {page.path: one for page, one in zip(space.pages, made, strict=True)}


def draft(page: SourcePage, space: Space, wishes: Wishes) -> Draft:
    """One page, understood, with the reusable passages that it includes."""
    parsed = expanded(parse(page.source, wishes.flavour), page.path, space, wishes.flavour)
    made = understand(parsed, page.source, page.path, category=wishes.category)
    told = (*mended.entries(page.source, parsed.repaired), *mended.dark_icons(page.source, parsed.blocks))
    return replace(made, entries=(*told, *made.entries))


def understood(
    space: Space, wishes: Wishes, made: Mapping[PurePosixPath, Draft], targets: Mapping[PurePosixPath, Target]
) -> Understood:
    """The drafts with all that lies around them."""
    titles = {targets[path].reference: words(one.title) for path, one in made.items() if path in targets}
    return Understood(space, wishes, made, targets, Links(space, targets), Gallery(space, wishes.fetch), titles)
