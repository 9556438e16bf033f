"""A text as a YAML scalar: as bare as it can stand, and always read back as the same text.

Source: YAML 1.2.2, chapters 7 (flow scalar styles), 8.1 (block scalar styles) and 10.3.2 (what the core schema takes
for something else than a text). NEL, LS and PS are escaped: readers of YAML 1.1 take them for line ends.
"""

import re

STEP = "  "  # one level of indentation

# What may not stand as it is in any style: not printable (section 5.1), or a line end to somebody.
_UNPRINTABLE = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"
_ESCAPES = {"\0": "0", "\a": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", "\x1b": "e"}
_ESCAPES |= {"\\": "\\", '"': '"', "\x85": "N", "\u2028": "L", "\u2029": "P"}

_SIGN = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`\s]")
_DIVIDED = re.compile(rf":(?:\s|\Z)|\s(?:\#|\Z)|[\t\n{_UNPRINTABLE}]")
_OF_FLOW = re.compile(r"[,\[\]{}:?]|^\.\.\.")  # and what ends a document at the beginning of a line
_NOT_IN_BLOCK = re.compile(f"[{_UNPRINTABLE}]")
_NOT_IN_SINGLE = re.compile(rf"[\t\n{_UNPRINTABLE}]")
_TO_ESCAPE = re.compile(rf'[\\"\t\n{_UNPRINTABLE}]')
_NO_TEXT = re.compile(
    r"null|Null|NULL|~|true|True|TRUE|false|False|FALSE|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)


def scalar(text: str, indent: str) -> str:
    """A text as the value of a key or an entry of a list; the lines of a block are indented by `indent`."""
    if _is_plain(text):
        return text
    if "\n" in text and text.strip("\n") and not _NOT_IN_BLOCK.search(text):
        return _block(text, indent)
    return _quoted(text)


def in_line(text: str) -> str:
    """A text as a key, or between brackets."""
    return text if _is_plain(text) and not _OF_FLOW.search(text) else _quoted(text)


def _is_plain(text: str) -> bool:
    return bool(text) and not (_SIGN.match(text) or _DIVIDED.search(text) or _NO_TEXT.fullmatch(text))


def _quoted(text: str) -> str:
    """Double quotes; single ones where that spares escapes."""
    if ('"' in text or "\\" in text) and not _NOT_IN_SINGLE.search(text):
        return "'" + text.replace("'", "''") + "'"
    return f'"{_TO_ESCAPE.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\{_ESCAPES.get(found[0]) or (f'x{code:02x}' if code <= 0xFF else f'u{code:04x}')}"  # noqa: PLR2004


def _block(text: str, indent: str) -> str:
    """A literal block (section 8.1.2); white space at its beginning would hide its indentation, so that is said."""
    width = str(len(STEP)) if text.lstrip("\n")[0] in " \t" else ""
    chomping = "+" if text.endswith("\n\n") else "" if text.endswith("\n") else "-"
    lines = (f"{indent}{line}" if line else "" for line in text.removesuffix("\n").split("\n"))
    return f"|{width}{chomping}\n" + "\n".join(lines)
