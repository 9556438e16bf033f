"""A bound on brackets: one that no other closes is words at once, where the parser would look for its end in vain.

The parser looks from each bracket to the end of the text, which takes minutes for a line of nothing but brackets.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

# Characters times brackets up to which the parser may look as it likes.
ENOUGH = 2_000_000
MAX_DEPTH = 20


def apply(parser: MarkdownIt) -> None:
    """Put the bound before links and pictures."""
    parser.inline.ruler.before("link", "brackets", _bracket)


def _bracket(state: StateInline, silent: bool) -> bool:
    at = state.pos + (state.src[state.pos] == "!")
    if not state.src.startswith("[", at) or at in _closed(state):
        return False
    if not silent:
        state.pending += state.src[state.pos : at + 1]
    state.pos = at + 1
    return True


class _Any:
    """Every place there is."""

    def __contains__(self, place: object) -> bool:
        return True


def _closed(state: StateInline) -> _Any | frozenset[int]:
    """The places of the brackets that another closes."""
    known = state.env.get("brackets")
    if known is None or known[0] is not state.src:
        few = state.src.count("[") * len(state.src) < ENOUGH
        known = state.env["brackets"] = (state.src, _Any() if few else _pairs(state.src))
    closed: _Any | frozenset[int] = known[1]
    return closed


def _pairs(text: str) -> frozenset[int]:
    opened: list[int] = []
    closed: set[int] = set()
    escaped = False
    for place, character in enumerate(text):
        if escaped or character == "\\":
            escaped = not escaped
        elif character == "[":
            opened.append(place)
        elif character == "]" and opened:
            place_open = opened.pop()
            if len(opened) < MAX_DEPTH:
                closed.add(place_open)
    return frozenset(closed)
