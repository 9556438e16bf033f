"""A book: source texts and their translations, which is what most rules look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from stepsheet.diagnostics import Location
from stepsheet.model.catalog import Catalog
from stepsheet.model.element import Element, Message
from stepsheet.model.guide import Field, Section, Step, SubStep

# What a reference of each kind may lead to.
PLACES: Mapping[str, tuple[type[Element], ...]] = {"step": (Step, SubStep), "section": (Section,), "field": (Field,)}


@dataclass(frozen=True)
class Book:
    """A file of source texts and its catalogs by locale; `place` is where findings about the whole of it point."""

    root: Element
    catalogs: Mapping[str, Catalog]
    place: Location

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        """Every translatable text, in reading order."""
        return tuple(self.root.messages())

    def messages_for(self, locale: str) -> tuple[Message, ...]:
        """The texts that a locale needs translations of."""
        del locale
        return self.messages

    def catalog_name(self, locale: str) -> str:
        """What the catalog of a locale is called."""
        return f"{locale}.yml"

    def catalog_file(self, locale: str) -> Path:
        """Where the catalog of a locale is, or would be."""
        return self.place.source.path.with_name(self.catalog_name(locale))

    def catalog_shown(self, locale: str) -> str:
        """The path of that file as people see it."""
        return PurePosixPath(self.place.source.name).with_name(self.catalog_name(locale)).as_posix()

    @cached_property
    def parts(self) -> tuple[Element, ...]:
        """The root and every element in it, in reading order."""
        return (self.root, *self.root.descendants())

    @cached_property
    def places(self) -> Mapping[str, frozenset[str]]:
        """The id paths that a reference of each kind may name."""
        return {
            kind: frozenset(part.key for part in self.parts if isinstance(part, elements))
            for kind, elements in PLACES.items()
        }


@dataclass(frozen=True)
class FileBook(Book):
    """A YAML file beside the guides and its catalogs; `name` is the first word of their names."""

    name: str

    def catalog_name(self, locale: str) -> str:
        """What the catalog of a locale is called."""
        return f"{self.name}.{locale}.yml"
