"""A bound on nesting: what lies deeper than anyone can read stays words, where the parser would drop it."""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

# Levels of the parser: a list takes two of them.
MAX_LEVEL = 40
FLAT = "flat"


def apply(parser: MarkdownIt) -> None:
    """Put the bound before every other rule, below the one at which the parser gives up."""
    parser.options["maxNesting"] = 3 * MAX_LEVEL
    parser.block.ruler.before("table", "depth", _flat)


def _flat(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    if silent or state.level < MAX_LEVEL:
        return False
    state.push("paragraph_open", "p", 1).map = [line, end_line]
    token = state.push("inline", "", 0)
    token.content = " ".join(state.getLines(line, end_line, 0, False).split())
    token.map, token.children = [line, end_line], []
    token.meta = {FLAT: True}
    state.push("paragraph_close", "p", -1)
    state.line = end_line
    return True
