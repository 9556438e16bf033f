"""Plain Markdown: one file, a folder of pages, a MkDocs project, an mdBook, or the pages of VitePress and its kin."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from stepsheet.importing import mkdocs_project, reading, shelf, surroundings
from stepsheet.importing.faults import unlisted_page
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.importer import Importer
from stepsheet.importing.narrowing import narrowed
from stepsheet.importing.reading import Found
from stepsheet.importing.register import Register
from stepsheet.importing.space import Space, listed_pages
from stepsheet.load.nodes import Node


def read(source: Path) -> Space:
    """The space in a folder, or the one page in a file with the files around it. Raises UserError."""
    path = reading.existing(source)
    if path.is_file() and PurePosixPath(path.name) in mkdocs_project.FILES:
        path = path.parent
    if path.is_file():
        found, page = surroundings.lone_page(path, [name.name for name in mkdocs_project.FILES])
        return _gathered(found, [page])
    found = reading.files(path)
    project = mkdocs_project.settings(found)
    return _project(found, project) if project else shelf.space(found, _gathered)


def _gathered(found: Found, wanted: Sequence[PurePosixPath]) -> Space:
    return surroundings.space(found, reading.pages(found, wanted))


def _project(found: Found, project: Node) -> Space:
    folder = mkdocs_project.pages_folder(found, project)
    wanted = [path for path in reading.candidates(found) if path.is_relative_to(folder)]
    surroundings.tell_foreign(found)
    register = Register(wanted)
    lines = mkdocs_project.navigation(found, project, folder, register)
    named = frozenset(listed_pages(lines))
    moved = tuple(mkdocs_project.redirects(found, project, folder, register))
    for path in wanted if lines else ():
        if path not in named:
            found.entries.append(unlisted_page.at(found.root.source(found.files[path]), "mkdocs.yml"))
    space = _gathered(found, wanted)
    space = replace(space, navigation=lines or space.navigation, redirects=moved)
    return narrowed(space, folder) if folder.parts else space


IMPORTER = Importer("markdown", Flavour.MATERIAL, read)
