"""`{% … %}`: what GitBook writes around blocks, one at a time.

Source: what GitBook's Git Sync writes. Attributes have straight quotes there; people's editors make them curly.
"""

import re
from dataclasses import dataclass
from html import unescape

MARK = "{%"
_END = "%}"
# A tag that goes on for longer than this is a brace and a percent sign in a text.
MAX_LENGTH = 20_000

_NAME = re.compile(r"\{%-?\s*(@?[A-Za-z][\w./-]*)")
_PAIR = re.compile(
    r"""(?P<key>[\w@:.-]+)\s*=\s*(?:"(?P<straight>(?:\\.|[^"\\])*)"|'(?P<single>[^']*)'"""
    r"""|[“”„«](?P<curly>[^“”«»]*)[“”»]|(?P<bare>[^\s"']+))"""
)
_QUOTES = "\"'“”„«»"


@dataclass(frozen=True, slots=True)
class Directive:
    """One tag: `{% name key="value" rest %}`; a closing one has the name of the opening one."""

    source: str
    name: str
    closes: bool
    attributes: dict[str, str]
    rest: str

    @property
    def said(self) -> str:
        """The tag as messages name it."""
        return f"{{% {'end' if self.closes else ''}{self.name} %}}"


def end(text: str, start: int, limit: int) -> int:
    """The index after the tag that begins at `start`, or -1 when it does not end before `limit`."""
    limit = min(limit, start + MAX_LENGTH)
    first = close = text.find(_END, start + 2, limit)
    while close >= 0 and text.count('"', start, close) % 2:
        close = text.find(_END, close + 2, limit)
    found = close if close >= 0 else first
    return found + 2 if found >= 0 else -1


def read(source: str) -> Directive | None:
    """The tag, or None when it names nothing."""
    named = _NAME.match(source)
    if not named:
        return None
    name = named[1]
    inner = source[named.end() : -2].rstrip("-").strip()
    closes = len(name) > len("end") and name.startswith("end")
    attributes = {match["key"]: _value(match) for match in _PAIR.finditer(inner)}
    rest = " ".join(_PAIR.sub(" ", inner).split()).strip(_QUOTES)
    if name in _EXPRESSIONS:
        attributes, rest = {}, inner
    return Directive(source, name.removeprefix("end") if closes else name, closes, attributes, unescape(rest))


_EXPRESSIONS = {"if", "elif", "elsif", "for", "set", "assign"}


def _value(match: re.Match[str]) -> str:
    straight = match["straight"]
    if straight is not None:
        return unescape(re.sub(r"\\(.)", r"\1", straight, flags=re.DOTALL))
    return unescape(match["single"] or match["curly"] or match["bare"] or "")
