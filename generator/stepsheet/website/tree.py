"""Writing generated files below a folder."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from stepsheet.render.site import File, Place


def write(folders: dict[Place, Path], files: Iterable[File]) -> None:
    """Write each file into the folder of its place. Raises OSError."""
    for file in files:
        path = folders[file.place] / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)


def merge(source: Path, target: Path) -> None:
    """Move everything below one folder to the same place below another. Raises OSError."""
    for path in sorted(source.rglob("*")):
        place = target / path.relative_to(source)
        if path.is_dir():
            place.mkdir(parents=True, exist_ok=True)
        else:
            shutil.move(path, place)
