"""Each picture removed, renamed, re-cased, cut, emptied, replaced, and each word of a drawing spoiled."""

import io
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from PIL import Image

from ..mutant import Mutant
from ..project import Files, Original

_SVG_TEXT = re.compile(r"<(?:text|tspan|title|desc)\b[^>]*>([^<]+)<")
_SVG_ID = re.compile(r'<(?:text|tspan|title|desc)\b[^>]*?( id="([^"]*)")')


def pictures(original: Original) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Every picture file with its bytes."""
    for name, data in sorted(original.files.items()):
        if "/images/" in name:
            yield PurePosixPath(name), data


def _changes(path: PurePosixPath, data: bytes) -> Iterator[tuple[str, Files]]:
    name = str(path)
    half, drawn = len(data) // 2, path.suffix == ".svg"
    yield "remove-picture", {name: None}
    yield "rename-picture", {name: None, str(path.with_stem(f"{path.stem}-two")): data}
    yield "recase-picture", {name: None, str(path.with_name(path.name.upper())): data}
    yield "recase-picture", {name: None, str(path.with_name(path.name.capitalize())): data}
    yield "truncate-picture", {name: data[:half]}
    yield "truncate-picture", {name: data[: len(data) - 8]}
    yield "truncate-picture", {name: data[:1]}
    yield "empty-picture", {name: b""}
    yield "garble-picture", {name: b"not a picture"}
    yield "garble-picture", {name: data[:half] + bytes([data[half] ^ 0xFF]) * 3 + data[half + 3 :]}
    yield "replace-picture-by-format", {name: _other(drawn)}
    yield "replace-picture", {name: _same(drawn)}


def _other(drawn: bool) -> bytes:  # what is no drawing for one, a JPEG for any other
    return _raster("PNG") if drawn else _raster("JPEG")


def _same(drawn: bool) -> bytes:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10"/></svg>'
    return svg if drawn else _raster("PNG")


def _raster(form: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (30, 20), "white").save(buffer, form)
    return buffer.getvalue()


def _operator(name: str):
    def mutants(original: Original) -> Iterator[Mutant]:
        for path, data in pictures(original):
            for operator, files in _changes(path, data):
                if operator == name and files.get(str(path)) != data:
                    names = ", ".join(PurePosixPath(file).name for file in files)
                    what = f"made {len(files.get(str(path)) or b'')} bytes: {names}"
                    yield Mutant(name, str(path), 1, what, files, None)

    return mutants


def _words(original: Original) -> Iterator[tuple[str, str, int]]:
    for path, data in pictures(original):
        if path.suffix == ".svg":
            yield str(path), data.decode(), 0


def _svg(name: str, pattern: re.Pattern[str], group: int, new):
    def mutants(original: Original) -> Iterator[Mutant]:
        for path, text, _ in _words(original):
            for found in pattern.finditer(text):
                if "translate=" in found[0]:
                    continue
                begin, end = found.span(group)
                made = text[:begin] + new(found[group]) + text[end:]
                line = text.count("\n", 0, begin) + 1
                yield Mutant(name, path, line, f"{found[group]!r}", {path: made.encode()}, found.span())

    return mutants


NAMES = dict.fromkeys(name for name, _ in _changes(PurePosixPath("x.png"), b"0123456789"))
OPERATORS = {name: _operator(name) for name in NAMES}
OPERATORS |= {
    "change-word-of-picture": _svg("change-word-of-picture", _SVG_TEXT, 1, lambda words: f"{words} Ещё"),
    "delete-word-of-picture": _svg("delete-word-of-picture", _SVG_TEXT, 1, lambda _: ""),
    "delete-id-of-word": _svg("delete-id-of-word", _SVG_ID, 1, lambda _: ""),
    "rename-id-of-word": _svg("rename-id-of-word", _SVG_ID, 2, lambda name: f"{name}-two"),
}
