"""The node tree of a YAML file: every scalar is text, every node knows its place."""

from dataclasses import dataclass

from stepsheet.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; `value` is None for an empty value, `null` or `~` (YAML 1.2.2, section 10.3.2)."""

    at: Location
    value: str | None


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    at: Location
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; a key is a text and stands once."""

    at: Location
    entries: dict[str, tuple[Scalar, "Node"]]

    def value(self, key: str) -> "Node | None":
        """The node under a key."""
        entry = self.entries.get(key)
        return entry[1] if entry else None


Node = Scalar | Sequence | Mapping


class Record(dict[str, object]):
    """A mapping's plain value that remembers the node it was made from."""

    def __init__(self, node: Mapping) -> None:
        super().__init__({key: plain(value) for key, (_, value) in node.entries.items()})
        self.node = node


def plain(node: Node) -> object:
    """The node as str, None, list and dict."""
    match node:
        case Scalar(value=value):
            return value
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Mapping():
            return Record(node)


def find(node: Node, path: tuple[str | int, ...]) -> Node:
    """The node at a path of keys and indexes; steps that name nothing in the tree are passed over.

    Source of the paths: pydantic's `loc`, which holds union tags and model names beside the keys.
    """
    for step in path:
        match node, step:
            case Mapping(), str() if (inner := node.value(step)) is not None:
                node = inner
            case Sequence(items=items), int() if step < len(items):
                node = items[step]
            case _:
                pass
    return node
