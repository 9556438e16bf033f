"""A line that a block rule shares with what follows it: read the rest as if the line began there."""

from markdown_it.rules_block import StateBlock


def read_rest(state: StateBlock, line: int, end: int, start: int) -> None:
    """Let the first rule that takes it read the line from the index `start` on; `state.line` is behind it then."""
    kept = state.bMarks[line], state.tShift[line]
    state.bMarks[line], state.tShift[line] = start, 0
    for rule in state.md.block.ruler.getRules(""):
        if rule(state, line, end, False):
            break
    state.bMarks[line], state.tShift[line] = kept
