"""A GitBook space as it lies in a repository: `.gitbook.yaml`, `SUMMARY.md`, and the books in folders below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from stepsheet.diagnostics import Location, Source
from stepsheet.importing import project_file, summary
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import broken_link, unreadable_source
from stepsheet.importing.paths import joined, leaves
from stepsheet.importing.reading import Found, page_text
from stepsheet.importing.register import Register
from stepsheet.importing.space import NavEntry, Redirect
from stepsheet.importing.spot import spot
from stepsheet.load.nodes import Mapping, Node, Scalar

SETTINGS = ".gitbook.yaml"
_WEB = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class Book:
    """A folder that GitBook shows as one space; `summary` is the path of its navigation, if it has one."""

    folder: PurePosixPath
    summary: PurePosixPath | None
    settings: Node | None = None


def books(found: Found) -> tuple[Book, ...]:
    """The books of a source, the outer ones first."""
    made: dict[PurePosixPath, Book] = {}
    for path in sorted(found.files, key=lambda path: (len(path.parts), path)):
        if path.name == SETTINGS:
            book = _configured(found, path)
            made.setdefault(book.folder, book)
        elif path.name.lower() == "summary.md":
            known = made.get(path.parent)
            if known is None or known.summary is None:
                made[path.parent] = Book(path.parent, path, known.settings if known else None)
    return tuple(made.values())


def _configured(found: Found, path: PurePosixPath) -> Book:
    """The book that a settings file describes (GitBook documentation, "Content configuration")."""
    source = found.root.source(found.files[path], page_text(found, path) or "")
    settings, problems = project_file.parse(source)
    found.entries += problems
    folder = joined(path.parent, project_file.text(settings, "root").lstrip("/"))
    if leaves(folder) or "\0" in folder.as_posix():
        at = project_file.at(settings, "root")
        where = at.at if at else Location(source)
        found.entries.append(unreadable_source.settings(where, f"the root {folder.as_posix()!r} is outside the source"))
        folder = path.parent
    named = joined(folder, project_file.text(settings, "structure", "summary") or "SUMMARY.md")
    return Book(folder, named if named in found.files else None, settings)


def navigation(found: Found, book: Book, register: Register) -> tuple[NavEntry, ...]:
    """The lines of the book's `SUMMARY.md`; a line whose page is not there is reported and groups what is below it."""
    if book.summary is None:
        return ()
    source = found.root.source(found.files[book.summary], page_text(found, book.summary) or "")
    return tuple(_entries(summary.read(source), source, book.folder, register, found.entries))


def _entries(
    lines: Sequence[summary.Line], source: Source, folder: PurePosixPath, register: Register, report: list[Entry]
) -> Iterator[NavEntry]:
    for line in lines:
        children = tuple(_entries(line.children, source, folder, register, report))
        if line.href.startswith(_WEB):
            yield NavEntry(line.title, None, line.href, children)
            continue
        page = register.follow(folder, line.href.partition("#")[0]) if line.href else None
        if line.href and page is None:
            gone = broken_link.unlisted(spot(source, line.number, line.href), line.href)
            report.append(Entry(gone.diagnostic, "" if children else line.title))
        if page or children:
            yield NavEntry(line.title, page, "", children)


def redirects(found: Found, book: Book, register: Register) -> Iterator[Redirect]:
    """The redirects of the book's settings; one whose page is not there is reported."""
    written = project_file.at(book.settings, "redirects")
    for key, value in written.entries.values() if isinstance(written, Mapping) else ():
        target = value.value or "" if isinstance(value, Scalar) else ""
        page = register.follow(book.folder, target.partition("#")[0])
        if page:
            yield Redirect(joined(book.folder, str(key.value).lstrip("/")).as_posix(), page, key.at)
        else:
            found.entries.append(broken_link.redirect(value.at, target))
