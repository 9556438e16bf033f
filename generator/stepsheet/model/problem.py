"""A pydantic error brought back to the author's file."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic_core import ErrorDetails

from stepsheet.diagnostics import Location
from stepsheet.load.nodes import Mapping, Node, Scalar, Sequence, find
from stepsheet.model.element import Element, element_at, required_keys, wanted_at

MANY = 200  # known words up to which each is compared
SLIP = 2  # characters that a misspelt word may be longer or shorter, among many known ones
QUOTED = 40  # characters of a value that a message quotes
LISTED = 5  # guides that a help names one by one
NEAR = 0.6  # how much of two words must be alike (difflib's ratio)

_NAMES = {
    "SubStep": "sub-step",
    "BodyItem": "body item",
    "Origin": "source",
    "Picture": "image",
    "NavigationEntry": "entry",
    "Navigation": "file",
    "Redirects": "file",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One error: where it is in the tree, which element holds it and what pydantic found there.

    `key` is the last key of the path, `node` the deepest node of the path that exists in the file; `in_list` says that
    it is an entry of the list under the key. `element` holds the value; `wanted` is what the value itself should be,
    None when that is no element.
    """

    kind: str
    message: str
    key: str
    node: Node
    holder: Mapping | None
    element: type[Element]
    wanted: type[Element] | None
    allowed: tuple[str, ...]
    in_list: bool

    @property
    def subject(self) -> str:
        """The value by its key: `'do'`, `an entry of 'tags'`."""
        return f"an entry of {self.key!r}" if self.in_list else repr(self.key)

    @property
    def is_required(self) -> bool:
        """Whether the key may not be left out."""
        return self.key in required_keys(self.element)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written there."""
        return isinstance(self.node, Scalar) and self.node.value is None

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


def form_of(element: type[Element]) -> str:
    """An element in its shortest form, only the keys it must have: `{id: …, do: …}`."""
    return f"{{{', '.join(f'{key}: …' for key in required_keys(element))}}}"


def describe(node: Node) -> str:
    """A value as a message quotes it."""
    match node:
        case Scalar(value=None):
            return "nothing"
        case Scalar(value=text):
            return repr(shortened(str(text)))
        case Sequence():
            return "a list"
        case Mapping():
            return "a mapping"


def shortened(text: str) -> str:
    """A text as far as a message quotes it."""
    return text if len(text) <= QUOTED else f"{text[: QUOTED - 1]}…"


def nearest(word: str, known: Iterable[str], cutoff: float = NEAR) -> str:
    """The known word that a misspelt one is most like, empty when none is near."""
    words = list(known)
    if len(words) > MANY:  # comparing each misspelt word with each known one takes the square of their number
        words = [other for other in words if abs(len(other) - len(word)) <= SLIP and other[-3:] == word[-3:]][:MANY]
    near = difflib.get_close_matches(word.lower(), words, n=1, cutoff=cutoff)
    return near[0] if near else ""


def closest(word: str, known: Iterable[str]) -> str:
    """A `did you mean` for a misspelt word, empty when nothing is near."""
    near = nearest(word, known)
    return f"did you mean {near!r}?" if near else ""


def guide_meant(word: str, known: Iterable[str]) -> str:
    """What to write for a guide that is not there: one that was probably meant, else one of the few there are."""
    ids = sorted(known)
    few = f"write one of: {', '.join(ids)}" if len(ids) > 1 else f"write {''.join(ids)!r}"
    return closest(word, ids) or (few if 0 < len(ids) <= LISTED else "write the name of a folder of guides/")


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
        wanted=wanted_at(model, loc),
        allowed=tuple(word.strip("' ") for word in expected.replace(" or ", ",").split(",")) if expected else (),
        in_list=bool(loc) and isinstance(loc[-1], int),
    )
