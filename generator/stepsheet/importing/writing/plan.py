"""What an import would do to the content folder: which pieces are new, which are there already, and how they differ."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath

from stepsheet.diagnostics import Source
from stepsheet.errors import UserError
from stepsheet.load import yaml_text
from stepsheet.load.nodes import Mapping as Node
from stepsheet.load.nodes import plain
from stepsheet.model import canonical

GUIDE = PurePosixPath("guide.yml")
FILE = PurePosixPath()  # the one file of a piece that is no folder


class State(Enum):
    """How a piece stands to what is there."""

    NEW = "new"
    SAME = "same"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Piece:
    """What is put in place as a whole: the folder of a guide, a page, a picture of pages, the navigation.

    `path` is relative to the content folder, `files` are relative to `path`: bytes, or the file to copy. A piece that
    is a file has one, under `FILE`.
    """

    path: PurePosixPath
    files: Mapping[PurePosixPath, bytes | Path]


@dataclass(frozen=True, slots=True)
class Step:
    """A piece, how it stands, and the difference to what is there: empty unless it differs."""

    piece: Piece
    state: State
    difference: str = ""


def plan(pieces: Sequence[Piece], content: Path) -> tuple[Step, ...]:
    """The pieces compared with the content folder; nothing is written. Raises UserError when it cannot be read."""
    try:
        return tuple(_step(piece, content / piece.path) for piece in pieces)
    except OSError as error:
        raise UserError(f"cannot read {error.filename or content}: {error.strerror}") from None


def _step(piece: Piece, place: Path) -> Step:
    if not place.exists() and not place.is_symlink():
        return Step(piece, State.NEW)
    difference = "".join(_differences(piece, place))
    return Step(piece, State.DIFFERS if difference else State.SAME, difference)


def _differences(piece: Piece, place: Path) -> Iterator[str]:
    for name, held in piece.files.items():
        new = held if isinstance(held, bytes) else held.read_bytes()
        there, shown = place / name, (piece.path / name).as_posix()
        old = there.read_bytes() if there.is_file() else b""
        if old != new and not _same_guide(name, old, new):
            yield from _difference(shown, old, new)


def _same_guide(name: PurePosixPath, old: bytes, new: bytes) -> bool:
    """Whether a guide differs in comments and layout alone."""
    return name == GUIDE and _canonical(old) == new


def _difference(name: str, old: bytes, new: bytes) -> Iterator[str]:
    """A unified diff of texts, a sentence on anything else."""
    try:
        before = _canonical(old).decode() if name.endswith(GUIDE.name) else old.decode()
        after = new.decode()
    except UnicodeDecodeError:
        yield f"{name}: {'another file' if old else 'not there'}\n"
        return
    for line in difflib.unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), name, name):
        yield line if line.endswith("\n") else f"{line}\n"


def _canonical(data: bytes) -> bytes:
    """A guide's file in canonical form, as it is when it cannot be read."""
    node, _ = yaml_text.parse(Source(Path(GUIDE), GUIDE.name, data.decode("utf-8-sig", "replace")))
    return canonical.dump(plain(node)).encode() if isinstance(node, Node) else data  # type: ignore[arg-type]
