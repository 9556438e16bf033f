"""`<code>…</code>` in a line is code to its last asterisk; only links in it are read."""

import re
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from stepsheet.importing.markup.elements import KNOWN
from stepsheet.importing.markup.pieces import pieces

_OPEN = re.compile(r"<(code|samp|tt)(?:\s[^<>]*)?>", re.IGNORECASE)
_NAME = re.compile(r"</?([a-zA-Z][\w:.-]*)")
_READ = ("](", "<a ", "<img", "<!", "<?")
MAX_LENGTH = 2000


def apply(parser: MarkdownIt) -> None:
    """Put the rule before the one for tags."""
    parser.inline.ruler.before("html_inline", "inline_code", _code)


def _code(state: StateInline, silent: bool) -> bool:
    opened = _OPEN.match(state.src, state.pos) if state.src[state.pos] == "<" else None
    if not opened:
        return False
    close = f"</{opened[1]}>"
    end = state.src.find(close, opened.end(), min(state.posMax, opened.end() + MAX_LENGTH))
    inner = state.src[opened.end() : end] if end > 0 else ""
    if not inner.strip() or any(mark in inner for mark in _READ):
        return False
    if not silent:
        text = "".join(piece.text for piece in pieces(inner) if not piece.is_markup or _is_word(piece.text))
        state.push("code_inline", "code", 0).content = " ".join(unescape(text).split("\n"))
    state.pos = end + len(close)
    return True


def _is_word(tag: str) -> bool:
    named = _NAME.match(tag)
    return named is None or named[1].lower() not in KNOWN
