"""Words as Markdown that shows them as written: escaped where, and nearly only where, they would be markup.

Source: CommonMark 0.31.2, sections 2.4 (backslash escapes), 2.5 (entities) and 6.2 (flanking of `_`).
"""

import re
from urllib.parse import quote

from markdown_it import MarkdownIt

from stepsheet.model.blanks import folded

# `~` is struck out text on GitHub; a `_` inside a word is nothing anywhere.
_MARKUP = re.compile(r"[\\`*\[\]<~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_NUMBER = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))")
# A heading, a list, a quote, the underline of a heading, the second row of a table.
_OPENING = re.compile(r"#{1,6}(?:\s|$)|[-+*](?:\s|$)|>|=+$|[-:|][-:|\s]*$")
_EDGE = re.compile(r"^\s|\s$")
_NORMALIZED = MarkdownIt("commonmark").normalizeLink


def escape(text: str) -> str:
    """Words inside a line."""
    return _MARKUP.sub(r"\\\g<0>", text).replace("\n", "&#10;")


def plain(text: str) -> str:
    """A text that is no Markdown, on one line."""
    return guard(escape(folded(text)))


def guard(markdown: str) -> str:
    """Inline Markdown of which no line can begin a block, or lose the white space at its ends."""
    return "\n".join(_guarded(line) for line in markdown.split("\n"))


def _guarded(line: str) -> str:
    line = edged(line)
    number = _NUMBER.match(line)
    if number:
        return f"{number[0]}\\{line[number.end() :]}"
    return f"\\{line}" if _OPENING.match(line) else line


def edged(markdown: str) -> str:
    """Inline Markdown with the white space at its ends as entities, where a parser would drop it."""
    return _EDGE.sub(lambda space: f"&#{ord(space[0])};", markdown)


def heading(markdown: str) -> str:
    """The line of a heading: a `#` at its end would be read as its closing sequence (section 4.2)."""
    return re.sub(r"(?:(?<=\s)|^)#+$", r"\\\g<0>", markdown)


def destination(url: str) -> str:
    """Where a link leads, as it stands between its parentheses (section 6.3)."""
    url = re.sub(r"&(?=#?\w+;)", r"\&", _NORMALIZED(url))
    return url if url and not re.search("[()]", url) else f"<{url}>"


def path(name: str) -> str:
    """The path of a file as the path of a URL (RFC 3986, section 3.3)."""
    return quote(name)
