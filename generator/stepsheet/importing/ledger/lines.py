"""A text line by line: what of it is front matter, what is fenced code, and what remains to be read."""

import re
from dataclasses import dataclass, field

from stepsheet.importing.ledger.scan import Mention

_FENCE = re.compile(
    r"(?P<lead>[ \t]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+|>[ \t]?)*)(?P<fence>`{3,}(?=[^`]*\Z)|~{3,})(?P<info>.*)"
)
_ITEM = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])(?:[ \t]{1,4}(?=\S)|[ \t])")
_KEY = re.compile(r"(?P<key>[\w@-]+)[ \t]*:(?:[ \t]+(?P<rest>.*))?\s*\Z")
_BLOCK = re.compile(r"[|>][+-]?[0-9]?\s*\Z")
_QUOTE = re.compile(r"[ \t]*>")


@dataclass(slots=True)
class Parts:
    """The text without front matter and listings, whose lines are empty; those, and the keys with their values."""

    body: str = ""
    code: list[Mention] = field(default_factory=list)
    front: list[tuple[str, str, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Fence:
    """A listing that is open: its fence, the depth of quotations, the column that its list item's contents have."""

    mark: str
    line: int
    quotes: int
    column: int
    lines: list[str] = field(default_factory=list)

    def closes(self, line: str) -> bool:
        """Whether a line is the closing fence."""
        bare = line.strip(" \t>")
        return len(bare) >= len(self.mark) and not bare.strip(self.mark[0])

    def is_left(self, line: str) -> bool:
        """Whether a line is outside of the quotation or list item that the listing stands in, and so ends both."""
        if self.quotes:
            return not _QUOTE.match(line)
        return bool(line.strip()) and _indent(line) < self.column

    def add(self, line: str) -> None:
        """A line of the listing, without the marks of the quotations around it."""
        self.lines.append(_QUOTE.sub("", line, count=self.quotes) if self.quotes else line)

    @property
    def mention(self) -> Mention:
        """The listing and its line."""
        return "\n".join(self.lines), self.line


def parts(text: str, *, is_file: bool = True) -> Parts:
    """The parts of Markdown; a file may begin with front matter."""
    lines = re.split(r"\r\n?|\n", text.removeprefix("\ufeff"))
    made = Parts()
    start = _front(lines, made) if is_file else 0
    body = [""] * start
    columns: list[int] = []
    fence: _Fence | None = None
    for number, line in enumerate(lines[start:], start + 1):
        if fence and (is_left := fence.is_left(line)) | fence.closes(line):
            made.code.append(fence.mention)
            fence = None
            if not is_left:
                body.append("")
                continue
        if fence:
            fence.add(line)
        else:
            fence = _opened(line, number, columns)
        body.append("" if fence else line)
    made.code += [fence.mention] if fence else []
    made.body = "\n".join(body)
    return made


def _opened(line: str, number: int, columns: list[int]) -> _Fence | None:
    """The listing that a line opens; `columns` are those of the contents of the list items that are open."""
    if line[:1] not in {"", " ", "\t", "-", "*", "+"} and not line[0].isdigit() and not columns:
        found = _FENCE.match(line) if line[0] in "`~>" else None
        return _fence(found, number, 0) if found else None
    indent = _indent(line)
    while line.strip() and columns and indent < columns[-1]:
        columns.pop()
    while (item := _ITEM.match(line, columns[-1] if columns else 0)) and item.end() < len(line):
        columns.append(item.end())
    found = _FENCE.match(line)
    return _fence(found, number, columns[-1] if columns else 0) if found else None


def _fence(found: re.Match[str], line: int, column: int) -> _Fence:
    return _Fence(found["fence"], line, found["lead"].count(">"), column)


def _indent(line: str) -> int:
    """How far a line is indented, a tab to the next column of four (CommonMark 0.31.2, section 2.2)."""
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip(" "))


def _front(lines: list[str], made: Parts) -> int:
    """How many lines the front matter has; its keys with what stands behind and below them."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    end = next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."}), 0)
    for number, line in enumerate(lines[1:end], 2):
        key = None if line[:1] in {" ", "\t", "#"} else _KEY.match(line)
        if key:
            rest = key["rest"] or ""
            made.front.append((key["key"], "" if _BLOCK.match(rest) else rest, number))
        elif made.front and line.strip():
            name, value, first = made.front[-1]
            made.front[-1] = (name, f"{value}\n{line.strip()}", first)
    return end + 1 if end else 0
