"""What style sheets and scripts load: the addresses in their text."""

import re
import sys
from collections.abc import Iterator
from functools import lru_cache

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STYLE = re.compile(
    r"""(?:url|src|image)\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))|@import\s+(?:"([^"]*)"|'([^']*)')"""
    r"""|image-set\(\s*(?:"([^"]*)"|'([^']*)')""",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?|\\(.)", re.IGNORECASE | re.DOTALL)
# A call that asks for an address by itself, with the address written out.
_SCRIPT = re.compile(
    r"""(?:\b(?:fetch|importScripts|import|sendBeacon|WebSocket|EventSource|Worker|SharedWorker|register)\s*\(\s*"""
    r"""|\.open\(\s*["'`]\w+["'`]\s*,\s*|\bfrom\s*|\bimport\s*|\.src\s*=\s*)["'`]((?:https?:|wss?:)?//[^"'`\s]+)""",
)


@lru_cache(maxsize=16)  # each locale has the same ones
def of_style(text: str) -> tuple[str, ...]:
    """The addresses in a style sheet (CSS Values 4, section 4.5; CSS Syntax 3, section 4.3.7 for what is escaped)."""
    return tuple(_of_style(text))


@lru_cache(maxsize=16)
def of_script(text: str) -> tuple[str, ...]:
    """The addresses of hosts that a script asks."""
    return tuple(match[1] for match in _SCRIPT.finditer(text))


def _of_style(text: str) -> Iterator[str]:
    plain = _ESCAPE.sub(_unescaped, _COMMENT.sub(" ", text))
    for match in _STYLE.finditer(plain):
        yield next((group for group in match.groups() if group), "").strip()


def _unescaped(match: re.Match[str]) -> str:
    if not match[1]:
        return str(match[2])
    code = int(match[1], 16)
    return chr(code) if 0 < code <= sys.maxunicode else "\ufffd"
