"""A text line by line: what of it is front matter, what is fenced code, and what remains to be read."""

import re
from dataclasses import dataclass, field

from stepsheet.importing.ledger.scan import Mention

_FENCE = re.compile(
    r"(?P<lead>[ \t]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+|>[ \t]?)*)(?P<fence>`{3,}(?=[^`]*\Z)|~{3,})(?P<info>.*)"
)
_KEY = re.compile(r"(?P<key>[\w@-]+)[ \t]*:(?:[ \t]+(?P<rest>.*))?\s*\Z")
_BLOCK = re.compile(r"[|>][+-]?[0-9]?\s*\Z")
_QUOTE = re.compile(r"[ \t]*>")


@dataclass(slots=True)
class Parts:
    """The text without front matter and listings, whose lines are empty; those, and the keys with their values."""

    body: str = ""
    code: list[Mention] = field(default_factory=list)
    front: list[tuple[str, str, int]] = field(default_factory=list)


def parts(text: str, *, is_file: bool = True) -> Parts:
    """The parts of Markdown; a file may begin with front matter."""
    lines = re.split(r"\r\n?|\n", text.removeprefix("\ufeff"))
    made = Parts()
    start = _front(lines, made) if is_file else 0
    body = [""] * start
    code: list[str] = []
    opened: re.Match[str] | None = None
    begin = 0
    for number, line in enumerate(lines[start:], start + 1):
        if opened is None:
            opened = _FENCE.match(line)
            body.append("" if opened else line)
            begin, code = number, []
        elif _leaves(line, opened):
            made.code.append(("\n".join(code), begin))
            opened = None
            body.append(line)
        elif _closes(line, opened["fence"]):
            made.code.append(("\n".join(code), begin))
            opened = None
            body.append("")
        else:
            code.append(_unquoted(line, opened["lead"].count(">")))
            body.append("")
    if opened:
        made.code.append(("\n".join(code), begin))
    made.body = "\n".join(body)
    return made


def _closes(line: str, fence: str) -> bool:
    bare = line.strip(" \t>")
    return len(bare) >= len(fence) and not bare.strip(fence[0])


def _leaves(line: str, opened: re.Match[str]) -> bool:
    """Whether a line is outside of the quotation that the listing stands in, and so ends both."""
    return ">" in opened["lead"] and not _QUOTE.match(line)


def _unquoted(line: str, depth: int) -> str:
    """A line of a listing without the marks of the quotations around it."""
    return _QUOTE.sub("", line, count=depth) if depth else line


def _front(lines: list[str], made: Parts) -> int:
    """How many lines the front matter has; its keys with what stands behind and below them."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    end = next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."}), 0)
    for number, line in enumerate(lines[1:end], 2):
        key = None if line[:1] in {" ", "\t", "#"} else _KEY.match(line)
        if key:
            made.front.append((key["key"], _bare(key["rest"] or ""), number))
        elif made.front and line.strip():
            name, value, first = made.front[-1]
            made.front[-1] = (name, f"{value}\n{line.strip()}", first)
    return end + 1 if end else 0


def _bare(value: str) -> str:
    return "" if _BLOCK.match(value) else value
