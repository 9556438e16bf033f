"""What a text says to people: without its code, addresses and marks; and how many words that is for a translator."""

import re

from markdown_it.token import Token

from stepsheet.model import prose
from stepsheet.model.text import Kind

# Scripts without spaces between words: each character counts as a word, as in the statistics of translators' tools.
_ALONE = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_ALONE}]|[^\W{_ALONE}][^\s{_ALONE}]*")
_ONE_WORD = {"em_close", "strong_close", "link_close"}  # emphasis may begin inside a word


def words(text: str, kind: Kind) -> int:
    """The words of a text without its code, addresses and marks.

    >>> words("Open `menu` in [the *list*](https://a.example/)", Kind.LINE)
    4
    """
    return len(_WORD.findall(spoken(text, kind)))


def spoken(text: str, kind: Kind) -> str:
    """What a text says without its code, addresses and marks."""
    if kind is Kind.PLAIN:
        return text
    return "".join(map(_said, prose.walk(prose.tokens(text, kind))))


def _said(token: Token) -> str:
    """What a token says; what stands on both sides of code, or in two blocks, is apart."""
    if token.type == "text":
        return token.content
    is_gap = token.type.endswith(("break", "_close", "code_inline")) and token.type not in _ONE_WORD
    return " " if is_gap else ""
