"""Where a change leads: the places of a project that hang on a stretch of one of its files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from stepsheet.diagnostics import Location
from stepsheet.model.body import Picture
from stepsheet.model.book import Book
from stepsheet.model.content import Bundle, Category
from stepsheet.model.element import Element
from stepsheet.model.guide import Option
from stepsheet.rules.guide.unknown_option import conditional

from .operators.references import REFERENCE
from .project import Original
from .splice import Span

WHOLE = 10**9


@dataclass(frozen=True)
class Spot:
    """Lines of a file."""

    name: str
    first: int
    last: int


@dataclass(frozen=True)
class Consequences:
    """What depends on what in a project, found in the model by itself: no rule is asked.

    - A text: its entry in each catalog; an entry of a catalog: its text.
    - A part with an id: the references to it. An option: the conditions that name it, and the option a condition names.
    - A picture that is mentioned: its file, and its words in the catalogs; a picture's file: the mentions of it.
    - A category, a guide or a page as a whole: whatever names it.
    - A page in the source language: its translations, and the reverse.
    """

    original: Original
    _names: dict[Path, str] = field(default_factory=dict)

    def of(self, name: str, span: Span | None) -> frozenset[Spot]:
        """The spots that hang on a stretch of a file, on all of it when there is no stretch."""
        return frozenset(self._of(name, span or (0, WHOLE), whole=span is None))

    def _of(self, name: str, span: Span, *, whole: bool) -> Iterator[Spot]:
        for book in self.original.content.books:
            yield from self._texts(book, name, span)
            yield from self._parts(book, name, span)
        yield from self._pictures(name)
        yield from self._pages(name)
        yield from self._anchors(name, span)
        if whole:
            yield from self._named(name)

    def _in(self, at: Location, name: str, span: Span) -> bool:
        return self.name(at) == name and span[0] <= at.source.offset(at.line, at.column) < span[1]

    def name(self, at: Location) -> str:
        """The file of a place, below the content folder."""
        path = at.source.path
        if path not in self._names:
            self._names[path] = path.relative_to(self.original.root / "content").as_posix()
        return self._names[path]

    def spot(self, at: Location, last: int = 0) -> Spot:
        """A place as a spot."""
        return Spot(self.name(at), at.line, max(at.end_line, last))

    def _texts(self, book: Book, name: str, span: Span) -> Iterator[Spot]:
        messages = {message.key: message for message in book.messages}
        for catalog in book.catalogs.values():
            for key, entry in catalog.entries.items():
                message = messages.get(key)
                inside = self._in(entry.at, name, span)
                if message and inside:
                    yield self.spot(message.at)
                if inside or (message and self._in(message.at, name, span)):
                    yield self.spot(entry.at, max([text.at.end_line for text in entry.texts.values()], default=0))

    def _parts(self, book: Book, name: str, span: Span) -> Iterator[Spot]:
        for part in book.parts:
            if not self._in(part._node.at, name, span) and not self._id_in(part, name, span):
                continue
            yield from self._references(book, part)
            if isinstance(part, Picture) and isinstance(book, Bundle):
                yield from self._picture(book, part.src)
            if isinstance(part, Category):
                yield from self._categories(part.id)
        if isinstance(book, Bundle):
            yield from self._conditions(book, name, span)
            yield from (
                spot
                for image in book.images
                if self._in(image.at("src"), name, span)
                for spot in self._picture(book, image.src)
            )

    def _id_in(self, part: Element, name: str, span: Span) -> bool:
        return self._in(part.location, name, span)

    def _references(self, book: Book, part: Element) -> Iterator[Spot]:
        guide = book.id if isinstance(book, Bundle) else ""
        if guide and part.key:
            yield from self.mentions((guide, part.key))

    def mentions(self, target: tuple[str, str]) -> Iterator[Spot]:
        """The lines with a reference to a part of a guide or page, or to the whole of one."""
        return (spot for found, spot in self._mentions if found == target)

    @cached_property
    def _mentions(self) -> tuple[tuple[tuple[str, str], Spot], ...]:
        return tuple(self._all_mentions())

    def _all_mentions(self) -> Iterator[tuple[tuple[str, str], Spot]]:
        for name in self.original.files:
            if name.endswith((".yml", ".md")):
                own = Path(name).parent.name
                for number, line in enumerate(self.original.text(name).split("\n"), 1):
                    for kind, path in REFERENCE.findall(line):
                        there, _, inner = path.partition("/")
                        target = (there, inner) if kind in {"guide", "page"} else (own, path)
                        yield target, Spot(name, number, number)
                        yield (target[0], ""), Spot(name, number, number)

    def _conditions(self, book: Bundle, name: str, span: Span) -> Iterator[Spot]:
        options = {option.id: option for option in book.guide.options}
        for part in conditional(book):
            for named in part.when or ():
                option = options.get(named)
                if (
                    (option and self._in(option._node.at, name, span))
                    or (option and any(self._in(choice.location, name, span) for choice in option.choices))
                    or (option and self._holds(name, span, option))
                ):
                    yield self.spot(part.at("when"))
                if option and self._in(part.at("when"), name, span):
                    yield self.spot(option.location)

    def _holds(self, name: str, span: Span, option: Option) -> bool:
        return self._in(option.location, name, span)

    def _picture(self, book: Bundle, src: str) -> Iterator[Spot]:
        yield Spot(f"guides/{book.id}/images/{src}", 1, WHOLE)
        for catalog in book.catalogs.values():
            for key, entry in catalog.entries.items():
                if key.startswith(f"images/{src}#"):
                    yield self.spot(entry.at)

    def _pictures(self, name: str) -> Iterator[Spot]:
        folder, _, file = name.rpartition("/images/")
        for gallery in self.original.content.galleries if file else ():
            if self.name(Location(gallery.folder.source)) == folder:
                yield from (self.spot(image.at("src")) for image in gallery.images if image.src == file)

    def _pages(self, name: str) -> Iterator[Spot]:
        for page in self.original.content.shelf.pages:
            names = [self.name(text.place) for text in page.texts]
            if name in names:
                yield from (self.spot(text.page.at("translates")) for text in page.texts if text is not page.text)
                yield Spot(names[0], 1, 1)

    def _anchors(self, name: str, span: Span) -> Iterator[Spot]:
        """The links to a heading of a page."""
        for page in self.original.content.shelf.pages:
            for text in page.texts:
                for anchor, at in text.anchors:
                    if self._in(at, name, span):
                        yield from self.mentions((page.id, anchor))
                        yield from (self.spot(block.at) for block in text.blocks if f"(#{anchor})" in block.text)

    def _categories(self, name: str) -> Iterator[Spot]:
        for book in self.original.content.books:
            if getattr(book.root, "category", None) == name:
                yield self.spot(book.root.at("category"))

    def _named(self, name: str) -> Iterator[Spot]:
        """What names a guide, a page or the categories, whose file is harmed as a whole."""
        path = Path(name)
        ids = {path.parent.name} if path.name == "guide.yml" else {path.name.partition(".")[0]}
        for own in ids:
            yield from self.mentions((own, ""))
        for book in self.original.content.books:
            yield from self._entries(book.root, ids)
            if path.name == "categories.yml" and getattr(book.root, "category", None):
                yield self.spot(book.root.at("category"))
            if path.name == book.catalog_file("en").name and path.parent.name == book.place.source.path.parent.name:
                yield self.spot(book.place)
        if path.suffix in {".yml", ".md"}:
            yield Spot(path.parent.as_posix(), 1, 1)

    def _entries(self, root: Element, ids: Iterable[str]) -> Iterator[Spot]:
        for part in (root, *root.descendants()):
            for key in ("guide", "page"):
                if getattr(part, key, None) in ids:
                    yield self.spot(part.at(key))
            for index, following in enumerate(getattr(part, "next", ()) or ()):
                if following in ids:
                    yield self.spot(part.at("next", index))
