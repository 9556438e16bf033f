"""Everything an author wrote, typed: guides with their files, categories, catalogs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from stepsheet.diagnostics import Diagnostic, Location
from stepsheet.load import folders
from stepsheet.load.files import Root
from stepsheet.load.folders import GuideFolder
from stepsheet.load.nodes import Node
from stepsheet.model import build, catalog, glossary, pages, redirects
from stepsheet.model.body import Picture, variant
from stepsheet.model.book import Book, FileBook
from stepsheet.model.build import Built
from stepsheet.model.catalog import Catalog
from stepsheet.model.element import ID_PATTERN, Element, Id, Message
from stepsheet.model.faults import malformed_id
from stepsheet.model.gallery import Gallery, Terms
from stepsheet.model.glossary import Term
from stepsheet.model.guide import Guide
from stepsheet.model.navigation import Navigation, NavigationBook
from stepsheet.model.page import Shelf
from stepsheet.model.problem import begin
from stepsheet.model.redirects import Redirects
from stepsheet.model.text import Kind, Line


class Category(Element):
    """A group of guides."""

    id: Id
    title: Line
    summary: Line | None = None


class Categories(Element):
    """The file of all categories, in the order of the navigation."""

    categories: tuple[Category, ...]


_TERMS = Terms(
    shown_by="step",
    named_in="guide.yml",
    to_name="put the picture into images/ of this guide and write its name alone",
    to_describe="add `alt:` with what the picture says; `decorative: true` if it says nothing",
)


@dataclass(frozen=True)
class Bundle(Book, Gallery):
    """A guide and the files around it."""

    guide: Guide
    folder: GuideFolder
    terms = _TERMS

    @property
    def id(self) -> str:
        """The id of the guide."""
        return self.folder.id

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        """Every text of the guide, then the words of its pictures."""
        return (*self.guide.messages(), *(message for name in self.shown for message in self.picture_messages(name)))

    @cached_property
    def images(self) -> tuple[Picture, ...]:
        """Every mention of a picture file, in reading order."""
        return tuple(part for part in self.parts if isinstance(part, Picture))

    def messages_for(self, locale: str) -> tuple[Message, ...]:
        """All texts but the words of pictures that the locale has an own version of."""
        own = tuple(f"images/{name}#" for name in self.sources if variant(name, locale) in self.folder.pictures)
        return tuple(message for message in self.messages if not message.key.startswith(own)) if own else self.messages

    def picture_messages(self, name: str) -> Iterator[Message]:
        """The words of an SVG picture, keyed `images/<file>#<text id>`; words without an id are left out."""
        picture = self.folder.pictures[name]
        for words in picture.drawing.words if picture.drawing else ():
            if words.id:
                at = picture.at(words.line, words.column)
                text = " ".join(words.text.split())  # as it is drawn (SVG 2, section 11.7.2)
                yield Message(f"images/{name}#{words.id}", text, Kind.PLAIN, at, hazard=False)


@dataclass(frozen=True)
class CategoryBook(FileBook):
    """The categories and their catalogs."""

    categories: tuple[Category, ...]


@dataclass(frozen=True)
class Content:
    """All content; bundles in order of the guides' ids.

    `guide_ids` and `page_ids` name those that could not be read too, so that a reference to one is not called broken.
    `faulty` are the files in which something is wrong already, so that none of them is called missing.
    """

    bundles: tuple[Bundle, ...]
    categories: CategoryBook | None
    navigation: NavigationBook | None
    shelf: Shelf
    redirects: tuple[Redirects, ...]
    terms: tuple[Term, ...]
    guide_ids: frozenset[str]
    page_ids: frozenset[str]
    faulty: frozenset[Path]

    @cached_property
    def by_id(self) -> Mapping[str, Bundle]:
        """The guides that could be read, by their ids."""
        return {bundle.id: bundle for bundle in self.bundles}

    @property
    def books(self) -> tuple[Book, ...]:
        """Everything that holds texts."""
        return (*self.bundles, *self.shelf.pages, *(book for book in (self.categories, self.navigation) if book))

    @property
    def galleries(self) -> tuple[Gallery, ...]:
        """Every folder of pictures."""
        return (*self.bundles, self.shelf)


def read(content: Path, shown_from: Path, source_locale: str) -> tuple[Content, list[Diagnostic]]:
    """Everything in the content folder that can be read, and what is wrong with the rest."""
    root = Root(content, shown_from)
    found, problems = folders.guides(root)
    bundles = tuple(bundle for folder in found if (bundle := _bundle(folder, problems)))
    ids = frozenset(path.name for path in (content / "guides").glob("[!.]*") if path.is_dir())
    categories, navigation = _categories(root, problems), _navigation(root, problems)
    shelf = pages.shelf(root, source_locale, problems)
    page_ids = frozenset(name for name, locale in shelf.folder.names if locale == source_locale)
    moved, terms = redirects.read(root, problems), glossary.read(root, problems)
    faulty = frozenset(problem.finding.location.source.path for problem in problems)
    return Content(bundles, categories, navigation, shelf, moved, terms, ids, page_ids, faulty), problems


def _bundle(folder: GuideFolder, problems: list[Diagnostic]) -> Bundle | None:
    if not re.fullmatch(ID_PATTERN, folder.id):
        problems.append(malformed_id.at(Location(folder.source), f"the folder's name {folder.id!r}", folder.id))
        return None
    guide, faults = build.element(folder.guide, Guide)
    problems += faults
    catalogs = _catalogs(folder.catalogs, problems)
    if guide is None:
        return None
    return Bundle(guide, catalogs, begin(folder.guide), guide.named(folder.id), folder)


def _categories(root: Root, problems: list[Diagnostic]) -> CategoryBook | None:
    read = _file("categories", Categories, root, problems)
    return CategoryBook(*read, "categories", read[0].categories) if read else None


def _navigation(root: Root, problems: list[Diagnostic]) -> NavigationBook | None:
    read = _file("navigation", Navigation, root, problems)
    return NavigationBook(*read, "navigation", read[0]) if read else None


def _file(
    name: str, model: type[Built], root: Root, problems: list[Diagnostic]
) -> tuple[Built, dict[str, Catalog], Location] | None:
    """A file beside the guides and its catalogs, None when there is no such file, or when it cannot be read."""
    file, faults = folders.text_file(name, root)
    problems += faults
    made = None
    if file:
        made, shape = build.element(file.root, model)
        problems += shape
    if file is None or made is None:
        return None
    made.bind("")
    return made, _catalogs(file.catalogs, problems), begin(file.root)


def _catalogs(nodes: Mapping[str, Node], problems: list[Diagnostic]) -> dict[str, Catalog]:
    found: dict[str, Catalog] = {}
    for locale, node in nodes.items():
        made, faults = catalog.build(locale, node)
        problems += faults
        if made:
            found[locale] = made
    return found
