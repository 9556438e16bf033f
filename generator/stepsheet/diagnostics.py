"""What is wrong, where, and what to do about it: frozen records that every stage hands upwards.

A message states one fact and quotes the author's value; a help names one action. Lines and columns count from 1,
columns in Unicode code points, an end column is the one after the last character.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

_OF_WORD = re.compile(r"[\w.-]")


class Severity(StrEnum):
    """An error fails the build; a warning does so under `--strict`; a hint never does."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read: `name` is the path shown to people, `text` is empty when it is not text."""

    path: Path
    name: str
    text: str = field(default="", repr=False)

    def line(self, number: int) -> str:
        """The line of that number without its end, empty where there is none."""
        starts = _line_starts(self.text)
        if not 0 < number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def offset(self, line: int, column: int) -> int:
        """The index in the text of a place given by line and column."""
        return _line_starts(self.text)[line - 1] + column - 1

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an index in the text."""
        starts = _line_starts(self.text)
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=32)
def _line_starts(text: str) -> tuple[int, ...]:
    """The index of each line's first character: found once a file, however many findings it has."""
    return (0, *(match.end() for match in re.finditer("\n", text)))


@dataclass(frozen=True, slots=True)
class Location:
    """A stretch of a source."""

    source: Source
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def within(self, snippet: str) -> "Location":
        """Where a snippet stands inside this stretch, as a whole word if it can; the stretch when it is not there."""
        first, last = self.source.offset(self.line, self.column), self.source.offset(self.end_line, self.end_column)
        start = self.source.text.find(snippet, first, last) if snippet else -1
        if start < 0 or "\n" in snippet:
            return self
        start = _whole(self.source.text, snippet, start, last)
        line, column = self.source.place(start)
        return Location(self.source, line, column, line, column + len(snippet))

    def __str__(self) -> str:
        return f"{self.source.name}:{self.line}:{self.column}"


def _whole(text: str, snippet: str, first: int, last: int) -> int:
    """Where a snippet that stands at `first` stands as a whole word before `last`; `first` when it does nowhere."""
    start = first
    while start >= 0:
        end = start + len(snippet)
        if not (start and _OF_WORD.match(text, start - 1)) and not (end < last and _OF_WORD.match(text, end)):
            return start
        start = text.find(snippet, start + 1, last)
    return first


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of defect: `code` never changes its meaning, `name` is what people say."""

    code: str
    name: str
    severity: Severity
    since: str

    def __call__(self, location: Location, message: str, *, help: str = "") -> "Diagnostic":  # noqa: A002 - its name on the screen
        """One defect of this kind."""
        return Diagnostic(self, Finding(location, message, help))


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says; code and severity are the runner's to add."""

    location: Location
    message: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding of a rule."""

    rule: Rule
    finding: Finding

    @property
    def is_error(self) -> bool:
        """Whether this alone fails a build."""
        return self.rule.severity is Severity.ERROR

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sorting by it puts a file's diagnostics in reading order."""
        at = self.finding.location
        return (at.source.name, at.line, at.column, self.rule.code, self.finding.message)


def arrange(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics once each, in reading order."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda diagnostic: diagnostic.order))


def failed(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> bool:
    """Whether the diagnostics fail a run: an error always does, a warning only a strict one."""
    return any(item.is_error or (strict and item.rule.severity is Severity.WARNING) for item in diagnostics)
