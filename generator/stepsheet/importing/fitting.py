"""Making a picture one that a guide can show: its format, its size, and for a drawing what it holds."""

import io
import warnings
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from stepsheet.importing import drawing
from stepsheet.load.files import MAX_PICTURE_BYTES
from stepsheet.load.pictures import MAX_PIXELS

_SHOWN = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "WEBP": (".webp",)}
_CONVERTED = ("GIF", "BMP", "TIFF", "ICO", "AVIF", "PPM", "TGA")
_POINTER = b"version https://git-lfs"


@dataclass(frozen=True, slots=True)
class Fit:
    """A picture as a guide shows it, with the ending of its name; `change` says what became of it, if anything did."""

    data: bytes
    ending: str
    change: str = ""


def fit(data: bytes, ending: str) -> Fit | str:
    """The picture in the bytes, or in words why it cannot be shown; `ending` is that of its name."""
    if len(data) > MAX_PICTURE_BYTES:
        return f"it has {len(data):,} bytes, more than the {MAX_PICTURE_BYTES:,} allowed"
    if not data:
        return "the file is empty"
    if data.startswith(_POINTER):
        return "run `git lfs pull` first"
    return _vector(data) if ending.lower() == ".svg" or drawing.is_svg(data) else _raster(data, ending.lower())


def _vector(data: bytes) -> Fit | str:
    made = drawing.safe(data)
    return made if isinstance(made, str) else Fit(made.data, ".svg", made.change)


def _raster(data: bytes, ending: str) -> Fit | str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # our own limits are lower, and a picture that loads is good enough
            with Image.open(io.BytesIO(data), formats=[*_SHOWN, *_CONVERTED]) as image:
                if image.width * image.height > MAX_PIXELS:
                    return _too_many()
                image.load()
                endings = _SHOWN.get(str(image.format))
                return Fit(data, ending if ending in endings else endings[0]) if endings else _converted(image)
    except UnidentifiedImageError:
        return "the file is no picture"
    except Image.DecompressionBombError:
        return _too_many()
    except (OSError, SyntaxError, ValueError, MemoryError) as error:
        return f"it does not decode: {error}"


def _too_many() -> str:
    return f"it has more than {MAX_PIXELS:,} pixels"


def _converted(image: Image.Image) -> Fit:
    """The first frame as a PNG."""
    frames = getattr(image, "n_frames", 1)
    made = io.BytesIO()
    mode = "RGBA" if "transparency" in image.info or image.mode in {"RGBA", "LA", "PA"} else "RGB"
    image.convert(mode).save(made, "PNG", optimize=True)
    change = f"was {image.format} and is now PNG"
    return Fit(
        made.getvalue(), ".png", change if frames == 1 else f"{change}; of its {frames} frames the first is kept"
    )
