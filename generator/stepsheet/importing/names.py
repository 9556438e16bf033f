"""Ids for the pages of a space: from their paths, short, unique, the same on each import and in any order."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import chain, count
from pathlib import PurePosixPath
from urllib.parse import unquote

from anyascii import anyascii

from stepsheet.importing.paths import is_index

MAX_LENGTH = 64
HOME = "home"  # the first page of a space, which no folder names
_LONGEST_NAME = 48  # so that there is room for the folder's name, or for a digest
_WORD = re.compile("[a-z0-9]+")
_ORDER = re.compile(r"^\d{1,3}-(?=[a-z])")  # what puts files into an order: `02-setup`
_HAN = re.compile("([\u3400-\u9fff])")


def ids(paths: Iterable[PurePosixPath], taken: Collection[str] = ()) -> dict[PurePosixPath, str]:
    """An id for each path that none of `taken` is. On a clash the folders' names are put in front, then a digest."""
    levels = dict.fromkeys(sorted(paths), 0)
    while True:
        groups: dict[str, list[PurePosixPath]] = defaultdict(list)
        for path, level in levels.items():
            groups[_name(path, level)].append(path)
        clashing = [path for name, group in groups.items() if len(group) > 1 or name in taken for path in group]
        deeper = [path for path in clashing if levels[path] < len(_steps(path)) - 1]
        if not deeper:
            last = frozenset(clashing)
            return {path: _name(path, level, digest=path in last) for path, level in levels.items()}
        for path in deeper:
            levels[path] += 1


def word(text: str) -> str:
    """A text in small Latin letters, digits and single hyphens; empty when it has neither."""
    return "-".join(_WORD.findall(anyascii(_HAN.sub(r" \1 ", text)).lower().replace("'", "")))


def unique(base: str, taken: set[str]) -> str:
    """The id, with a number after it where it is taken; it is taken from now on."""
    numbered = (f"{base}-{number}" for number in count(2))
    made = next(name for name in chain((base,), numbered) if name not in taken)
    taken.add(made)
    return made


def _steps(path: PurePosixPath) -> tuple[str, ...]:
    """The names that an id can be made of, the folders' first; the page of a folder has the folder's name."""
    plain = path.parent if is_index(path) else path.with_suffix("")
    return tuple(word(unquote(step)) or "page" for step in plain.parts) or (HOME,)


def _name(path: PurePosixPath, level: int, *, digest: bool = False) -> str:
    """The id of a page with the names of so many folders in front."""
    *folders, own = _steps(path)
    own = _cut(_ORDER.sub("", own), _LONGEST_NAME)
    front = "-".join(_ORDER.sub("", folder) for folder in folders[len(folders) - level :]) if level else ""
    mark = hashlib.sha256(path.as_posix().encode()).hexdigest()[:6] if digest else ""
    if not (front or own)[0].isalpha():
        front = f"page-{front}".rstrip("-")
    room = MAX_LENGTH - len(own) - 1 - (len(mark) + 1 if mark else 0)
    return "-".join(part for part in (_cut(front, room), own, mark) if part)


def _cut(text: str, length: int) -> str:
    """The text up to a length, whole words if it can be."""
    if len(text) <= length:
        return text
    cut = text[:length]
    return (cut.rpartition("-")[0] or cut) if text[length] != "-" else cut
