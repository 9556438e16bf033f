"""Putting an import into the content folder: all of it or nothing, and never over what somebody may have worked on.

A piece that is there already and differs goes beside, to `.stepsheet/imports/`, which no check reads. When it is to
replace the old one, a copy of that is kept in `.stepsheet/replaced/`. Every file is first written to a folder on the
same file system, so that putting a piece in place is a rename; when one fails, those before it are undone.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from stepsheet.diagnostics import Location, Source
from stepsheet.errors import UserError
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import already_there
from stepsheet.importing.writing import files
from stepsheet.importing.writing.plan import GUIDE, State, Step

IMPORTS = "imports"
REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where things go: the content folder, the folder `.stepsheet`, and the one that paths are shown from."""

    content: Path
    private: Path
    shown_from: Path

    def source(self, path: Path) -> Source:
        """A file or folder by the path people see."""
        name = path.relative_to(self.shown_from) if path.is_relative_to(self.shown_from) else path
        return Source(path, name.as_posix())


@dataclass(slots=True)
class _Moves:
    """Renames that can be undone, the last one first."""

    undo: list[Callable[[], object]] = field(default_factory=list)

    def rename(self, old: Path, new: Path) -> None:
        new.parent.mkdir(parents=True, exist_ok=True)
        old.rename(new)
        self.undo.append(lambda: new.rename(old))

    def back(self) -> None:
        while self.undo:
            self.undo.pop()()


def place(steps: Sequence[Step], folders: Folders, *, force: bool = False) -> tuple[Entry, ...]:
    """Write what is new or differs; a finding for each piece that went beside. What is the same is left alone.

    Raises UserError when a folder cannot be written; then everything is as it was.
    """
    fresh = [step for step in steps if step.state is State.NEW or (force and step.state is State.DIFFERS)]
    beside = [step for step in steps if step.state is State.DIFFERS and not force]
    try:
        _write(fresh, beside, folders)
    except OSError as error:
        raise UserError(
            f"cannot write {error.filename or folders.content}: {error.strerror}; nothing has been changed",
            help="check the permissions and the free space",
        ) from None
    return tuple(_entry(step, folders) for step in beside)


def _write(fresh: Sequence[Step], beside: Sequence[Step], folders: Folders) -> None:
    """Write everything apart, then move it into place piece by piece."""
    moves = _Moves()
    with ExitStack() as stack:
        ready = _staged(fresh, folders.content, stack) + _staged(beside, folders.private / IMPORTS, stack)
        for step in fresh:
            if step.state is State.DIFFERS:
                files.keep(folders.content / step.piece.path, folders.private / REPLACED / step.piece.path)
        try:
            for new, target, old in ready:
                if target.exists() or target.is_symlink():
                    moves.rename(target, old)
                moves.rename(new, target)
        except BaseException:  # a signal too
            moves.back()
            raise


def _staged(steps: Sequence[Step], root: Path, stack: ExitStack) -> list[tuple[Path, Path, Path]]:
    """For each piece, written in a folder of its own: where it is, where it goes, and where what is there goes."""
    if not steps:
        return []
    root.mkdir(parents=True, exist_ok=True)
    files.sweep(root)
    stage = Path(stack.enter_context(TemporaryDirectory(prefix=files.STAGE, dir=root)))
    made = []
    for number, step in enumerate(steps):  # a piece may lie in the folder of another: each is staged on its own
        path, own = step.piece.path, stage / str(number)
        files.write(step.piece, own / "new" / path, root / path)
        made.append((own / "new" / path, root / path, own / "old" / path))
    return made


def _entry(step: Step, folders: Folders) -> Entry:
    there = folders.content / step.piece.path
    at = folders.source(there / GUIDE if GUIDE in step.piece.files else there)
    beside = folders.source(folders.private / IMPORTS / step.piece.path)
    return already_there.at(Location(at), at.name, beside.name)
