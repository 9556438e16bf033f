"""Puts an export on disk: whole, and never over something that is not its own or was changed since."""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from stepsheet.errors import UserError
from stepsheet.exporting.exporter import File
from stepsheet.exporting.tree import MARK, digest
from stepsheet.skeleton import FORMAT, MAX_BYTES
from stepsheet.swap import swap

_GIT = ".git"
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Placed:
    """What an export did: how many files it has, how many of them are not as they were, how many are gone."""

    files: int
    changed: int
    removed: int


def put(files: Iterable[File], folder: Path, *, force: bool) -> Placed:
    """Write the files and put them in the place of the last export.

    The folder may be synced with Git and hold files of others: they stay. Raises UserError when it holds something else
    than an export, or an export that was changed since, unless `force` says that this may be lost.
    """
    folder = folder.resolve()
    old = _last(folder)
    if old is None and not force and _others(folder, {}):
        raise UserError(
            f"the folder {folder} holds something else than an export",
            help="name an empty or new folder with -o, or let the export write into this one with --force",
        )
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        stage = Path(mkdtemp(prefix=f".{folder.name}.stepsheet-{os.getpid()}-", dir=folder.parent))
    except OSError as error:
        raise UserError(
            f"cannot write beside the folder {folder}: {error.strerror}", help="name another folder with -o"
        ) from None
    try:
        stage.chmod(0o755)
        new = dict(_staged(files, stage))
        if old and not force:
            _refuse_changed(folder, old, new)
        return _placed(stage, folder, old or {}, new)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _staged(files: Iterable[File], stage: Path) -> Iterator[tuple[str, str]]:
    """The digests of the files by their paths, each written below the stage."""
    for file in files:
        path = stage / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
        yield file.path.as_posix(), digest(file.content)


def _placed(stage: Path, folder: Path, old: Mapping[str, str], new: Mapping[str, str]) -> Placed:
    here = {name: _digest(folder / name) for name in {*old, *new} if (folder / name).is_file()}
    changed = [name for name in {*here, *new} if here.get(name) != new.get(name)]
    if changed and not _others(folder, {**old, **new}):
        swap(stage, folder)
    elif changed:
        _laid(stage, folder, changed, new)
    return Placed(len(new), len(new.keys() & set(changed)), len(set(changed) - new.keys()))


def _laid(stage: Path, folder: Path, changed: Iterable[str], new: Mapping[str, str]) -> None:
    """Replace the files one by one, the mark last: until then an export that was broken off is known as such."""
    for name in sorted(changed, key=lambda name: (name == str(MARK), name)):
        place = folder / name
        if name in new:
            place.parent.mkdir(parents=True, exist_ok=True)
            (stage / name).replace(place)
        else:
            place.unlink()
            _prune(place.parent, folder)


def _prune(path: Path, root: Path) -> None:
    """Delete folders that have become empty."""
    while path != root and not any(path.iterdir()):
        path.rmdir()
        path = path.parent


def _last(folder: Path) -> dict[str, str] | None:
    """The files of the export that a folder holds, with their digests; None when it holds none."""
    mark = folder / MARK
    try:
        if mark.stat().st_size > MAX_BYTES:
            return None
        value = json.loads(mark.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    files = value.get("files") if isinstance(value, dict) and value.get("format") == FORMAT else None
    if not isinstance(files, dict):
        return None
    inside = {name: str(files[name]) for name in files if (folder / name).resolve().is_relative_to(folder)}
    return {**inside, str(MARK): _digest(mark)}


def _others(folder: Path, own: Mapping[str, str]) -> bool:
    """Whether a folder holds files that are not the export's; the data of Git count only beside an export."""
    if not folder.exists():
        return False
    if not folder.is_dir():
        raise UserError(f"{folder} is a file", help="name a folder with -o")
    for path in folder.iterdir():
        if path.name == _GIT:
            if own:
                return True
        elif any(one.relative_to(folder).as_posix() not in own for one in _files(path)):
            return True
    return False


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir() and not path.is_symlink():
        for entry in path.iterdir():
            yield from _files(entry)
    else:
        yield path


def _refuse_changed(folder: Path, old: Mapping[str, str], new: Mapping[str, str]) -> None:
    """Raises UserError when a file is neither as the last export wrote it nor as this one does."""
    changed = sorted(
        name
        for name, was in old.items()
        if name != str(MARK) and _digest(folder / name) not in {was, new.get(name, "")}
    )
    if changed:
        more = f" and {len(changed) - _SHOWN} more" if len(changed) > _SHOWN else ""
        raise UserError(
            f"changed since the export: {', '.join(changed[:_SHOWN])}{more}",
            help="import these changes first, or give them up with --force",
        )


def _digest(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""
