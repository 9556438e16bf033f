"""Addresses in a form in which those of a source and of a result can be compared."""

import html
import re
from urllib.parse import unquote

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_TRAILING = ".,;:!?'\"*_~`"
EXTERNAL = ("http://", "https://", "mailto:")


def same(address: str) -> str:
    """The address without its spelling: escapes, entities and percent signs undone, no slash at the end."""
    bare = unescaped(html.unescape(address.strip().strip("<>").strip()))
    scheme, colon, rest = bare.partition(":")
    return f"{scheme.lower()}{colon}{unquote(rest)}".rstrip("/") if colon else unquote(bare).rstrip("/")


def unescaped(text: str) -> str:
    """A text without the backslashes of its escapes."""
    return _ESCAPE.sub(r"\1", text)


def is_external(address: str) -> bool:
    """Whether an address that was made comparable leads out of the source."""
    return address.startswith(EXTERNAL)


def without_punctuation(address: str) -> str:
    """An address in a sentence, without the signs of the sentence behind it."""
    address = address.rstrip(_TRAILING)
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(_TRAILING)
    return address
