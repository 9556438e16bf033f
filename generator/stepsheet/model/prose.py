"""The text of a guide: CommonMark with tables, parsed once for rules and renderers alike.

Source: CommonMark 0.31.2; tables as in GitHub Flavored Markdown 0.29, section 4.10.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from stepsheet.model.text import Kind

# HTML is parsed so that a rule can refuse it; no renderer ever passes it on.
_PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")
# A forbidden link must reach the rule as a link, not as text.
_PARSER.validateLink = bool  # type: ignore[assignment,method-assign]

_ENCODED = re.compile("(?:%[89A-F][0-9A-F])+")
REFERENCE_KINDS = ("step", "section", "field", "guide", "page")


@lru_cache(maxsize=4096)
def blocks(text: str) -> tuple[Token, ...]:
    """The tokens of a text of several paragraphs."""
    return tuple(_PARSER.parse(text))


@lru_cache(maxsize=16384)
def inline(text: str) -> tuple[Token, ...]:
    """The tokens of a line: inline markup only."""
    return tuple(child for token in _PARSER.parseInline(text) for child in token.children or ())


def tokens(text: str, kind: Kind) -> tuple[Token, ...]:
    """The tokens of a text of a kind; a plain one has none."""
    if kind is Kind.PLAIN:
        return ()
    return blocks(text) if kind is Kind.PROSE else inline(text)


def walk(tokens: Sequence[Token]) -> Iterator[Token]:
    """Every token, and the inline tokens inside."""
    for token in tokens:
        yield token
        yield from walk(token.children or ())


def links(tokens: Sequence[Token]) -> Iterator[str]:
    """The target of every link, as written: the parser's percent signs for letters beyond ASCII are undone."""
    for token in walk(tokens):
        if token.type == "link_open":
            yield _ENCODED.sub(lambda found: unquote(found[0]), str(token.attrs["href"]))


def reference(href: str) -> tuple[str, str] | None:
    """The kind and the id path of a cross-reference: `#step:whitelist.add-ip` gives `("step", "whitelist.add-ip")`.

    The path of another guide may go on into it, see `place`.
    """
    kind, colon, path = href.removeprefix("#").partition(":")
    if href.startswith("#") and colon and kind in REFERENCE_KINDS:
        return kind, path
    return None


def place(path: str) -> tuple[str, str | None]:
    """The guide or page that a reference names, and the id path or anchor in it: None for the whole of it.

    >>> place("install/whitelist.add-ip")
    ('install', 'whitelist.add-ip')
    """
    name, slash, inside = path.partition("/")
    return name, inside if slash else None


def anchor(href: str) -> str | None:
    """The anchor that a link inside a plain page names: `#prices` gives `prices`; None for any other link."""
    name = href.removeprefix("#")
    return name if name and name != href and ":" not in name else None
