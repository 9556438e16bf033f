"""GitBook's reusable passages: `{% include "…" %}` gives way to the blocks of the file it names.

A passage that is not below the root, includes itself, or is one too many stays what it was in the tree: unknown.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from stepsheet.diagnostics import Diagnostic
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.markup import parse
from stepsheet.importing.paths import joined, seen_from
from stepsheet.importing.reading import MAX_PAGE_BYTES, is_page
from stepsheet.importing.register import spellings
from stepsheet.importing.space import Space
from stepsheet.importing.tree import Block, Page, Unknown, walk
from stepsheet.load.files import Root, read

TAG = "include"
MAX_DEPTH = 5
MAX_INCLUDES = 200  # on one page, those in passages counted
_ADDRESSES = frozenset({"src", "href", "dark"})


@dataclass(slots=True)
class _Includer:
    """The passages of one page; `left` is how many more it may have."""

    space: Space
    flavour: Flavour
    page: PurePosixPath
    left: int = MAX_INCLUDES

    def blocks(self, value: Any, file: PurePosixPath, chain: tuple[PurePosixPath, ...]) -> Any:
        """A part of a tree from a file with its passages in place; `chain` are the files that are being included."""
        if isinstance(value, tuple):
            return tuple(part for each in value for part in self._part(each, file, chain))
        if not is_dataclass(value) or isinstance(value, type):
            return value
        changes = {name: self.blocks(getattr(value, name), file, chain) for name in _tuples(value)}
        return replace(value, **changes) if changes else value

    def _part(self, value: Any, file: PurePosixPath, chain: tuple[PurePosixPath, ...]) -> tuple[Any, ...]:
        passage = self._passage(value, file, chain) if _is_include(value) else None
        return (self.blocks(value, file, chain),) if passage is None else passage

    def _passage(self, tag: Unknown, file: PurePosixPath, chain: tuple[PurePosixPath, ...]) -> tuple[Block, ...] | None:
        """The blocks of the file that a tag names, as if they stood on the page; None when they cannot be had."""
        path = next((path for path in spellings(file.parent, tag.text.strip()) if path in self.space.files), None)
        if path is None or not is_page(path) or path in chain or len(chain) >= MAX_DEPTH or self.left <= 0:
            return None
        self.left -= 1
        page = _read(self.space, path, self.flavour)
        if page is None:
            return None
        here = tuple(_placed(block, tag.line, self._address(path)) for block in page.blocks)
        whole: tuple[Block, ...] = self.blocks(here, self.page, (*chain, path))
        return whole

    def _address(self, file: PurePosixPath) -> Callable[[str], str]:
        """How an address in a file is written on the page."""

        def written(address: str) -> str:
            if not address or address.startswith(("/", "#")) or ":" in address.partition("/")[0]:
                return address
            return seen_from(self.page.parent, joined(file.parent, address)).as_posix()

        return written


def expanded(page: Page, path: PurePosixPath, space: Space, flavour: Flavour) -> Page:
    """The page with its passages in place: their blocks are on the line of the tag, their addresses as seen from it."""
    if not any(map(_is_include, walk(page.blocks))):
        return page
    includer = _Includer(space, flavour, path)
    return replace(page, blocks=includer.blocks(page.blocks, path, ()))


def _is_include(value: object) -> bool:
    return isinstance(value, Unknown) and value.what == TAG


def _read(space: Space, path: PurePosixPath, flavour: Flavour) -> Page | None:
    file = space.files[path]
    data = read(file, Root(file.parent, file.parent), MAX_PAGE_BYTES)
    if isinstance(data, Diagnostic):
        return None
    source = Root(file.parent, file.parent).source(file, data.decode("utf-8-sig", "replace"))
    return parse(source, flavour)


def _tuples(value: Any) -> Iterator[str]:
    return (each.name for each in fields(value) if isinstance(getattr(value, each.name), tuple))


def _placed(value: Any, line: int, address: Callable[[str], str]) -> Any:
    """A part of a tree as if it stood on a line of another page."""
    if isinstance(value, tuple):
        return tuple(_placed(each, line, address) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, Any] = {}
    for each in fields(value):
        old = getattr(value, each.name)
        if each.name == "line":
            changes["line"] = line
        elif each.name in _ADDRESSES or (each.name == "text" and _is_include(value)):
            changes[each.name] = address(old)
        else:
            changes[each.name] = _placed(old, line, address)
    return replace(value, **changes)
