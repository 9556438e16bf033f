"""The text of a catalog's file, cut into its entries by their places: joined again, it is the same to the byte.

An entry that translates no text any more stands at the end of the file behind `#~`, as in gettext's PO files, until its
key comes back.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from stepsheet.diagnostics import Source
from stepsheet.errors import UserError
from stepsheet.load import yaml_text
from stepsheet.model import catalog as model
from stepsheet.model.catalog import Catalog, Entry

MARK = "#~"
NOTICE = "# The guide has no such text any more. Each entry comes back when its key does."
_BARE = re.compile(r"[ \t]*(?:#.*)?\r?\n?")


@dataclass(frozen=True, slots=True)
class Piece:
    """An entry with the comments above it: whole lines."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class CatalogText:
    """The file in pieces.

    `foot` is what stands below the last entry, with the entries set aside; these are in `aside`, without their marks.
    `indent` is what each entry begins with, `end` how a line ends, `empty` what stands where there is no entry.
    """

    head: str
    pieces: tuple[Piece, ...]
    foot: str
    aside: tuple[Piece, ...] = ()
    indent: str = ""
    end: str = "\n"
    empty: str = "{}\n"

    def joined(self) -> str:
        """The whole file."""
        parts = [self.head, *(piece.text for piece in self.pieces), *([] if self.pieces else [self.empty]), self.foot]
        parts = [part for part in parts if part]
        return "".join(_ended(part, self.end) for part in parts[:-1]) + "".join(parts[-1:])

    def with_aside(self, aside: Sequence[Piece]) -> "CatalogText":
        """The same with other entries set aside; nothing changes when they are the same."""
        if tuple(aside) == self.aside:
            return self
        lines = [line for line in self.foot.splitlines(keepends=True) if not _of_aside(line)]
        own = [NOTICE + self.end, *(_marked(_ended(piece.text, self.end)) for piece in aside)] if aside else []
        return replace(self, foot=_ended("".join(lines), self.end) + "".join(own), aside=tuple(aside))


def read(catalog: Catalog) -> CatalogText:
    """The file of a catalog. Raises UserError when its entries stand in braces and have no lines of their own."""
    source = catalog.at.source
    end = "\r\n" if "\r\n" in source.text else "\n"
    if source.text.startswith("{", source.offset(catalog.at.line, catalog.at.column)):
        return _in_braces(catalog, end)
    lines = source.text.split("\n")
    entries = list(catalog.entries.values())
    begins = [entries[0].at.line, *(_begin(lines, before, after) for before, after in pairwise(entries))]
    bounds = [*begins, _foot(lines, entries[-1])]
    stretches = zip(entries, pairwise(bounds), strict=True)
    pieces = tuple(Piece(entry.key, _lines(source, first, after)) for entry, (first, after) in stretches)
    foot = _lines(source, bounds[-1], len(lines) + 1)
    indent = " " * (entries[0].at.column - 1) if not lines[begins[0] - 1].lstrip().startswith("?") else ""
    return CatalogText(_lines(source, 1, begins[0]), pieces, foot, _aside(foot, catalog.locale), indent, end)


def set_aside(catalog: Catalog) -> tuple[Piece, ...]:
    """The entries that stand behind marks, however the others are written."""
    return _aside(catalog.at.source.text, catalog.locale)


def catalog_in(source: Source, locale: str) -> Catalog | None:
    """The catalog in a text, None when it cannot be read."""
    node, _ = yaml_text.parse(source)
    return model.build(locale, node)[0] if node else None


def entries_in(text: str, locale: str) -> Mapping[str, Entry]:
    """The entries of a catalog's text, or of a piece of one; none when it cannot be read."""
    made = catalog_in(Source(Path("catalog.yml"), "catalog.yml", text), locale)
    return made.entries if made else {}


