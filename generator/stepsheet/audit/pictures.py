"""Picture files as a browser opens them."""

import hashlib
import io
import warnings
from xml.parsers import expat

from PIL import Image

_VECTOR = (".svg",)
_RASTER = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico", ".avif")
PICTURES = _VECTOR + _RASTER


def problem(data: bytes | None, path: str) -> str:
    """Why a picture cannot be shown, empty when it can."""
    if not data:
        return "the picture is empty"
    return _drawing(data) if path.lower().endswith(_VECTOR) else _raster(data)


def digest(data: bytes) -> str:
    """The SHA-256 of a file in hex, as the content knows its pictures by."""
    return hashlib.sha256(data).hexdigest()


def _raster(data: bytes) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                image.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return "the picture does not decode"
    return ""


def _drawing(data: bytes) -> str:
    root = _Root()
    try:
        root.parser.Parse(data, True)
    except (expat.ExpatError, ValueError):
        return "the drawing is not XML"
    if root.name.rpartition(":")[2] != "svg":
        return f"the drawing begins with <{root.name}>, not with <svg>"
    if "viewBox" in root.attributes or {"width", "height"} <= root.attributes.keys():
        return ""
    return "the drawing has no size"


class _Root:
    """The first element of an XML file."""

    def __init__(self) -> None:
        self.name = ""
        self.attributes: dict[str, str] = {}
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self.name:
            self.name, self.attributes = name, attributes
