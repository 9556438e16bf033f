"""Sheets made before, found by all they were made from: a build sets anew only what has changed."""

import os
import time
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

KEPT_SECONDS = 30 * 24 * 3600


class Store:
    """A folder of finished sheets. It only ever saves time: where it cannot be read or written, sheets are made."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """The sheet made from the same before; a file that was cut off is none."""
        if self._folder is None:
            return None
        with suppress(OSError):
            path = self._folder / f"{key}.pdf"
            pdf = path.read_bytes()
            os.utime(path)
            return pdf if pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF") else None
        return None

    def put(self, key: str, pdf: bytes) -> None:
        """Keep a sheet; the file is whole from its first moment."""
        if self._folder is None:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self._folder, prefix=".", delete=False) as file:
                file.write(pdf)
            Path(file.name).replace(self._folder / f"{key}.pdf")

    def prune(self) -> None:
        """Drop what no build has asked for in a month."""
        if self._folder is None:
            return
        oldest = time.time() - KEPT_SECONDS
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.stat().st_mtime < oldest:
                    path.unlink(missing_ok=True)
