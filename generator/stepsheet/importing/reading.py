"""Reading a source folder: every file of it once, its pages as text, nothing outside it, and all of it bounded."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from stepsheet.diagnostics import Diagnostic, Location, Source
from stepsheet.errors import UserError
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import left_out, unreadable_source
from stepsheet.importing.space import SourcePage
from stepsheet.load.faults import outside_content, too_large
from stepsheet.load.files import Root, read

MAX_PAGE_BYTES = 1_048_576
MAX_TOTAL_BYTES = 268_435_456  # of all pages together
MAX_PAGES = 20_000
MAX_FILES = 100_000
MAX_DEPTH = 40
PAGE_ENDINGS = frozenset({".md", ".markdown"})
MACHINERY = frozenset({"_book", "node_modules"})  # what tools put beside the pages
_KEPT = ".gitbook"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a folder is looked at."""

    files: int = MAX_FILES
    depth: int = MAX_DEPTH
    complain: bool = True


@dataclass(slots=True)
class Found:
    """The files below a root by their path there, and what was passed over."""

    root: Root
    files: dict[PurePosixPath, Path] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    entries: list[Entry] = field(default_factory=list)


def root_of(folder: Path) -> Root:
    """The root of a source, its files named from where the command runs."""
    return Root(folder.absolute(), Path.cwd())


def existing(source: Path) -> Path:
    """The source, absolute. Raises UserError when there is nothing by that name."""
    try:
        if source.exists():
            return source.absolute()
    except (OSError, ValueError):
        pass
    raise UserError(f"there is no {str(source)!r}", help="name a folder or a .md file")


def files(folder: Path, limits: Limits | None = None) -> Found:
    """Every regular file below a folder, in order of the paths; links are followed to files inside it alone."""
    limits = limits or Limits()
    found = Found(root_of(folder))
    waiting = [PurePosixPath()]
    while waiting:
        here = waiting.pop()
        folders = []
        for entry in _listing(found, here):
            path = here / entry.name
            if not _readable(entry.name):
                found.entries.append(unreadable_source.misnamed(_source(found.root, here / ascii(entry.name))))
            elif entry.is_dir(follow_symlinks=False):
                if _entered(found, path, limits):
                    folders.append(path)
            elif _regular(found, entry, path):
                found.files[path] = Path(entry.path)
        waiting += reversed(folders)
        if len(found.files) > limits.files:
            if limits.complain:
                found.entries.append(unreadable_source.too_many(_source(found.root), "files", limits.files))
            break
    _tell_skipped(found)
    return found


def pages(found: Found, wanted: Iterable[PurePosixPath]) -> tuple[SourcePage, ...]:
    """The pages at the paths, as text; what cannot be read is added to what was found."""
    made: list[SourcePage] = []
    total = 0
    for path in wanted:
        text = page_text(found, path)
        total += len(text or "")
        if len(made) >= MAX_PAGES or total > MAX_TOTAL_BYTES:
            what = ("pages", MAX_PAGES) if len(made) >= MAX_PAGES else ("characters", MAX_TOTAL_BYTES)
            found.entries.append(unreadable_source.too_many(_source(found.root), *what))
            break
        if text is not None:
            made.append(SourcePage(path, found.root.source(found.files[path], text)))
    return tuple(made)


def page_text(found: Found, path: PurePosixPath) -> str | None:
    """The text of a file, or None when it cannot be read, which is then added to what was found."""
    data = read(found.files[path], found.root, MAX_PAGE_BYTES)
    source = found.root.source(found.files[path])
    if isinstance(data, Diagnostic):
        found.entries.append(_refused(source, data))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        readable = Source(source.path, source.name, data.decode("utf-8-sig", "replace"))
        found.entries.append(unreadable_source.encoding(readable, error))
        return None


def _refused(source: Source, refusal: Diagnostic) -> Entry:
    if refusal.rule is too_large.RULE:
        return unreadable_source.too_large(source, source.path.stat().st_size, MAX_PAGE_BYTES)
    if refusal.rule is outside_content.RULE:
        return unreadable_source.outside(source)
    return unreadable_source.system(source, refusal.finding.message)


def _listing(found: Found, here: PurePosixPath) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(found.root.content / here) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        found.entries.append(unreadable_source.system(_source(found.root, here), error.strerror or str(error)))
        return []


def _entered(found: Found, path: PurePosixPath, limits: Limits) -> bool:
    """Whether a folder is looked into."""
    if path.name in MACHINERY or (path.name.startswith(".") and path.name != _KEPT):
        found.skipped.add(path.name)
        return False
    if len(path.parts) > limits.depth:
        if limits.complain:
            found.entries.append(unreadable_source.too_many(_source(found.root, path), "levels", limits.depth))
        return False
    return True


def _regular(found: Found, entry: os.DirEntry[str], path: PurePosixPath) -> bool:
    """Whether an entry is a file that may be read."""
    if entry.is_symlink():
        if not found.root.holds(Path(entry.path)):
            found.entries.append(unreadable_source.outside(_source(found.root, path)))
            return False
        if entry.is_dir():
            found.entries.append(unreadable_source.linked_folder(_source(found.root, path)))
            return False
    if not entry.is_file():
        if is_page(path):
            found.entries.append(unreadable_source.system(_source(found.root, path), "it is no regular file"))
        return False
    return True


def _tell_skipped(found: Found) -> None:
    names = sorted(found.skipped - {".git"})
    if names:
        listed = ", ".join(repr(name) for name in names)
        found.entries.append(left_out.at(Location(_source(found.root)), f"folders of tools: {listed}", ()))


def _readable(name: str) -> bool:
    """Whether a name is text: undecodable bytes come as lone surrogates, which is no printable character either."""
    return name.isprintable()


def is_page(path: PurePosixPath) -> bool:
    """Whether a file is Markdown by its name."""
    return path.suffix.lower() in PAGE_ENDINGS


def _source(root: Root, path: PurePosixPath | None = None) -> Source:
    return root.source(root.content / path if path else root.content)


def candidates(found: Found) -> Iterator[PurePosixPath]:
    """The Markdown files that may be pages: those in no folder of GitBook's own."""
    return (path for path in sorted(found.files) if is_page(path) and _KEPT not in path.parts)
