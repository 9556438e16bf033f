"""A built site on disk, read as a browser or any other program would read it."""

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePath
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from stepsheet.audit.surface import Surface
from stepsheet.diagnostics import Location, Source


@dataclass
class Built:
    """The files below a folder; each is read and parsed once. `shown` is the folder as people know it."""

    root: Path
    shown: PurePath = field(default_factory=PurePath)
    _bytes: dict[str, bytes | None] = field(default_factory=dict, repr=False)
    _pages: dict[str, LexborHTMLParser] = field(default_factory=dict, repr=False)
    _surfaces: dict[str, Surface] = field(default_factory=dict, repr=False)

    @cached_property
    def paths(self) -> frozenset[str]:
        """Every file, by its path from the root with slashes."""
        return frozenset(path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file())

    def anew(self) -> "Built":
        """The same files, none of them read yet."""
        made = Built(self.root, self.shown)
        made.paths = self.paths
        return made

    def read(self, path: str) -> bytes | None:
        """The bytes of a file, None when there is no such file or it cannot be read."""
        if path not in self._bytes:
            try:
                self._bytes[path] = (self.root / path).read_bytes()
            except OSError:
                self._bytes[path] = None
        return self._bytes[path]

    def fresh(self, path: str) -> bytes | None:
        """The bytes of a file that is looked at once: they are not kept."""
        try:
            return (self.root / path).read_bytes()
        except OSError:
            return None

    def text(self, path: str) -> str:
        """The text of a file (UTF-8), empty when there is none."""
        return (self.read(path) or b"").decode(errors="replace")

    def page(self, path: str) -> LexborHTMLParser:
        """A parsed HTML page, an empty one when there is none."""
        if path not in self._pages:
            self._pages[path] = LexborHTMLParser(self.text(path))
        return self._pages[path]

    def surface(self, path: str) -> Surface:
        """What a browser acts on in an HTML page."""
        if path not in self._surfaces:
            self._surfaces[path] = Surface(self.page(path))
        return self._surfaces[path]

    @cached_property
    def html(self) -> tuple[str, ...]:
        """Every HTML page, by its path."""
        return tuple(sorted(path for path in self.paths if path.endswith((".html", ".htm"))))

    def json(self, path: str) -> Any:
        """The value in a JSON file, None when there is none or it is broken."""
        try:
            return json.loads(self.read(path) or b"")
        except ValueError:
            return None

    def at(self, path: str) -> Location:
        """The whole of a built file as a place for findings about nothing of the content."""
        return Location(Source(self.root / path, (self.shown / path).as_posix()))
