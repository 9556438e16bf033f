"""GitBook: a repository synced with a space, a page of it, or pages saved from a published site."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from stepsheet.diagnostics import Location
from stepsheet.importing import reading, surroundings
from stepsheet.importing.book import SETTINGS, Book, books, navigation, redirects
from stepsheet.importing.faults import left_out, unlisted_page
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.importer import Importer
from stepsheet.importing.narrowing import narrowed
from stepsheet.importing.outline import outline
from stepsheet.importing.published import trimmed
from stepsheet.importing.reading import Found
from stepsheet.importing.register import Register
from stepsheet.importing.space import NavEntry, SourcePage, Space, listed_pages

_LANGUAGES = "langs.md"


def read(source: Path) -> Space:
    """The space in a folder, or the one page in a file with the files around it. Raises UserError."""
    path = reading.existing(source)
    if path.is_file():
        found, page = surroundings.lone_page(path, (SETTINGS, "SUMMARY.md"))
        return _space(found, [page])
    found = reading.files(path)
    shelf = books(found)
    root = shelf[0].folder if PurePosixPath(SETTINGS) in found.files else PurePosixPath()
    return _whole(found, root, [book for book in shelf if book.folder.is_relative_to(root)])


def _whole(found: Found, root: PurePosixPath, shelf: Sequence[Book]) -> Space:
    """All pages below the root, with the navigation and the redirects of every book there."""
    wanted = [path for path in reading.candidates(found) if path.is_relative_to(root)]
    wanted = _without_lists(found, wanted, {book.summary for book in shelf})
    register = Register(wanted)
    lines = _navigation(found, shelf, register)
    named = frozenset(listed_pages(lines))
    wanted = surroundings.without_papers(found, wanted, named)
    _tell_unlisted(found, wanted, named, shelf)
    moved = tuple(redirect for book in shelf for redirect in redirects(found, book, register))
    space = replace(_space(found, wanted), navigation=lines or outline(wanted), redirects=moved)
    return narrowed(space, root) if root.parts else space


def _space(found: Found, wanted: Sequence[PurePosixPath]) -> Space:
    pages: list[SourcePage] = []
    addresses: dict[PurePosixPath, str] = {}
    for page in reading.pages(found, wanted):
        own, entries, address = trimmed(page)
        pages.append(own)
        found.entries += entries
        if address:
            addresses[page.path] = address
    files = {path: file for path, file in found.files.items() if path not in set(wanted)}
    absent = surroundings.listed(found)
    return Space(
        root=found.root.content,
        pages=tuple(pages),
        navigation=outline(wanted),
        files=files,
        listed=absent,
        addresses=addresses,
        entries=tuple(found.entries),
    )


def _without_lists(
    found: Found, wanted: Sequence[PurePosixPath], summaries: Collection[PurePosixPath | None]
) -> list[PurePosixPath]:
    """The pages without the files that list them."""
    for path in wanted:
        if path.name.lower() == _LANGUAGES:
            at = Location(found.root.source(found.files[path]))
            found.entries.append(left_out.at(at, "the list of languages is no page, and is left out"))
    return [path for path in wanted if path not in summaries and path.name.lower() != _LANGUAGES]


def _navigation(found: Found, shelf: Sequence[Book], register: Register) -> tuple[NavEntry, ...]:
    """The lines of all books: those of a book in a folder hang below the folder's name."""
    made: list[NavEntry] = []
    for book in shelf:
        lines = navigation(found, book, register)
        if len(shelf) == 1 or not book.folder.parts:
            made += lines
        elif lines:
            made.append(NavEntry(book.folder.name, None, "", lines))
    return tuple(made)


def _tell_unlisted(
    found: Found, wanted: Sequence[PurePosixPath], named: Collection[PurePosixPath], shelf: Sequence[Book]
) -> None:
    """A hint for each page that its own book, the innermost one around it, does not list."""
    for page in wanted:
        around = [book for book in shelf if page.is_relative_to(book.folder)]
        if around and around[-1].summary and page not in named:
            source = found.root.source(found.files[page])
            found.entries.append(unlisted_page.at(source, around[-1].summary.name))


IMPORTER = Importer("gitbook", Flavour.GITBOOK, read)
