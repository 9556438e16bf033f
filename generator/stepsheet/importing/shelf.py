"""The books of a source made one space: their pages, navigation and redirects together."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from stepsheet.diagnostics import Location
from stepsheet.importing import reading, surroundings
from stepsheet.importing.book import SETTINGS, Book, books, navigation, redirects
from stepsheet.importing.faults import left_out, unlisted_page
from stepsheet.importing.narrowing import narrowed
from stepsheet.importing.reading import Found
from stepsheet.importing.register import Register
from stepsheet.importing.space import NavEntry, Space, listed_pages

_LANGUAGES = "langs.md"
Gather = Callable[[Found, Sequence[PurePosixPath]], Space]


def space(found: Found, gather: Gather) -> Space:
    """All pages of a source, below the root that its own settings name; `gather` reads them."""
    shelf = books(found)
    root = shelf[0].folder if PurePosixPath(SETTINGS) in found.files else PurePosixPath()
    shelf = tuple(book for book in shelf if book.folder.is_relative_to(root))
    wanted = [path for path in reading.candidates(found) if path.is_relative_to(root)]
    wanted = _without_lists(found, wanted, {book.summary for book in shelf})
    surroundings.tell_foreign(found)
    register = Register(wanted)
    lines = _navigation(found, shelf, register)
    named = frozenset(listed_pages(lines))
    wanted = surroundings.without_papers(found, wanted, named)
    _tell_unlisted(found, wanted, named, shelf)
    moved = tuple(redirect for book in shelf for redirect in redirects(found, book, register))
    whole = gather(found, wanted)
    whole = replace(whole, navigation=lines or whole.navigation, redirects=moved)
    return narrowed(whole, root) if root.parts else whole


def _without_lists(
    found: Found, wanted: Sequence[PurePosixPath], summaries: Collection[PurePosixPath | None]
) -> list[PurePosixPath]:
    """The pages without the files that list them."""
    for path in wanted:
        if path.name.lower() == _LANGUAGES:
            at = Location(found.root.source(found.files[path]))
            found.entries.append(left_out.at(at, "the list of languages, which is no page", ()))
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