def _in_braces(catalog: Catalog, end: str) -> CatalogText:
    """A file that holds `{}`: its line is what gives way to the first entry."""
    source = catalog.at.source
    if catalog.entries:
        raise UserError(
            f"the entries of {source.name} stand in braces, so that they cannot be edited one by one",
            help="write each entry on lines of its own: the key, and indented below it a text for each locale",
        )
    start = source.offset(catalog.at.line, catalog.at.column)
    stop = source.text.index("}", start) + 1
    begin = source.text.rfind("\n", 0, start) + 1
    before, after = source.text[begin:start].strip(), source.text[stop:].partition("\n")
    head = source.text[:begin] + "".join(line + end for line in (before, after[0].strip()) if line)
    untouched = source.text[begin:stop] + after[0] + after[1]
    kept = CatalogText(source.text[:begin], (), after[2], _aside(after[2], catalog.locale), "", end, untouched)
    return kept if head == kept.head else replace(kept, head=head, empty="{}" + end)


def _begin(lines: Sequence[str], before: Entry, after: Entry) -> int:
    """The line from which on an entry's own comments stand above it; blank lines belong to the entry before."""
    first = _last_line(before) + 1
    line = after.at.line
    column = after.at.column
    while line > first and _is_bare(lines[line - 2], column):
        line -= 1
    while line < after.at.line and not lines[line - 1].strip():
        line += 1
    return line


def _foot(lines: Sequence[str], last: Entry) -> int:
    """The line from which on nothing belongs to the last entry: the first comment that is not indented, or a mark."""
    line = _last_line(last) + 1
    while line <= len(lines) and lines[line - 1].strip() and lines[line - 1][0] in " \t":
        line += 1
    after = line
    while after <= len(lines) and not lines[after - 1].strip():
        after += 1
    return after if after <= len(lines) else line


def _last_line(entry: Entry) -> int:
    """The last line that a value of the entry takes: the mark of a block stands at the beginning of the line below."""
    ends = [scalar.at for scalar in entry.texts.values()]
    return max(entry.at.line, *(at.end_line - (at.end_column == 1 and at.end_line > at.line) for at in ends), 0)


def _is_bare(line: str, column: int) -> bool:
    """Whether a line is blank or a comment that is indented no deeper than the key in a column."""
    return bool(_BARE.fullmatch(line)) and (not line.strip() or len(line) - len(line.lstrip()) < column)


def _lines(source: Source, first: int, after: int) -> str:
    """The text of the lines from `first` on, up to the line `after`."""
    count = source.text.count("\n") + 1
    stop = source.offset(after, 1) if after <= count else len(source.text)
    return source.text[source.offset(first, 1) if first <= count else stop : stop]


def _aside(foot: str, locale: str) -> tuple[Piece, ...]:
    """The entries set aside; none when somebody has made something else of them."""
    text = "".join(_unmarked(line) for line in foot.splitlines(keepends=True) if line.startswith(MARK))
    node, _ = yaml_text.parse(Source(Path("aside.yml"), "aside.yml", text)) if text.strip() else (None, ())
    made, problems = model.build(locale, node) if node else (None, ())
    if made is None or problems or not made.entries or text.startswith("{"):
        return ()
    found = read(made)
    first = replace(found.pieces[0], text=found.head + found.pieces[0].text)
    return (first, *found.pieces[1:-1], *_last(found)) if found.pieces[1:] else (replace(first, text=text),)


def _last(found: CatalogText) -> Iterable[Piece]:
    last = found.pieces[-1]
    return (replace(last, text=last.text + found.foot),)


def _of_aside(line: str) -> bool:
    return line.startswith(MARK) or line.rstrip("\r\n") == NOTICE


def _marked(text: str) -> str:
    return "".join(
        f"{MARK} {line}" if line.strip() else MARK + line.lstrip(" \t") for line in text.splitlines(keepends=True)
    )


def _unmarked(line: str) -> str:
    return line.removeprefix(MARK).removeprefix(" ")


def _ended(text: str, end: str) -> str:
    return text if not text or text.endswith("\n") else text + end
