"""YAML text to a node tree, by libyaml's events: no recursion, no aliases, no tags, nothing evaluated.

Read as YAML 1.2's failsafe schema with the core schema's null (YAML 1.2.2, chapter 10): `no`, `on`, `12:30` and `010`
stay text, and what a text means is for the model to say.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from stepsheet.diagnostics import Diagnostic, Location, Source
from stepsheet.load.faults import (
    alias,
    duplicate_key,
    empty_file,
    second_document,
    syntax,
    tag,
    too_deep,
    too_large,
    wrong_key,
)
from stepsheet.load.nodes import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 40
MAX_VALUES = 30_000  # keys, texts, lists and mappings: many times what a guide of 500 steps has
MAX_DUPLICATES = 100  # who has more of them in a file sees the rest when these are gone
_NULLS = {"", "~", "null", "Null", "NULL"}

# The C loader is in every wheel; a build of PyYAML without libyaml reads the same, slower.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Fault(Exception):  # noqa: N818 - a value on its way out of the parser, never seen outside this room
    """Carries the diagnostic that ends the reading of a file."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.finding.message)
        self.diagnostic = diagnostic


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet."""

    event: yaml.CollectionStartEvent
    items: list[Node] = field(default_factory=list)
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    key: Scalar | None = None


def parse(source: Source) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The root node, or None and what is wrong.

    Duplicate keys are all reported, up to a hundred; any other fault ends the reading.
    """
    reader = _Reader(source)
    try:
        root = reader.read()
    except Fault as fault:
        return None, (*reader.duplicates, fault.diagnostic)
    return (None if reader.duplicates else root), tuple(reader.duplicates)


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines = [0, *(index for index, character in enumerate(source.text, 1) if character == "\n")]
        self.duplicates: list[Diagnostic] = []

    def read(self) -> Node:
        stack: list[_Open] = []
        root: Node | None = None
        documents = 0
        for event in self._events():
            match event:
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        raise Fault(second_document.at(self._location(event)))
                case yaml.AliasEvent():
                    raise Fault(alias.at(self._location(event), str(event.anchor)))
                case yaml.CollectionStartEvent():
                    self._refuse_tag(event)
                    stack.append(_Open(event))
                    if len(stack) > MAX_DEPTH:
                        raise Fault(too_deep.at(self._location(event), MAX_DEPTH))
                case yaml.ScalarEvent() | yaml.CollectionEndEvent():
                    node = (
                        self._scalar(event) if isinstance(event, yaml.ScalarEvent) else self._close(stack.pop(), event)
                    )
                    if stack:
                        self._add(stack[-1], node)
                    else:
                        root = node
                case _:
                    pass
        if root is None or (isinstance(root, Scalar) and root.value is None):
            raise Fault(empty_file.at(self.source))
        return root

    def _events(self) -> Iterator[yaml.Event]:
        values = 0
        try:
            for event in yaml.parse(self.source.text, Loader=Loader):
                values += isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
                if values > MAX_VALUES:
                    raise Fault(too_large.values(self._location(event), MAX_VALUES))
                yield event
        except yaml.YAMLError as error:
            raise Fault(syntax.at(self.source, error)) from None

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        self._refuse_tag(event)
        is_null = not event.style and event.value in _NULLS  # only a plain scalar can be null
        return Scalar(self._location(event), None if is_null else event.value)

    def _refuse_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag not in {None, "!"}:
            raise Fault(tag.at(self._location(event), str(event.tag)))

    def _close(self, opened: _Open, end: yaml.CollectionEndEvent) -> Node:
        at = self._span(opened.event.start_mark, end.end_mark)
        if isinstance(opened.event, yaml.SequenceStartEvent):
            return Sequence(at, tuple(opened.items))
        return Mapping(at, opened.entries)

    def _add(self, parent: _Open, node: Node) -> None:
        if isinstance(parent.event, yaml.SequenceStartEvent):
            parent.items.append(node)
        elif parent.key is None:
            if not isinstance(node, Scalar) or node.value is None:
                raise Fault(wrong_key.at(node.at))
            parent.key = node
        else:
            key = str(parent.key.value)
            if key in parent.entries:
                fault = duplicate_key.at(parent.key, parent.entries[key][0])
                if len(self.duplicates) + 1 == MAX_DUPLICATES:
                    raise Fault(fault)
                self.duplicates.append(fault)
            else:
                parent.entries[key] = (parent.key, node)
            parent.key = None

    def _location(self, event: yaml.Event) -> Location:
        return self._span(event.start_mark, event.end_mark)

    def _span(self, start: Any, end: Any) -> Location:
        return Location(self.source, *self._place(start.index), *self._place(end.index))

    def _place(self, index: int) -> tuple[int, int]:
        """Line and column as editors count them; libyaml counts rarer line ends of Unicode too."""
        line = bisect_right(self.lines, index)
        return line, index - self.lines[line - 1] + 1
