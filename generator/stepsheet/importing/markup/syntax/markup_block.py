"""Blocks of HTML: as CommonMark has them, but Markdown between the tags is read as Markdown.

A line of nothing but tags that hold passages (`<details>`, `</div>`) is a block of its own, and so is a line that ends
in a `{% … %}`: what follows is no longer HTML. A tag that HTML does not have never begins a block: `<your-key>` is a
word.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from stepsheet.importing.markup import directive
from stepsheet.importing.markup.elements import BLOCK_NAMES, PASSAGES

_SPANS = (
    (
        re.compile(r"<(?:script|pre|style|textarea)(?=[\s>]|$)", re.IGNORECASE),
        re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE),
    ),
    (re.compile("<!--"), re.compile("-->")),
    (re.compile(r"<\?"), re.compile(r"\?>")),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
    (re.compile("<![A-Za-z]"), re.compile(">")),
)
_BLOCK = re.compile(rf"</?(?:{'|'.join(sorted(BLOCK_NAMES))})(?=[\s/>]|$)", re.IGNORECASE)
_PASSAGE = re.compile(rf"(?:\s*</?(?:{'|'.join(sorted(PASSAGES))})(?:\s[^<>]*)?/?>)+\s*", re.IGNORECASE)
_TITLE = re.compile(r"\s*(?:<details[^<>]*>\s*)?<summary[^<>]*>.*</summary>\s*", re.IGNORECASE)


def apply(parser: MarkdownIt) -> None:
    """Replace the parser's rule."""
    parser.block.ruler.at("html_block", _block, {"alt": ["paragraph", "reference", "blockquote"]})


def _block(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    text = _text(state, line)
    if not text.startswith("<") or state.is_code_block(line):
        return False
    close = next((close for open_, close in _SPANS if open_.match(text)), None)
    if not _BLOCK.match(text) if close is None else not _closes(state, line, close):
        return False
    if not silent:
        after = _span(state, line, end_line, close) if close else _run(state, line, end_line)
        token = state.push("html_block", "", 0)
        token.map = [line, after]
        token.content = state.getLines(line, after, state.blkIndent, True)
        state.line = after
    return True


def _closes(state: StateBlock, line: int, close: re.Pattern[str]) -> bool:
    """Whether a comment, a script or the like that begins on a line ends at all: if not, it is words."""
    known: dict[re.Pattern[str], int] = state.env.setdefault("last_closes", {})
    if close not in known:
        known[close] = max((found.end() for found in close.finditer(state.src)), default=-1)
    return known[close] > state.bMarks[line]


def _text(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _span(state: StateBlock, line: int, end_line: int, close: re.Pattern[str]) -> int:
    """The line after the one that has the end of a comment, a script or preformatted text."""
    for number in range(line, end_line):
        if number > line and state.sCount[number] < state.blkIndent and not state.isEmpty(number):
            return number
        if close.search(_text(state, number)):
            return number + 1
    return end_line


def _run(state: StateBlock, line: int, end_line: int) -> int:
    """The line after the last one of HTML: before a blank line, or where Markdown takes over."""
    for number in range(line, end_line):
        text = _text(state, number)
        if number > line and (not text or state.sCount[number] < state.blkIndent or text.startswith(directive.MARK)):
            return number
        if text.rstrip().endswith("%}") or (
            (_PASSAGE.fullmatch(text) or _TITLE.fullmatch(text)) and _turns(state, number + 1, end_line)
        ):
            return number + 1
    return end_line


def _turns(state: StateBlock, line: int, end_line: int) -> bool:
    """Whether a line is Markdown when the HTML before it ends."""
    return line < end_line and not _text(state, line).startswith("<") and not state.is_code_block(line)
