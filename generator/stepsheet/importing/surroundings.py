"""What lies around the pages of a source: the root that a lone page belongs to, lists of absent files, papers."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path, PurePosixPath

from stepsheet.diagnostics import Location
from stepsheet.errors import UserError
from stepsheet.importing import reading
from stepsheet.importing.faults import left_out
from stepsheet.importing.outline import outline
from stepsheet.importing.reading import Found, Limits
from stepsheet.importing.space import SourcePage, Space

ABSENT = "assets.txt"  # beside a copy without its pictures: their paths, one on each line
NEARBY = Limits(files=5_000, depth=6, complain=False)  # around a page that belongs to no known root
_LEVELS = 12
_FOREIGN = frozenset({".adoc", ".asciidoc", ".mdx", ".rst"})
_PAPERS = frozenset(
    {"authors", "changelog", "code_of_conduct", "contributing", "contributors", "copying", "license", "licence"}
    | {"maintainers", "notice", "pull_request_template", "issue_template", "security"}
)


def lone_page(path: Path, marks: Iterable[str]) -> tuple[Found, PurePosixPath]:
    """The files around one page, from the root that one of the marks shows, and the page's path there.

    Raises UserError when the file is no page.
    """
    if not reading.is_page(PurePosixPath(path.name)):
        raise UserError(f"{path.name!r} is no page", help="name a folder or a .md file")
    root = _root(path.parent, tuple(marks))
    found = reading.files(root or path.parent, Limits() if root else NEARBY)
    page = PurePosixPath(path.relative_to(root or path.parent).as_posix())
    found.files[page] = path
    return found, page


def _root(folder: Path, marks: Collection[str]) -> Path | None:
    """The nearest folder above that holds one of the marks."""
    above = [folder, *folder.parents][:_LEVELS]
    return next((place for place in above if any((place / mark).is_file() for mark in marks)), None)


def listed(found: Found) -> frozenset[PurePosixPath]:
    """The files that the source is known to have, though they are not in this copy of it."""
    path = PurePosixPath(ABSENT)
    lines = (reading.page_text(found, path) or "").splitlines() if path in found.files else []
    return frozenset(PurePosixPath(line) for line in lines if line and "\0" not in line) - found.files.keys()


def space(found: Found, pages: Sequence[SourcePage]) -> Space:
    """The space of the pages, in the order of their folders, with all other files around them."""
    read = {page.path for page in pages}
    absent = listed(found)
    return Space(
        root=found.root.content,
        pages=tuple(pages),
        navigation=outline(read),
        files={path: file for path, file in found.files.items() if path not in read},
        listed=absent,
        entries=tuple(found.entries),
    )


def tell_foreign(found: Found) -> None:
    """A hint for each file that is a page in a format of another kind."""
    for path, file in found.files.items():
        if path.suffix.lower() in _FOREIGN:
            at = Location(found.root.source(file))
            found.entries.append(left_out.at(at, f"a page in another format than Markdown, {path.suffix.lower()}", ()))


def without_papers(
    found: Found, pages: Iterable[PurePosixPath], named: Collection[PurePosixPath]
) -> list[PurePosixPath]:
    """The pages without the papers of the repository (its licence and the like), which are told; a named one stays."""
    kept = []
    for page in pages:
        if page.stem.lower().replace("-", "_") in _PAPERS and len(page.parts) == 1 and page not in named:
            at = Location(found.root.source(found.files[page]))
            found.entries.append(left_out.at(at, "a paper of the repository, which is no page", ()))
        else:
            kept.append(page)
    return kept
