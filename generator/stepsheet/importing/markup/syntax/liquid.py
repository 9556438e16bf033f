"""GitBook's `{% … %}` as blocks, and at the end of a line of words; inside code it stays code."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from stepsheet.importing.markup import directive
from stepsheet.importing.markup.syntax.reading import read_rest

TAG = "directive"
# These make a block wherever a line begins with them; any other name does only when it has the line for itself.
BLOCKS = frozenset(
    [
        "hint",
        "tabs",
        "tab",
        "stepper",
        "step",
        "content-ref",
        "page-ref",
        "embed",
        "file",
        "code",
        "include",
        "columns",
        "column",
        "updates",
        "update",
        "prompt",
        "if",
        "else",
        "elif",
        "elsif",
        "for",
        "raw",
        "swagger",
        "openapi",
        "api-method",
        "hint-text",
    ]
)
_LAST = re.compile(r"[ \t]*(?:$|\n|\{%)", re.DOTALL)


def apply(parser: MarkdownIt) -> None:
    """Teach the parser the tags."""
    parser.block.ruler.before("fence", TAG, _block, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    parser.inline.ruler.before("escape", TAG, _inline)


def is_block(tag: directive.Directive) -> bool:
    """Whether the tag is one of blocks, not of a value within a sentence."""
    family = tag.name.split("-")[0]
    return tag.name in BLOCKS or tag.name.startswith("@") or family in {"swagger", "openapi", "api"}


def _block(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    start = state.bMarks[line] + state.tShift[line]
    if state.is_code_block(line) or not state.src.startswith(directive.MARK, start):
        return False
    found = _tag(state, start, line, end_line)
    if found is None or silent:
        return found is not None
    last = line
    # As many tags as stand here, one after the other: a line may hold thousands.
    while found:
        tag, start, last = found
        _push(state, tag, line, last)
        found = _tag(state, start, last, end_line)
    state.line = last + 1
    if start < state.eMarks[last]:
        read_rest(state, last, end_line, start)
    return True


def _tag(state: StateBlock, start: int, line: int, end_line: int) -> tuple[directive.Directive, int, int] | None:
    """The tag that begins at an index, the index of what comes after it and the line of that; None if there is none."""
    if not state.src.startswith(directive.MARK, start):
        return None
    end = directive.end(state.src, start, state.eMarks[end_line - 1])
    tag = directive.read(state.src[start:end]) if end > 0 else None
    if tag is None:
        return None
    last = line
    while state.eMarks[last] < end:
        last += 1
    alone = not state.src[end : state.eMarks[last]].strip()
    return (tag, state.skipSpaces(end), last) if alone or is_block(tag) else None


def _push(state: StateBlock, tag: directive.Directive, line: int, last: int) -> None:
    token = state.push(TAG, "", 0)
    token.map = [line, last + 1]
    token.meta = {"tag": tag}
    token.content = tag.source


def _inline(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not state.src.startswith(directive.MARK, start):
        return False
    end = directive.end(state.src, start, state.posMax)
    if end < 0 or not _LAST.match(state.src, end):
        return False
    tag = directive.read(state.src[start:end])
    if not tag or not is_block(tag):
        return False
    if not silent:
        token = state.push(TAG, "", 0)
        token.meta = {"tag": tag}
        token.content = tag.source
    state.pos = end
    return True
