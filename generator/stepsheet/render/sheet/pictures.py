"""The pictures of a guide in the typesetter's folder, each once, by its content."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from stepsheet.localize.document import Document, Picture
from stepsheet.typeface import ARABIC

_ARABIC_LETTER = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_WORDS = re.compile(rf"(?<=>)[^<>]*{_ARABIC_LETTER.pattern}[^<>]*(?=<)")
_FAMILY = re.compile(r"""(font-family\s*(?:=\s*["']|:))""")
_ROOT = re.compile(r"<svg\b(?![^>]*font-family)")


class Pictures:
    """The folder of pictures below a typesetter's root."""

    def __init__(self, root: Path) -> None:
        self._root = root
        (root / "pictures").mkdir()

    def of(self, document: Document) -> Mapping[str, str]:
        """Where each picture of a guide is for the template, by its path in the guide. Raises OSError."""
        return {picture.path: self._put(picture.path, _settable(picture)) for picture in document.pictures}

    def words(self, document: Document) -> str:
        """What the drawings among them hold: a sheet needs the fonts for their words too. Raises OSError."""
        drawings = [picture for picture in document.pictures if picture.path.lower().endswith(".svg")]
        return "".join(picture.read().decode(errors="replace") for picture in drawings)

    def _put(self, path: str, content: bytes) -> str:
        name = f"pictures/{hashlib.sha256(content).hexdigest()}{PurePosixPath(path).suffix.lower()}"
        if not (self._root / name).exists():
            (self._root / name).write_bytes(content)
        return f"/{name}"


def _settable(picture: Picture) -> bytes:
    """A picture as the typesetter takes it: it asks the font for Arabic first for a drawing with Arabic words.

    In other fonts the dots of a letter are glyphs of their own, which stand for no letter: PDF/UA-1 refuses them. The
    words are isolated (UAX 9): it takes no notice of `direction`.
    """
    content = picture.read()
    drawn = content.decode(errors="replace") if picture.path.lower().endswith(".svg") else ""
    if not _ARABIC_LETTER.search(drawn):
        return content
    drawn = _WORDS.sub("\u2067\\g<0>\u2069", _FAMILY.sub(rf"\1 {ARABIC}, ", drawn))
    return _ROOT.sub(f'<svg font-family="{ARABIC}"', drawn, count=1).encode()
