"""The register of a space's pages: which page a written path means, in the many ways that paths are written."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from stepsheet.importing.paths import address, joined


class Register:
    """The pages of a space by their paths, their addresses, and both in small letters."""

    def __init__(self, pages: Iterable[PurePosixPath]) -> None:
        self._pages = frozenset(pages)
        self._folded: dict[str, PurePosixPath] = {}
        for page in sorted(self._pages, reverse=True):  # so that the first in order wins
            self._folded[page.as_posix().lower()] = page
        for page in sorted(self._pages, reverse=True):
            self._folded.setdefault(address(page).lower(), page)

    def __contains__(self, path: PurePosixPath) -> bool:
        return path in self._pages

    def find(self, path: PurePosixPath) -> PurePosixPath | None:
        """The page at a path: a file, an address with or without `.html`, a folder; letter case last."""
        if path in self._pages:
            return path
        plain = path.with_suffix("") if path.suffix.lower() in {".html", ".htm", ".md", ".mdx"} else path
        for key in (path.as_posix(), plain.as_posix(), address(path) if path.name else ""):
            found = self._folded.get("" if key == "." else key.lower())
            if found:
                return found
        return None

    def follow(self, folder: PurePosixPath, written: str) -> PurePosixPath | None:
        """The page that a written path means in a folder: as it stands, percent signs undone, from each root above."""
        return next((page for path in spellings(folder, written) if (page := self.find(path))), None)


def spellings(folder: PurePosixPath, written: str) -> Iterator[PurePosixPath]:
    """The paths that a written one may mean, the likeliest first.

    One that leads out of the root begins with `..`: it names something only where a space was narrowed to a folder.
    """
    for text in dict.fromkeys((written, unquote(written))):
        if "\0" in text:
            continue
        yield joined(folder, text)
        if text.startswith("/"):
            yield from (joined(root, text.lstrip("/")) for root in reversed(folder.parents))
            yield joined(folder, text.lstrip("/"))
