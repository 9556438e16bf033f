"""Attribute lists of Python-Markdown, `{ .class #id key=value }`: an anchor, or nothing that a reader reads."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

LIST = "attribute_list"
_PART = r"""(?:[.#][\w:-]+|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s"'{}]+)|markdown)"""
_WRITTEN = re.compile(rf"\{{:?[ ]*{_PART}(?:[ ]+{_PART})*[ ]*\}}")
_ANCHOR = re.compile(r"#([\w:-]+)")


def apply(parser: MarkdownIt) -> None:
    """Teach the parser the lists."""
    parser.block.ruler.before("fence", LIST, _block, {"alt": ["paragraph"]})
    parser.inline.ruler.before("escape", LIST, _inline)


def anchor(source: str) -> str:
    """The anchor that a list gives, empty when it gives none."""
    found = _ANCHOR.search(source)
    return found[1] if found else ""


def _block(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    del end_line
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
    if not _WRITTEN.fullmatch(text) or state.is_code_block(line):
        return False
    if not silent:
        token = state.push(LIST, "", 0)
        token.map, token.content = [line, line + 1], text
        state.line = line + 1
    return True


def _inline(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "{":
        return False
    found = _WRITTEN.match(state.src, state.pos, state.posMax)
    if not found or not _belongs(state, found.end()):
        return False
    if not silent:
        state.push(LIST, "", 0).content = found[0]
    state.pos = found.end()
    return True


def _belongs(state: StateInline, end: int) -> bool:
    """Whether the list stands behind something that can have one, or ends the words."""
    after = not state.pending and bool(state.tokens) and state.tokens[-1].type != "text"
    return after or not state.src[end : state.posMax].strip()
