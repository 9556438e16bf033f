"""Reading files: bounded, UTF-8, never out of the content folder."""

import errno
import stat
from dataclasses import dataclass
from pathlib import Path

from stepsheet.diagnostics import Diagnostic, Source
from stepsheet.load.faults import outside_content, too_large, unreadable_file
from stepsheet.load.nodes import Node
from stepsheet.load.yaml_text import parse

MAX_TEXT_BYTES = 1_048_576
MAX_PICTURE_BYTES = 20_971_520


@dataclass(frozen=True, slots=True)
class Root:
    """The content folder, and the folder people's paths are shown from."""

    content: Path
    shown_from: Path

    def source(self, path: Path, text: str = "") -> Source:
        """The source for a path, named as people see it."""
        try:
            name = path.relative_to(self.shown_from)
        except ValueError:
            name = path
        return Source(path, name.as_posix(), text)

    def holds(self, path: Path) -> bool:
        """Whether the path, all links followed, is in the content folder; a loop of links leads nowhere."""
        try:
            return path.resolve().is_relative_to(self.content.resolve())
        except (OSError, RuntimeError):  # RuntimeError: a loop, before Python 3.13
            return False


def read(path: Path, root: Root, limit: int) -> bytes | Diagnostic:
    """The bytes of a file, or why they cannot be had."""
    source = root.source(path)
    try:
        if not root.holds(path):
            return outside_content.at(source)
        status = path.stat()
        if stat.S_ISFIFO(status.st_mode):
            raise OSError(errno.EINVAL, "it is a pipe")  # noqa: TRY301 - reading one would wait for ever
        return too_large.at(source, status.st_size, limit) if status.st_size > limit else path.read_bytes()
    except OSError as error:
        return unreadable_file.system(source, error)


def read_text(path: Path, root: Root) -> str | Diagnostic:
    """The text of a file, or why it cannot be had."""
    data = read(path, root, MAX_TEXT_BYTES)
    if isinstance(data, Diagnostic):
        return data
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        readable = data.decode("utf-8-sig", "replace")
        return unreadable_file.encoding(root.source(path, readable), error)


def read_yaml(path: Path, root: Root) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The node tree of a file, or None and what is wrong with it."""
    text = read_text(path, root)
    return (None, (text,)) if isinstance(text, Diagnostic) else parse(root.source(path, text))
