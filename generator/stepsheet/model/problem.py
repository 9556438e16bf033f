"""A pydantic error brought back to the author's file."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic_core import ErrorDetails

from stepsheet.diagnostics import Location
from stepsheet.load.nodes import Mapping, Node, Scalar, Sequence, find
from stepsheet.model.element import Element, element_at

QUOTED = 40  # characters of a value that a message quotes

_NAMES = {"SubStep": "sub-step", "BodyItem": "body item", "Origin": "source", "Picture": "image"}


@dataclass(frozen=True, slots=True)
class Problem:
    """One error: where it is in the tree, which element holds it and what pydantic found there.

    `key` is the last key of the path, `node` the deepest node of the path that exists in the file; `in_list` says that
    it is an entry of the list under the key.
    """

    kind: str
    message: str
    key: str
    node: Node
    holder: Mapping | None
    element: type[Element]
    allowed: tuple[str, ...]
    in_list: bool

    @property
    def subject(self) -> str:
        """The value by its key: `'do'`, `an entry of 'tags'`."""
        return f"an entry of {self.key!r}" if self.in_list else repr(self.key)

    @property
    def what(self) -> str:
        """The element in an author's words: `step`."""
        return name_of(self.element)

    @property
    def a_what(self) -> str:
        """The element with its article: `an option`."""
        return f"{'an' if self.what[0] in 'aeiou' else 'a'} {self.what}"

    @property
    def written(self) -> str:
        """The author's value, short enough for a message."""
        return describe(self.node)


def name_of(element: type[Element]) -> str:
    """What an author calls an element: `sub-step`."""
    return _NAMES.get(element.__name__, element.__name__.lower())


def describe(node: Node) -> str:
    """A value as a message quotes it."""
    match node:
        case Scalar(value=None):
            return "nothing"
        case Scalar(value=text):
            return repr(text if len(str(text)) <= QUOTED else f"{str(text)[: QUOTED - 1]}…")
        case Sequence():
            return "a list"
        case Mapping():
            return "a mapping"


def closest(word: str, known: Iterable[str]) -> str:
    """A `did you mean` for a misspelt word, empty when nothing is near."""
    near = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]!r}?" if near else ""


def begin(node: Node) -> Location:
    """The first character of a node, for findings about something that is not there."""
    at = node.at
    return Location(at.source, at.line, at.column, at.line, at.column + 1)


def problem(root: Node, model: type[Element], error: ErrorDetails) -> Problem:
    """Walk pydantic's `loc` along the node tree and the model."""
    loc = error["loc"]
    keys = [step for step in loc if isinstance(step, str)]
    holder = find(root, loc[:-1])
    expected = str(error.get("ctx", {}).get("expected", ""))
    return Problem(
        kind=error["type"],
        message=error["msg"],
        key=keys[-1] if keys else "",
        node=find(root, loc),
        holder=holder if isinstance(holder, Mapping) else None,
        element=element_at(model, loc[:-1]),
        allowed=tuple(word.strip("' ") for word in expected.replace(" or ", ",").split(",")) if expected else (),
        in_list=bool(loc) and isinstance(loc[-1], int),
    )
