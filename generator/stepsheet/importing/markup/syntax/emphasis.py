"""Emphasis as people write it, where CommonMark's rule of flanking leaves the asterisks in the text.

The rule asks for white space or punctuation beside a mark, which Chinese, Japanese and Korean do not have between words
(CommonMark 0.31.2, section 6.2); and GitBook writes `**bold **text`, with the blank inside.
"""

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

_EAST_ASIAN = (
    (0x1100, 0x11FF),
    (0x2E80, 0xA4CF),
    (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
)
_WIDE = ((0x20000, 0x3FFFF),)


def apply(parser: MarkdownIt) -> None:
    """Replace the parser's rule for the marks, and pair those that it left over."""
    parser.inline.ruler.at("emphasis", _marks)
    parser.inline.ruler2.after("emphasis", "leftover_strong", _leftover)


def _marks(state: StateInline, silent: bool) -> bool:
    start, marker = state.pos, state.src[state.pos]
    if silent or marker not in "_*":
        return False
    end = start
    while end < state.posMax and state.src[end] == marker:
        end += 1
    opens, closes = _sides(state, start, end)
    for _ in range(end - start):
        state.push("text", "", 0).content = marker
        place = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(marker), end - start, place, -1, opens, closes))
    state.pos = end
    return True


def _sides(state: StateInline, start: int, end: int) -> tuple[bool, bool]:
    """Whether a run of marks can open and close emphasis."""
    before = state.src[start - 1] if start else " "
    after = state.src[end] if end < state.posMax else " "
    left = not _blank(after) and (not _punctuation(after) or _boundary(before))
    right = not _blank(before) and (not _punctuation(before) or _boundary(after))
    if state.src[start] == "*":
        return left, right
    return left and (not right or _punctuation(before)), right and (not left or _punctuation(after))


def _blank(character: str) -> bool:
    return isWhiteSpace(ord(character))


def _punctuation(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)


def _boundary(character: str) -> bool:
    point = ord(character)
    wide = any(first <= point <= last for first, last in (*_EAST_ASIAN, *_WIDE))
    return wide or _blank(character) or _punctuation(character)


def _leftover(state: StateInline) -> None:
    """Two `**` that found no partner are each other's, if the first stands at the head of a word."""
    opening = -1
    for index, token in enumerate(state.tokens[:-1]):
        if not _is_pair(state.tokens, index):
            continue
        if opening < 0:
            opening = index if _heads_a_word(state.tokens, index) else -1
        elif token.level == state.tokens[opening].level and _between(state.tokens, opening, index):
            _make(state.tokens, opening, index)
            opening = -1
        else:
            opening = index if _heads_a_word(state.tokens, index) else -1


def _is_pair(tokens: list[Token], index: int) -> bool:
    """Whether exactly two literal asterisks stand here, each a token of its own."""
    if not (_is_mark(tokens, index) and _is_mark(tokens, index + 1)):
        return False
    return not _is_mark(tokens, index - 1) and not _is_mark(tokens, index + 2)


def _is_mark(tokens: list[Token], index: int) -> bool:
    return 0 <= index < len(tokens) and tokens[index].type == "text" and tokens[index].content == "*"


def _heads_a_word(tokens: list[Token], index: int) -> bool:
    after = tokens[index + 2] if index + 2 < len(tokens) else None
    before = tokens[index - 1].content[-1:] if index else " "
    if after is None or (after.type == "text" and after.content[:1].isspace()):
        return False
    return not before.isalnum() or ord(before) > 0x2E7F  # noqa: PLR2004 - letters of scripts without word gaps


def _between(tokens: list[Token], opening: int, closing: int) -> bool:
    return any(token.content.strip() for token in tokens[opening + 2 : closing])


def _make(tokens: list[Token], opening: int, closing: int) -> None:
    tokens[opening].type, tokens[opening].nesting = "strong_open", 1
    tokens[closing].type, tokens[closing].nesting = "strong_close", -1
    for index in (opening, opening + 1, closing, closing + 1):
        tokens[index].content = ""
