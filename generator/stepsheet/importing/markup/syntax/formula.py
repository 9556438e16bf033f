"""Mathematics between double dollar signs, as a block and within a line; single ones are money as often."""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_MARK = "$$"
BLOCK = "formula_block"
INLINE = "formula_inline"


def apply(parser: MarkdownIt) -> None:
    """Teach the parser formulas."""
    parser.block.ruler.before("fence", BLOCK, _block, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    parser.inline.ruler.before("escape", INLINE, _inline)


def _block(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    start = state.bMarks[line] + state.tShift[line]
    if state.is_code_block(line) or not state.src.startswith(_MARK, start):
        return False
    last = _last(state, line, end_line)
    if last < 0:
        return False
    if not silent:
        token = state.push(BLOCK, "", 0)
        token.map = [line, last + 1]
        text = state.getLines(line, last + 1, state.blkIndent, False).strip()
        token.content = text.removeprefix(_MARK).removesuffix(_MARK).strip()
        state.line = last + 1
    return True


def _last(state: StateBlock, line: int, end_line: int) -> int:
    """The line that ends the formula, -1 when none does before a blank line."""
    for number in range(line, end_line):
        first = state.bMarks[number] + state.tShift[number] + (len(_MARK) if number == line else 0)
        text = state.src[first : state.eMarks[number]].rstrip()
        if number > line and (not text or state.sCount[number] < state.blkIndent):
            return -1
        if _MARK in text:
            whole = text.endswith(_MARK) and text.count(_MARK) == 1
            return number if whole else -1
    return -1


def _inline(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not state.src.startswith(_MARK, start):
        return False
    end = state.src.find(_MARK, start + 2, min(state.posMax, start + 2000))
    text = state.src[start + 2 : end] if end > 0 else ""
    if not text.strip() or "$" in text:
        return False
    if not silent:
        state.push(INLINE, "", 0).content = text.strip()
    state.pos = end + 2
    return True
