"""The files of a piece on disk: written apart, kept when they are replaced, swept up when an import was killed."""

import shutil
import time
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from stepsheet.importing.writing.plan import GUIDE, Piece

STAGE = ".stepsheet-import-"  # hidden, so that no check reads it
_DAY = 24 * 3600
_IMAGES = "images"


def write(piece: Piece, new: Path, old: Path) -> None:
    """Write a piece to `new`; of a guide at `old` its catalogs and its pictures for single locales come along."""
    for name, held in piece.files.items():
        path = new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(held, bytes):
            path.write_bytes(held)
        else:
            shutil.copyfile(held, path)
    if GUIDE in piece.files and old.is_dir():
        for path in [*old.glob("*.yml"), *(old / _IMAGES).glob("*")]:
            name = PurePosixPath(path.relative_to(old).as_posix())
            if name not in piece.files and path.is_file() and _outlives(name, piece):
                (new / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, new / name)


def _outlives(name: PurePosixPath, piece: Piece) -> bool:
    """Whether a file that an import does not bring stays: a catalog, or a locale's own version of a picture."""
    if name.parent.name != _IMAGES:
        return True
    stem, _, locale = name.stem.rpartition(".")
    return bool(locale) and name.with_name(f"{stem}{name.suffix}") in piece.files


def keep(path: Path, aside: Path) -> None:
    """Copy what will be replaced; an older copy goes when the new one is whole."""
    aside.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=STAGE, dir=aside.parent) as folder:
        copy = Path(folder) / path.name
        if path.is_dir():
            shutil.copytree(path, copy, symlinks=True)
        else:
            shutil.copy2(path, copy, follow_symlinks=False)
        if aside.exists():
            aside.rename(Path(folder) / "older")
        copy.rename(aside)


def sweep(root: Path) -> None:
    """Delete what imports that were killed have left behind a day ago or longer."""
    for left in root.glob(f"{STAGE}*"):
        if time.time() - left.stat().st_mtime > _DAY:
            shutil.rmtree(left, ignore_errors=True)
