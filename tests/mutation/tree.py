"""A YAML file as a tree of places, each with its stretch of the text, so that one can be changed and no other."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from stepsheet.diagnostics import Location, Source
from stepsheet.load import yaml_text
from stepsheet.load.nodes import Mapping, Node, Scalar, Sequence
from stepsheet.model.content import Categories
from stepsheet.model.element import Element, element_at, text_kind
from stepsheet.model.glossary import Glossary
from stepsheet.model.guide import Guide
from stepsheet.model.navigation import Navigation
from stepsheet.model.page import Page
from stepsheet.model.redirects import Redirects
from stepsheet.model.text import Kind

MODELS = {
    "categories.yml": Categories,
    "glossary.yml": Glossary,
    "navigation.yml": Navigation,
    "redirects.yml": Redirects,
}


@dataclass(frozen=True)
class Place:
    """A value in a file: an entry of a mapping (`key` is its key) or of a list; `model` is the class that holds it."""

    tree: "Tree"
    path: tuple[str | int, ...]
    key: Scalar | None
    node: Node
    holder: "Place | None"
    model: type[Element] | None

    @property
    def name(self) -> str:
        """The key, or that of the list it stands in."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def named(self) -> tuple[str, ...]:
        """The path with ids and words in place of numbers."""
        steps = self.holder.named if self.holder else ()
        if not self.path:
            return steps
        own = self.node.value("id") if isinstance(self.node, Mapping) and isinstance(self.path[-1], int) else None
        if isinstance(self.node, Scalar) and not self.key:
            own = self.node
        return (*steps, str(own.value) if isinstance(own, Scalar) else str(self.path[-1]))

    @property
    def field(self) -> str:
        """The name of the field of the model, empty where it has none of this key."""
        fields = self.model.model_fields if self.model and isinstance(self.path[-1], str) else {}
        return next((name for name, field in fields.items() if self.name in {name, field.alias}), "")

    @property
    def kind(self) -> Kind | None:
        """What kind of text it is, None when it is none."""
        return text_kind(self.model, self.field) if self.model and self.field else None

    @property
    def is_required(self) -> bool:
        """Whether the model needs it."""
        return bool(self.model and self.field and self.model.model_fields[self.field].is_required())

    @property
    def value(self) -> str:
        """What a scalar says."""
        return (self.node.value or "") if isinstance(self.node, Scalar) else ""

    @property
    def start(self) -> int:
        """Where the key begins, or the dash of a list's entry, or the value in a list in brackets."""
        begin = self.tree.offset((self.key or self.node).at)
        if self.key or not self.holder or self.holder.is_flow:
            return begin
        return self.tree.text.rindex("-", 0, begin)

    @property
    def value_start(self) -> int:
        """Where the value begins."""
        return self.tree.offset(self.node.at)

    @property
    def end(self) -> int:
        """Where the value ends; blanks and comments behind it are not its own."""
        return max(self.tree.end(self.node), self.value_start)

    @property
    def is_flow(self) -> bool:
        """Whether it is written in brackets or braces."""
        return self.tree.text[self.value_start : self.value_start + 1] in {"[", "{"}

    @property
    def line(self) -> int:
        """The line it begins on."""
        return self.tree.source.place(self.start)[0]

    @property
    def next(self) -> "Place | None":
        """The entry after it."""
        siblings = self.tree.inside(self.holder) if self.holder else ()
        after = [place for place in siblings if place.start > self.start]
        return after[0] if after else None

    @property
    def before(self) -> "Place | None":
        """The entry before it."""
        siblings = self.tree.inside(self.holder) if self.holder else ()
        return next((place for place in reversed(siblings) if place.start < self.start), None)


@dataclass(frozen=True)
class Tree:
    """A file: `model` describes it, None for a catalog; `root` is None when it holds no YAML."""

    name: str
    source: Source
    root: Node
    model: type[Element] | None

    @property
    def text(self) -> str:
        return self.source.text

    def offset(self, at: Location) -> int:
        """The index in the text where a stretch begins."""
        return self.source.offset(at.line, at.column)

    def end(self, node: Node) -> int:
        """The index behind the last character of a node."""
        begin = self.offset(node.at)
        last = self.source.offset(node.at.end_line, node.at.end_column)
        match node:
            case Mapping() if self.text[begin : begin + 1] != "{" and node.entries:
                return self.end(list(node.entries.values())[-1][1])
            case Sequence(items=items) if self.text[begin : begin + 1] != "[" and items:
                return self.end(items[-1])
            case _:
                return begin + len(self.text[begin:last].rstrip())

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every place, from the first line to the last, without the root."""
        return tuple(self._below(Place(self, (), None, self.root, None, self.model)))

    @cached_property
    def _inside(self) -> dict[tuple[str | int, ...], tuple[Place, ...]]:
        found: dict[tuple[str | int, ...], list[Place]] = {}
        for place in self.places:
            found.setdefault(place.path[:-1], []).append(place)
        return {path: tuple(places) for path, places in found.items()}

    def inside(self, holder: Place) -> tuple[Place, ...]:
        """The entries of a mapping or list."""
        return self._inside.get(holder.path, ())

    def _below(self, holder: Place) -> Iterator[Place]:
        for place in self._entries(holder):
            yield place
            yield from self._below(place)

    def _entries(self, holder: Place) -> Iterator[Place]:
        match holder.node:
            case Mapping(entries=entries):
                for key, (written, node) in entries.items():
                    path = (*holder.path, key)
                    yield Place(self, path, written, node, holder, self.model and element_at(self.model, path[:-1]))
            case Sequence(items=items):
                for index, node in enumerate(items):
                    yield Place(self, (*holder.path, index), None, node, holder, holder.model)


def tree(name: str, text: str) -> Tree | None:
    """The YAML of a file of the content folder, the front matter of a page; None where there is none."""
    path = Path(name)
    if path.suffix not in {".yml", ".md"}:
        return None
    front = text if path.suffix == ".yml" else text[: text.index("\n---", 1) + 1]
    root, faults = yaml_text.parse(Source(path, name, front))
    assert root is not None, faults
    model = Page if path.suffix == ".md" else Guide if path.name == "guide.yml" else MODELS.get(path.name)
    return Tree(name, Source(path, name, text), root, model)
