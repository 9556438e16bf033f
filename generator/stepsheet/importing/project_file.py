"""The settings of other tools (`.gitbook.yaml`, `mkdocs.yml`): YAML as they allow it, read as nodes with places.

Read by libyaml's events: no recursion, nothing constructed, tags passed over, an alias is the node it names.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

from stepsheet.diagnostics import Location, Source
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import unreadable_source
from stepsheet.load.nodes import Mapping, Node, Scalar, Sequence
from stepsheet.load.yaml_text import Loader

MAX_DEPTH = 40


@dataclass(slots=True)
class _Open:
    event: yaml.CollectionStartEvent
    nodes: list[Node] = field(default_factory=list)


def parse(source: Source) -> tuple[Node | None, tuple[Entry, ...]]:
    """The root node of the first document, or None and what is wrong."""
    try:
        return _read(source), ()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        at = Location(source, line, 1, line, 1)
        return None, (unreadable_source.settings(at, f"the file is not YAML: {error.problem or error.context}"),)
    except yaml.YAMLError as error:
        return None, (unreadable_source.settings(Location(source), f"the file is not YAML: {error}".split("\n")[0]),)


def _read(source: Source) -> Node | None:
    stack: list[_Open] = []
    named: dict[str, Node] = {}
    for event in yaml.parse(source.text, Loader=Loader):
        if isinstance(event, yaml.DocumentEndEvent):
            return None
        if isinstance(event, yaml.CollectionStartEvent):
            stack.append(_Open(event))
            if len(stack) > MAX_DEPTH:
                raise yaml.YAMLError(f"nested deeper than {MAX_DEPTH} levels")
            continue
        node = _node(source, event, stack, named)
        if node is None:
            continue
        if not stack:
            return node
        stack[-1].nodes.append(node)
    return None


def _node(source: Source, event: yaml.Event, stack: list[_Open], named: dict[str, Node]) -> Node | None:
    """The node that an event completes, if it does."""
    node: Node
    match event:
        case yaml.AliasEvent():
            return named.get(str(event.anchor), Scalar(_place(source, event), None))
        case yaml.ScalarEvent():
            node = Scalar(_place(source, event), event.value)
        case yaml.CollectionEndEvent():
            opened = stack.pop()
            node = _collection(_place(source, opened.event), opened)
            event = opened.event
        case _:
            return None
    if event.anchor:
        named[str(event.anchor)] = node
    return node


def _collection(at: Location, opened: _Open) -> Node:
    if isinstance(opened.event, yaml.SequenceStartEvent):
        return Sequence(at, tuple(opened.nodes))
    pairs = zip(opened.nodes[::2], opened.nodes[1::2], strict=False)
    return Mapping(at, {key.value: (key, value) for key, value in pairs if isinstance(key, Scalar) and key.value})


def _place(source: Source, event: Any) -> Location:
    start, end = event.start_mark, event.end_mark
    return Location(source, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def text(node: Node | None, *keys: str) -> str:
    """The text at the end of a path of keys, empty when there is none."""
    found = at(node, *keys)
    return found.value or "" if isinstance(found, Scalar) else ""


def at(node: Node | None, *keys: str) -> Node | None:
    """The node at the end of a path of keys, None when there is none."""
    for key in keys:
        node = node.value(key) if isinstance(node, Mapping) else None
    return node
