"""Sheets and cards made before, found by all they were made from: a build sets anew only what has changed."""

import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

KEPT_SECONDS = 30 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file, and how a whole one of them begins and ends."""

    suffix: str
    head: bytes
    tail: bytes


PDF = Format(".pdf", b"%PDF-", b"%%EOF")
PNG = Format(".png", b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82")


class Store:
    """A folder of finished files. It only ever saves time: where it cannot be read or written, they are made."""

    def __init__(self, folder: Path | None, kind: Format = PDF) -> None:
        self._folder = folder
        self._kind = kind

    def get(self, key: str) -> bytes | None:
        """The file made from the same before; one that was cut off is none."""
        if self._folder is None:
            return None
        with suppress(OSError):
            path = self._folder / f"{key}{self._kind.suffix}"
            made = path.read_bytes()
            os.utime(path)
            return made if made.startswith(self._kind.head) and made.rstrip().endswith(self._kind.tail) else None
        return None

    def put(self, key: str, made: bytes) -> None:
        """Keep a file; it is whole from its first moment."""
        if self._folder is None:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self._folder, prefix=".", delete=False) as file:
                file.write(made)
            Path(file.name).replace(self._folder / f"{key}{self._kind.suffix}")

    def prune(self) -> None:
        """Drop what no build has asked for in a month."""
        if self._folder is None:
            return
        oldest = time.time() - KEPT_SECONDS
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.stat().st_mtime < oldest:
                    path.unlink(missing_ok=True)
