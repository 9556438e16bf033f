"""Content tabs of Material for MkDocs: `=== "Title"`, and what is indented below it."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_HEAD = re.compile(r"===[!+]?[ \t]+(?:\"(?P<double>[^\"]+)\"|'(?P<single>[^']+)')[ \t]*$")
_INDENT = 4


def apply(parser: MarkdownIt) -> None:
    """Teach the parser the tabs."""
    parser.block.ruler.before("fence", "content_tab", _block, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def _block(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    head = _HEAD.match(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])
    if state.is_code_block(line) or not head:
        return False
    if silent:
        return True
    kept = state.blkIndent, state.lineMax, state.parentType
    state.blkIndent += _INDENT
    last = _last(state, line, end_line)
    state.lineMax = last
    token = state.push("content_tab_open", "div", 1)
    token.map, token.info = [line, last], head["double"] or head["single"]
    state.md.block.tokenize(state, line + 1, last)
    state.push("content_tab_close", "div", -1)
    state.blkIndent, state.lineMax, state.parentType = kept
    state.line = last
    return True


def _last(state: StateBlock, line: int, end_line: int) -> int:
    """The line after the last one that is indented below the head."""
    after = line + 1
    for number in range(line + 1, end_line):
        if state.isEmpty(number):
            continue
        if state.sCount[number] < state.blkIndent:
            break
        after = number + 1
    return after
