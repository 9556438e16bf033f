"""The text of a plain page: CommonMark with tables, headings, pictures and alerts.

Beside what a guide's text has, a heading may end in `{#anchor}`, and a quotation that begins with a line `[!NOTE]` is a
hazard block (the form is that of GitHub's alerts, the kinds are those of a guide's warnings).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from stepsheet.model.prose import walk
from stepsheet.model.terms import WarningKind

ALERT = "alert"  # the kind of a hazard block, in `meta` of the token that opens it
ODD_ALERT = "odd-alert"  # the first line of one that is none

_KINDS = {kind.name: kind.value for kind in WarningKind}
_SIGN = re.compile(r"\[!\w+\]")
_ANCHOR = re.compile(r"(?:^|\s+)\{#([^{}\s]*)\}\s*$")


def _alerts(state: StateCore) -> None:
    """Turn the quotations that begin with a sign into hazard blocks."""
    for index, token in enumerate(state.tokens):
        if token.type == "blockquote_open" and state.tokens[index + 1].type == "paragraph_open":
            _alert(token, state.tokens[index + 2])
    # A hazard block that said nothing in its first paragraph begins with the next one.
    empty = {i for i, token in enumerate(state.tokens) if token.type == "inline" and token.meta.get("empty")}
    gone = {number for index in empty for number in (index - 1, index, index + 1)}
    state.tokens = [token for index, token in enumerate(state.tokens) if index not in gone]


def _alert(quote: Token, inline: Token) -> None:
    children = inline.children or []
    sign, _, rest = inline.content.partition("\n")
    if not _SIGN.match(sign):
        return
    kind = _KINDS.get(sign.strip()[2:-1].upper()) if _SIGN.fullmatch(sign.strip()) else None
    if kind is None:
        quote.meta[ODD_ALERT] = sign.strip()
        return
    end = next((i for i, child in enumerate(children, 1) if child.type in {"softbreak", "hardbreak"}), len(children))
    quote.meta[ALERT] = kind
    inline.children, inline.content = children[end:], rest
    inline.meta["empty"] = not inline.children


def _anchors(state: StateCore) -> None:
    """Take the anchors off the ends of the headings."""
    for opened, inline in pairwise(state.tokens):
        children = inline.children or []
        if opened.type == "heading_open" and children and children[-1].type == "text":
            found = _ANCHOR.search(children[-1].content)
            if found:
                opened.attrs["id"] = found[1]
                children[-1].content = children[-1].content[: found.start()]
                inline.content = _ANCHOR.sub("", inline.content)


def _figures(state: StateCore) -> None:
    """Make a figure of each picture that is alone in its paragraph."""
    made: list[Token] = []
    for token in state.tokens:
        made.append(token)
        if token.type == "paragraph_close" and (figure := _figure(*made[-3:])):
            made[-3:] = [figure]
    state.tokens = made


def _figure(opened: Token, inline: Token, closed: Token) -> Token | None:
    inside = inline.children or []
    if [child.type for child in inside] != ["image"]:
        return None
    picture = inside[0]
    return picture.copy(type="figure", block=True, level=opened.level, map=opened.map, hidden=closed.hidden)


def _parser() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": True}).enable("table")
    made.validateLink = bool  # type: ignore[assignment,method-assign] # a rule must see a forbidden link as a link
    made.core.ruler.push("alerts", _alerts)
    made.core.ruler.push("anchors", _anchors)
    made.core.ruler.push("figures", _figures)
    return made


_PARSER = _parser()


@lru_cache(maxsize=256)
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a page's text."""
    return tuple(_PARSER.parse(text))


def runs(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """The tokens of each block that no other block holds."""
    run: list[Token] = []
    for token in tokens:
        run.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield tuple(run)
            run = []


def headings(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Every heading: the token that opens it, and the one that holds its words."""
    for opened, inline in pairwise(tokens):
        if opened.type == "heading_open":
            yield opened, inline


def anchor(heading: Token) -> str | None:
    """The anchor that an author has given a heading."""
    written = heading.attrs.get("id")
    return None if written is None else str(written)


def pictures(tokens: Sequence[Token]) -> Iterator[Token]:
    """Every picture, in a line or on its own."""
    return (token for token in walk(tokens) if token.type in {"image", "figure"})


def words(picture: Token) -> str:
    """The alt text of a picture without its markup, empty when nothing stands between the brackets."""
    return "".join(" " if token.type.endswith("break") else token.content for token in picture.children or ())


def caption(picture: Token) -> str:
    """What stands below a picture; it is no Markdown."""
    return " ".join(str(picture.attrs.get("title", "")).split())


def address(picture: Token) -> str:
    """Where a picture lies, as its author wrote it: percent signs are undone."""
    return unquote(str(picture.attrs["src"]))
