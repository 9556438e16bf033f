"""Files of a small project in the short notation of the case files."""

import io
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image

SETTINGS = "site_name: Test site\nplugins:\n  - stepsheet:\n      locales: {{{locales}}}\n"


def settings(locales: list[str]) -> str:
    """A `mkdocs.yml` with these locales, the source locale first."""
    return SETTINGS.format(locales=", ".join(f"{locale}: {{}}" for locale in locales))


def lay_out(root: Path, files: Mapping[str, Any]) -> None:
    """Write the files below a folder.

    A file is a text, or a mapping with one of: `png`, `jpeg`, `webp` (width and height), `pixels` (a PNG that claims so
    many), `hex` (bytes), `size` (so many spaces), `text` in an `encoding`, `repeat` (a text and how often), `symlink`
    (its target), `folder`. `first` keeps the first so many bytes only.
    """
    for name, value in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(value, Mapping) and "symlink" in value:
            path.symlink_to(str(value["symlink"]))
        elif isinstance(value, Mapping) and "folder" in value:
            path.mkdir()
        else:
            path.write_bytes(content(value))


def content(value: Any) -> bytes:
    """The bytes that a value of the notation stands for."""
    match value:
        case str():
            made = value.encode()
        case {"first": count, **rest}:
            made = content(rest)[:count]
        case {"hex": digits}:
            made = bytes.fromhex(str(digits))
        case {"size": size}:
            made = b" " * size
        case {"repeat": [text, count]}:
            made = str(text).encode() * count
        case {"text": text, "encoding": encoding}:
            made = str(text).encode(encoding)
        case {"pixels": [width, height]}:
            made = _claimed(width, height)
        case {"png": size} | {"jpeg": size} | {"webp": size}:
            made = _drawn(next(iter(value)), size)
        case _:
            raise AssertionError(f"no such notation: {value}")
    return made


def _drawn(form: str, size: list[int]) -> bytes:
    """A white picture."""
    buffer = io.BytesIO()
    Image.new("RGB", (size[0], size[1]), "white").save(buffer, form.upper())
    return buffer.getvalue()


def _claimed(width: int, height: int) -> bytes:
    """A PNG that says it has so many pixels and holds none (PNG, third edition, sections 5.3 and 11.2.1)."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
