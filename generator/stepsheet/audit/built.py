"""A built site on disk, read as a browser or any other program would read it."""

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from stepsheet.diagnostics import Location, Source


@dataclass
class Built:
    """The files below a folder; each is read and parsed once. `shown_from` is where people see paths from."""

    root: Path
    shown_from: Path
    _bytes: dict[str, bytes | None] = field(default_factory=dict, repr=False)
    _pages: dict[str, LexborHTMLParser] = field(default_factory=dict, repr=False)

    @cached_property
    def paths(self) -> frozenset[str]:
        """Every file, by its path from the root with slashes."""
        return frozenset(path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file())

    def read(self, path: str) -> bytes | None:
        """The bytes of a file, None when there is no such file or it cannot be read."""
        if path not in self._bytes:
            try:
                self._bytes[path] = (self.root / path).read_bytes()
            except OSError:
                self._bytes[path] = None
        return self._bytes[path]

    def text(self, path: str) -> str:
        """The text of a file (UTF-8), empty when there is none."""
        return (self.read(path) or b"").decode(errors="replace")

    def page(self, path: str) -> LexborHTMLParser:
        """A parsed HTML page, an empty one when there is none."""
        if path not in self._pages:
            self._pages[path] = LexborHTMLParser(self.text(path))
        return self._pages[path]

    def json(self, path: str) -> Any:
        """The value in a JSON file, None when there is none or it is broken."""
        try:
            return json.loads(self.read(path) or b"")
        except ValueError:
            return None

    def at(self, path: str) -> Location:
        """The whole of a built file as a place for findings about nothing of the content."""
        file = self.root / path
        shown = PurePosixPath(file.relative_to(self.shown_from) if file.is_relative_to(self.shown_from) else file)
        return Location(Source(file, shown.as_posix()))
