"""CommonMark as typed spans: the tree the sheet is typeset from, so that no text is ever Typst source.

A span is `{"t": type, ...}`; children are in `c`, text in `v`. Inline types: text, code, strong, em,
link (`href`), break. Block types: p, ul, ol (`start`), li, quote, pre, table, tr, th, td, rule.
"""

from collections.abc import Sequence
from typing import Any

from markdown_it.token import Token

from stepsheet.localize.document import Text
from stepsheet.model import prose

Span = dict[str, Any]

_BLOCKS = {
    "paragraph": "p",
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "blockquote": "quote",
    "table": "table",
    "tr": "tr",
    "th": "th",
    "td": "td",
}
_INLINES = {"strong": "strong", "em": "em", "link": "link"}
_TRANSPARENT = {"thead", "tbody"}


def line(text: Text) -> list[Span]:
    """The spans of a one-line text."""
    return _tree(prose.inline(text.value))


def block(text: Text) -> list[Span]:
    """The spans of a text of paragraphs."""
    return _tree(prose.blocks(text.value))


def _tree(tokens: Sequence[Token]) -> list[Span]:
    """Fold the flat token stream into a tree."""
    root: list[Span] = []
    stack = [root]
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _TRANSPARENT:
            continue
        if token.nesting == 1:
            span = _container(name, token)
            stack[-1].append(span)
            stack.append(span["c"])
        elif token.nesting == -1:
            stack.pop()
        else:
            stack[-1].extend(_leaf(token))
    return root


def _container(name: str, token: Token) -> Span:
    span: Span = {"t": _BLOCKS.get(name) or _INLINES[name], "c": []}
    if name == "link":
        span["href"] = str(token.attrs["href"])
    if name == "ordered_list":
        span["start"] = int(token.attrs.get("start", 1))
    return span


def _leaf(token: Token) -> list[Span]:
    if token.type == "inline":
        return _tree(token.children or ())
    span: Span = {"t": "text", "v": token.content}  # text, and raw HTML as the text it was typed as
    match token.type:
        case "softbreak":
            span = {"t": "text", "v": " "}
        case "hardbreak":
            span = {"t": "break"}
        case "code_inline":
            span = {"t": "code", "v": token.content}
        case "fence" | "code_block":
            span = {"t": "pre", "v": token.content.rstrip("\n"), "lang": token.info}
        case "hr":
            span = {"t": "rule"}
    return [span] if span.get("v", True) else []
