"""The navigation of pages that come without one: their folders."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from stepsheet.importing.paths import is_index
from stepsheet.importing.space import NavEntry


@dataclass(slots=True)
class _Folder:
    index: PurePosixPath | None = None
    pages: list[PurePosixPath] = field(default_factory=list)
    folders: dict[str, "_Folder"] = field(default_factory=dict)


def outline(paths: Iterable[PurePosixPath]) -> tuple[NavEntry, ...]:
    """An entry for each page in order of the paths, below the page of its folder; an entry of a page has no title."""
    top = _Folder()
    for path in sorted(paths):
        folder = top
        for name in path.parent.parts:
            folder = folder.folders.setdefault(name, _Folder())
        if is_index(path) and folder.index is None:
            folder.index = path
        else:
            folder.pages.append(path)
    first = (NavEntry("", top.index),) if top.index else ()
    return (*first, *_entries(top))


def _entries(folder: _Folder) -> tuple[NavEntry, ...]:
    pages = tuple(NavEntry("", page) for page in folder.pages)
    folders = tuple(
        NavEntry("" if sub.index else name, sub.index, "", _entries(sub)) for name, sub in folder.folders.items()
    )
    return (*pages, *folders)
