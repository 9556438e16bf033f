"""A legal edit: nothing is found, and what readers get differs in what the author has changed, and in nothing else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from stepsheet.diagnostics import Diagnostic
from stepsheet.model.catalog import Standing

from .differences import ORDER, TEXT, Differences, Leaf, differences
from .mutant import Mutant
from .project import Original
from .tree import Place
from .ways import way

# What an author does to the text of a plain page; a link or a picture that is broken is no such edit.
EDITS_OF_PAGES = frozenset(
    {"change-block", "delete-block", "double-block", "swap-blocks", "delete-anchor", "rename-anchor"}
    | {"change-text", "cut-text", "delete-key", "put-odd-character", "value-to-number"}
)


@dataclass(frozen=True)
class Edit:
    """A mutant that no error or warning points at; `hints` do."""

    mutant: Mutant
    original: Original
    before: dict[Leaf, Any]
    after: dict[Leaf, Any]
    hints: tuple[Diagnostic, ...]

    @cached_property
    def differences(self) -> Differences:
        """Which of the leaves differ."""
        return differences(self.before, self.after)

    @property
    def place(self) -> Place | None:
        """The value of the model that was changed; none in a catalog or in Markdown."""
        place = self.mutant.place
        return place if place and place.tree.model else None

    @property
    def way(self) -> Leaf:
        """Where readers get the changed value."""
        return way(self.place) if self.place else ()

    @property
    def is_nothing(self) -> bool:
        """Whether readers get the same as before."""
        return not self.differences

    def only(self, holds: Callable[[Leaf], bool]) -> bool:
        """Whether something differs, and all that does is so; a leaf is given without its locale."""
        return bool(self.differences) and all(holds(leaf[1:]) for leaf in self.differences)

    def within(self, *ways: Leaf) -> bool:
        """Whether all that differs lies at one of the ways, or is the order of the list that a way leads into."""
        return self.only(lambda leaf: any(leaf[: len(way)] == way or leaf == (*way[:-1], ORDER) for way in ways if way))

    def texts(self, key: str, *locales: str) -> bool:
        """Whether all that differs is one text of the changed file, in these locales (in any when none is given)."""
        return self.only(lambda leaf: leaf[-1] == TEXT and self._is_own(leaf)) and all(
            (not locales or leaf[0] in locales) and {value[0] for value in pair if value} == {key}
            for leaf, pair in self.differences.items()
        )

    def _is_own(self, leaf: Leaf) -> bool:
        """Whether a leaf is of the guide that was changed, or names it; other files have keys of their own."""
        path = PurePosixPath(self.mutant.name)
        names = (step.partition("/")[0].removeprefix("guide") for step in leaf)
        return path.parts[0] != "guides" or path.parts[1] in names

    @property
    def key(self) -> str:
        """The key in the catalog of the text that was changed, empty when it is none."""
        place = self.place
        return next((key for key, at in self._texts() if place and at == (place.tree.name, place.value_start)), "")

    def _texts(self) -> Iterator[tuple[str, tuple[str, int]]]:
        for book in self.original.content.books:
            for message in book.messages:
                at = message.at
                name = at.source.path.relative_to(self.original.root / "content").as_posix()
                yield message.key, (name, at.source.offset(at.line, at.column))

    def standing(self, locale: str = "en") -> Standing | None:
        """How the translation of the changed text stood before, None when no text was changed."""
        for book in self.original.content.books:
            for message in book.messages:
                name = message.at.source.path.relative_to(self.original.root / "content").as_posix()
                catalog = book.catalogs.get(locale)
                if message.key == self.key and self.place and name == self.place.tree.name:
                    return catalog.standing(message.key, message.text, "ru")[0] if catalog else Standing.MISSING
        return None

    def in_page(self, name: str) -> bool:
        """Whether all that differs is in a plain page, or is its title where the page is named."""
        title = ("title", TEXT)
        return self.only(
            lambda leaf: (
                leaf[:2] == ("pages", name)
                or (leaf[0] == "navigation" and leaf[-3:] == (f"page{name}", *title))
                or (leaf[0] == "moved" and leaf[-2:] == title)
            )
        )

    @property
    def page(self) -> tuple[str, str]:
        """Id and locale of the plain page that was changed, empty when it was none."""
        path = PurePosixPath(self.mutant.name)
        name, _, locale = path.stem.partition(".")
        return (name, locale) if path.suffix == ".md" else ("", "")
