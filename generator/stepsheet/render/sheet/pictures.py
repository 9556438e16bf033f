"""The pictures of a guide in the typesetter's folder, each once, by its content."""

import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from stepsheet.localize.document import Document


class Pictures:
    """The folder of pictures below a typesetter's root."""

    def __init__(self, root: Path) -> None:
        self._root = root
        (root / "pictures").mkdir()

    def of(self, document: Document) -> Mapping[str, str]:
        """Where each picture of a guide is for the template, by its path in the guide. Raises OSError."""
        return {picture.path: self._put(picture.path, picture.read()) for picture in document.pictures}

    def words(self, document: Document) -> str:
        """What the drawings among them hold: a sheet needs the fonts for their words too. Raises OSError."""
        drawings = [picture for picture in document.pictures if picture.path.lower().endswith(".svg")]
        return "".join(picture.read().decode(errors="replace") for picture in drawings)

    def _put(self, path: str, content: bytes) -> str:
        name = f"pictures/{hashlib.sha256(content).hexdigest()}{PurePosixPath(path).suffix.lower()}"
        if not (self._root / name).exists():
            (self._root / name).write_bytes(content)
        return f"/{name}"
