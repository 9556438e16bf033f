"""Writes files in the place of others: each whole or not at all, and only those that are not the same already."""

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile

_BOM = b"\xef\xbb\xbf"


def write(texts: Mapping[Path, str]) -> tuple[Path, ...]:
    """Write the texts; those that changed a file. A byte order mark that was there stays. Raises OSError."""
    return tuple(path for path, text in texts.items() if put(path, _encoded(path, text)))


def put(path: Path, data: bytes) -> bool:
    """Write a file by way of a hidden one beside it; whether it was another before. Folders are made."""
    place = path.resolve()
    if place.is_file() and place.read_bytes() == data:
        return False
    place.parent.mkdir(parents=True, exist_ok=True)
    mode = place.stat().st_mode if place.exists() else 0o666 & ~_umask()
    with NamedTemporaryFile(dir=place.parent, prefix=f".{place.name}.stepsheet-", delete=False) as file:
        made = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            made.chmod(mode & 0o7777)
            made.replace(place)
        except BaseException:  # a signal too: nothing may be left over
            made.unlink(missing_ok=True)
            raise
    return True


def _encoded(path: Path, text: str) -> bytes:
    has_mark = path.is_file() and path.read_bytes().startswith(_BOM)
    return (_BOM if has_mark else b"") + text.encode()


def _umask() -> int:
    mask = os.umask(0o22)
    os.umask(mask)
    return mask
