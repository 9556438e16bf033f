"""Blocks in lists and quotes, apart from each other, in a tidy file."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from stepsheet.model.blanks import BLANKS

# What keeps two lists apart that would else be one (CommonMark 0.31.2, example 308).
SEPARATOR = "<!-- -->"
LISTS = ("bullet_list", "ordered_list")
_DELIMITERS = {"left": ":--", "center": ":-:", "right": "--:"}
_BAR = r"\|"
_PARSER = MarkdownIt("commonmark").enable("table")


def item(marker: str, body: str) -> str:
    """A list item; what belongs to it is indented by the width of its marker (section 5.2)."""
    first, *rest = body.strip("\n").split("\n")
    pad = " " * len(marker)
    return "\n".join([(marker + first).rstrip(BLANKS), *(pad + line if line else "" for line in rest)])


def quote(body: str) -> str:
    """A block quote (section 5.1)."""
    return "\n".join(f"> {line}" if line else ">" for line in body.strip("\n").split("\n"))


def table(head: Sequence[str], align: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are inline Markdown; `align` has `left`, `center`, `right` or nothing for each column."""
    delimiters = [_DELIMITERS.get(side, "---") for side in align]
    return "\n".join(_row(cells) for cells in (head, delimiters, *rows))


def _row(cells: Sequence[str]) -> str:
    """A bar in a cell is escaped, even in code (GitHub Flavored Markdown 0.29, section 4.10)."""
    return f"| {' | '.join(cell.replace('|', _BAR) for cell in cells)} |"


def apart(body: str) -> str:
    """Blocks that end in a list, followed by what keeps the next list out of it."""
    return f"{body}\n\n{SEPARATOR}"


def tidy(text: str) -> str:
    """The file: one blank line between blocks, no needless separator, one line end at the end; listings as they are."""
    tokens = _PARSER.parse(f"{text}\n\n.")  # something follows every separator
    literal = set(_lines(token for token in tokens if token.type == "fence"))
    needless = set(_lines(_needless(tokens)))
    kept: list[str] = []
    for number, line in enumerate(text.split("\n")):
        bare = line if number in literal else line.rstrip(BLANKS)
        if number not in needless and (bare or number in literal or (kept and kept[-1])):
            kept.append(bare)
    return re.sub(r"\n+\Z", "", "\n".join(kept)) + "\n"


def _needless(tokens: list[Token]) -> Iterator[Token]:
    """The separators that do not stand between two lists of one kind, or stand there again."""
    kept: list[Token] = []
    for token, after in pairwise(tokens):
        if _separates(token) and _separates(after):
            yield token
        else:
            kept.append(token)
    for before, token, after in zip(kept, kept[1:], [*kept[2:], tokens[-1]], strict=False):
        if _separates(token):
            closed, opened = before.type.removesuffix("_close"), after.type.removesuffix("_open")
            if closed not in LISTS or closed != opened or before.markup != after.markup:
                yield token


def _separates(token: Token) -> bool:
    return token.type == "html_block" and token.content.strip() == SEPARATOR


def _lines(tokens: Iterator[Token]) -> Iterator[int]:
    for token in tokens:
        if token.map:
            yield from range(*token.map)
