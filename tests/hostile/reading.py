"""Outputs read by other programs than those that wrote them, down to the words a reader meets."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from unicodedata import bidirectional, category, normalize

import pypdfium2
from markdown_it import MarkdownIt
from markdown_it.token import Token
from selectolax.lexbor import LexborHTMLParser, LexborNode

from stepsheet.model.text import Kind

_MARKDOWN = MarkdownIt("commonmark").enable("table")
_SEPARATOR = "<!-- -->\n"  # what the Markdown files keep two lists apart with
_INLINE = {"a", "abbr", "b", "code", "em", "i", "label", "span", "strong", "time", "button", "input", "img", "svg"}
_INLINE |= {"-text", "mark", "sup", "sub", "del", "u", "path", "small"}
_FURNITURE = ("a.headerlink", "svg", "script", "style", "title")
_ATTRIBUTES = ("alt", "aria-label", "title", "data-ss-copy", "content", "href")


def folded(text: str) -> str:
    """A text with runs of the blanks that HTML and Markdown fold as one space."""
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip(" ")


def shown(text: str, kind: Any) -> str:
    """The words of a text as its author means them."""
    if kind is Kind.PLAIN or kind == "code":
        return folded(text)
    tokens = _MARKDOWN.parse(text) if kind is Kind.PROSE else _MARKDOWN.parseInline(text)
    return folded("".join(_words(tokens)))


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.children is not None:
            yield from _words(token.children)
        elif token.content == _SEPARATOR:
            yield "\n"
        elif token.type in {"softbreak", "hardbreak"} or token.block:
            yield f"\n{token.content}\n" if token.content else "\n"
        else:
            yield token.content


def markdown(text: str) -> str:
    """The words of a Markdown file."""
    return shown(text, Kind.PROSE)


def html(source: str) -> str:
    """The words of an HTML page, as the tree of a browser's parser holds them."""
    tree = LexborHTMLParser(source)
    for selector in _FURNITURE:
        for node in tree.css(selector):
            node.decompose()
    body = tree.css_first("article") or tree.body
    assert body is not None
    return folded("".join(_pieces(body)))


def _pieces(node: LexborNode) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield child.text_content or ""
        elif child.tag not in _INLINE:
            yield "\n"
            yield from _pieces(child)
            yield "\n"
        else:
            yield from _pieces(child)


def attributes(source: str) -> list[tuple[str, str]]:
    """What a page says in attributes: to screen readers, to the clipboard."""
    tree = LexborHTMLParser(source)
    found = ((name, node.attributes.get(name)) for node in tree.css("*") for name in _ATTRIBUTES)
    return [(name, folded(value)) for name, value in found if value]


def data(text: str) -> str:
    """JSON data, each text apart."""
    return "\x00".join(_strings(json.loads(text)))


def _strings(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for key, item in value.items():
                yield from _strings(item if key != "revision" else "")
        case list():
            for item in value:
                yield from _strings(item)
        case _:
            yield str(value)


def letters(text: str) -> Counter[str]:
    """How often each character that leaves ink is in a text: compositions taken apart, brackets of either side one."""
    apart = normalize("NFKD", text).translate(_MIRRORED)
    # Beside Arabic and Hebrew PDFium turns round the halves of a character beyond the first plane.
    last = "\uffff" if any(bidirectional(one) in {"R", "AL"} for one in apart) else "\U0010ffff"
    return Counter(one for one in apart if category(one)[0] in "LNPS" and one <= last)


_MIRRORED = str.maketrans(dict.fromkeys(")[]{}<>«»", "("))
_FOOT = 45  # points: the line at the foot of each page


def sheet(pdf: bytes) -> str:
    """The words of a printed sheet without the foot of its pages."""
    pages = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded(bottom=_FOOT) for page in pages)
