"""The pictures of a guide's folder: format, size and, for an SVG, its words."""

import hashlib
import io
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import ExifTags, Image, UnidentifiedImageError

from stepsheet.diagnostics import Diagnostic, Location, Source
from stepsheet.load import svg
from stepsheet.load.files import MAX_PICTURE_BYTES, Root, read

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".svg": "SVG"}
MAX_PIXELS = 50_000_000
_PNG_END = b"IEND\xaeB`\x82"  # PNG, third edition, section 11.2.5
_TOO_MANY = f"it has more than {MAX_PIXELS:,} pixels"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file; `name` is relative to `images/`, `problem` says why it cannot be shown, else is empty.

    `place` is the line and column of the problem, `remedy` what to do about it where there is more to say than to save
    the picture again.
    `digest` is the SHA-256 of the file in hex.
    Sizes are pixels, or user units of an SVG. `source` holds the text of an SVG, so that a finding can quote it.
    """

    name: str
    source: Source
    digest: str
    width: int = 0
    height: int = 0
    problem: str = ""
    remedy: str = ""
    place: tuple[int, int] = (1, 1)
    drawing: svg.Drawing | None = None

    def at(self, line: int = 1, column: int = 1) -> Location:
        """A place in the file, which for a raster picture is its first byte."""
        return Location(self.source, line, column, line, column + 1)


def load(path: Path, name: str, root: Root) -> Picture | Diagnostic:
    """The picture in a file, or why it may not be read."""
    data = read(path, root, MAX_PICTURE_BYTES)
    if isinstance(data, Diagnostic):
        return data
    source = root.source(path)
    if not data:
        return Picture(name, source, "", problem="the file is empty")
    if path.suffix.lower() == ".svg":
        return _vector(data, name, path, root)
    return _raster(data, name, source)


def _vector(data: bytes, name: str, path: Path, root: Root) -> Picture:
    source = root.source(path, data.decode("utf-8-sig", "replace"))
    digest = _digest(data)
    try:
        drawing = svg.read(data)
    except svg.Malformed as error:
        return Picture(name, source, digest, problem=str(error), place=(error.line, error.column))
    if min(drawing.width, drawing.height) <= 0:
        problem, remedy = "it has no size", "add `viewBox`, or `width` and `height`, to <svg>"
        return Picture(name, source, digest, problem=problem, remedy=remedy, place=drawing.place)
    return Picture(name, source, digest, drawing.width, drawing.height, drawing=drawing)


def _raster(data: bytes, name: str, source: Source) -> Picture:
    digest = _digest(data)
    expected = FORMATS.get(Path(name).suffix.lower())
    if expected is None:
        return Picture(name, source, digest, problem=f"its format is not one of {', '.join(sorted(FORMATS))}")
    width, height, found, problem = _decoded(data)
    if not problem and found != expected:
        problem = f"its name says {expected}, its content is {found}"
    return Picture(name, source, digest, width, height, problem)


def _decoded(data: bytes) -> tuple[int, int, str | None, str]:
    """Width, height and format, or what is wrong with the picture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is lower
            with Image.open(io.BytesIO(data), formats=["PNG", "JPEG", "WEBP"]) as image:
                if image.width * image.height > MAX_PIXELS:
                    return 0, 0, None, _TOO_MANY
                image.load()
                whole = image.format != "PNG" or _PNG_END in data  # without it, Pillow shows what there is
                return *_upright(image), image.format, "" if whole else "it ends too early"
    except UnidentifiedImageError:
        return 0, 0, None, "it is not a picture"
    except Image.DecompressionBombError:
        return 0, 0, None, _TOO_MANY
    except (OSError, SyntaxError, ValueError) as error:
        return 0, 0, None, f"it does not decode: {error}"


def _upright(image: Image.Image) -> tuple[int, int]:
    """Width and height as shown: viewers turn a photograph by its orientation (Exif 2.32, tag 0x0112)."""
    lying = image.getexif().get(ExifTags.Base.Orientation) in {5, 6, 7, 8}
    return (image.height, image.width) if lying else (image.width, image.height)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
