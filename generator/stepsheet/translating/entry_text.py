"""An entry of a catalog as text: a new one, and one in which a text changes while all around it stays as written."""

from collections.abc import Mapping as Map
from dataclasses import dataclass
from pathlib import Path

from stepsheet.diagnostics import Source
from stepsheet.load import yaml_text
from stepsheet.load.nodes import Mapping, Scalar
from stepsheet.model.yaml_scalar import STEP, in_line, scalar
from stepsheet.translating.catalog_text import Piece, entries_in


def new(key: str, texts: Map[str, str], indent: str = "", end: str = "\n") -> Piece:
    """An entry with a text for each locale, an empty one where there is nothing to say yet."""
    inner = indent + STEP
    lines = [f"{indent}{in_line(key)}:", *(_line(inner, locale, text) for locale, text in texts.items())]
    return Piece(key, ("\n".join(lines) + "\n").replace("\n", end))


def edited(piece: Piece, texts: Map[str, str], indent: str, end: str) -> Piece:
    """The entry with other texts; what it holds already is not touched.

    Where the text cannot be put in the place of the old one, the entry is written anew below its comments.
    """
    made = piece
    for locale, text in texts.items():
        made = Piece(piece.key, _put(made, locale, text, end))
    now = _texts(made)
    wanted = {**_texts(piece), **texts}
    if {locale: text.strip() for locale, text in now.items()} == {key: text.strip() for key, text in wanted.items()}:
        return made
    comments = [line for line in piece.text.splitlines(keepends=True) if line.lstrip().startswith("#")]
    return Piece(piece.key, "".join(comments) + new(piece.key, wanted, indent, end).text)


def _texts(piece: Piece) -> dict[str, str]:
    """What a piece says, empty when it cannot be read."""
    entry = entries_in(piece.text, "").get(piece.key)
    return {locale: found.value or "" for locale, found in entry.texts.items()} if entry else {}


def _line(indent: str, locale: str, text: str) -> str:
    key = f"{indent}{in_line(locale)}:"
    return f"{key} {scalar(text, indent + STEP)}" if text else key


def _put(piece: Piece, locale: str, text: str, end: str) -> str:
    """The piece with the text of one locale."""
    source = Source(Path("piece.yml"), "piece.yml", piece.text)
    root, _ = yaml_text.parse(source)
    value = root.value(piece.key) if isinstance(root, Mapping) else None
    if not isinstance(value, Mapping) or not value.entries:
        return piece.text
    place = _Place(source, value, end)
    found = value.value(locale)
    if isinstance(found, Scalar):
        same = (found.value or "").strip() == text.strip()
        return piece.text if same else place.replaced(value.entries[locale][0], found, text)
    return place.added(locale, text)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the texts of an entry stand."""

    source: Source
    texts: Mapping
    end: str

    def replaced(self, key: Scalar, old: Scalar, text: str) -> str:
        """The source with another value under a key."""
        whole = self.source.text
        start, stop = self._span(old)
        was_block = whole[start : start + 1] in {"|", ">"} and not self._in_braces()
        rest = "" if was_block else whole[stop:].partition("\n")[0].strip()
        value = self._value(text, " " * (key.at.column - 1 + len(STEP)), is_short=bool(rest))
        if was_block:
            first, (_, mark, comment) = value.partition("\n"), whole[start:].partition("\n")[0].rstrip().partition(" #")
            value = first[0].rstrip("\r") + mark + comment + (self.end if first[1] else "") + first[2]
            stop = start + len(whole[start:stop].rstrip())
        gap = " " if value and whole[start - 1 : start] == ":" else ""
        return whole[:start] + gap + value + whole[stop:]

    def added(self, locale: str, text: str) -> str:
        """The source with one more text below the others."""
        whole = self.source.text
        last_key, last = list(self.texts.entries.values())[-1]
        if not isinstance(last, Scalar):
            return whole
        _, stop = self._span(last)
        if self._in_braces():
            return f"{whole[:stop]}, {in_line(locale)}: {in_line(text) if text else ''}{whole[stop:]}"
        stop = stop if whole[:stop].endswith("\n") else (whole.find("\n", stop) + 1 or len(whole))
        before = whole[:stop] if whole[:stop].endswith("\n") else whole[:stop] + self.end
        line = _line(" " * (last_key.at.column - 1), locale, text).replace("\n", self.end)
        return before + line + self.end + whole[stop:]

    def _value(self, text: str, indent: str, *, is_short: bool) -> str:
        """The value; in one line inside braces, and where something stands behind it."""
        if not text:
            return ""
        if is_short or self._in_braces():
            return in_line(text)
        return scalar(text, indent).replace("\n", self.end)

    def _in_braces(self) -> bool:
        at = self.texts.at
        return self.source.text.startswith("{", self.source.offset(at.line, at.column))

    def _span(self, node: Scalar) -> tuple[int, int]:
        at = node.at
        return self.source.offset(at.line, at.column), self.source.offset(at.end_line, at.end_column)
