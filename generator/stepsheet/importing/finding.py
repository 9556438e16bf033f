"""Finding the file of a space that the address of a picture means, in the many ways that addresses are written."""

import html
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from stepsheet.importing.register import spellings
from stepsheet.importing.space import Space

_ASSETS = "assets"  # `.gitbook/assets`, where GitBook keeps all files of a space
_PUBLIC = ("public", "static")  # whose files VitePress and its kin put at the root of the site


class Finder:
    """The files of a space by their paths, and those that it is known to have elsewhere."""

    def __init__(self, space: Space) -> None:
        self._files = space.files
        self._listed = space.listed
        self._folded = _folded({**dict.fromkeys(space.listed), **dict.fromkeys(space.files)})
        self._assets = _by_name(self._folded.values())
        roots = {
            path.parents[-2 - path.parts.index(name)]
            for path in space.files
            for name in _PUBLIC
            if name in path.parts[:-1]
        }
        self._public = sorted(roots)

    def find(self, page: PurePosixPath, src: str) -> PurePosixPath | None:
        """The path of the file that an address in a page means, None when there is no such file."""
        for written in _written(src):
            for path in self._places(page, written):
                found = path if path in self._files else self._folded.get(_fold(path))
                if found:
                    return found
        names = (PurePosixPath(unquote(written)).name for written in _written(src) if f"{_ASSETS}/" in written)
        return next(
            (self._assets[name] for each in names if (name := _fold(PurePosixPath(each))) in self._assets), None
        )

    def file(self, path: PurePosixPath) -> Path | None:
        """The file at a path that was found; None when it is only known to exist."""
        return self._files.get(path)

    def _places(self, page: PurePosixPath, written: str) -> Iterator[PurePosixPath]:
        yield from spellings(page.parent, written)
        yield from spellings(page.with_suffix(""), written)  # as addresses of a site see it, where a page is a folder
        for root in self._public if written.startswith("/") else ():
            yield from spellings(root, written.lstrip("/"))


def _written(src: str) -> Iterable[str]:
    """An address as it stands, without its query, with entities undone, with the slashes of a path."""
    plain = [src, src.partition("?")[0], src.partition("#")[0].partition("?")[0]]
    return dict.fromkeys(
        form
        for each in plain
        for form in (each, html.unescape(each), each.replace("%20", " "), each.replace("\\", "/"))
        if form
    )


def _fold(path: PurePosixPath) -> str:
    """A path without letter case, and with each letter in one form (Unicode Standard Annex 15)."""
    return unicodedata.normalize("NFC", path.as_posix()).casefold()


def _folded(paths: Iterable[PurePosixPath]) -> dict[str, PurePosixPath]:
    return {_fold(path): path for path in sorted(paths, reverse=True)}


def _by_name(paths: Iterable[PurePosixPath]) -> dict[str, PurePosixPath]:
    """The files in folders of assets by their names, those whose name only one has."""
    found: dict[str, list[PurePosixPath]] = {}
    for path in paths:
        if path.parent.name == _ASSETS:
            found.setdefault(_fold(PurePosixPath(path.name)), []).append(path)
    return {name: group[0] for name, group in found.items() if len(group) == 1}
