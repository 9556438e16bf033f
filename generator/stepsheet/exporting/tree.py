"""The whole of an export: a tree for one locale, or a folder for each of several."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from stepsheet.exporting.exporter import Exporter, File, Shelf
from stepsheet.model.content import Content
from stepsheet.render.site import Site
from stepsheet.skeleton import FOLDER, FORMAT, written

MARK = PurePosixPath(FOLDER, "export.json")
ROOT = PurePosixPath(FOLDER, "tree.json")


def files(
    exporter: Exporter, content: Content, sites: Iterable[Site], source_locale: str, guides: frozenset[str] | None
) -> Iterator[File]:
    """Every file of the export, of all guides and pages or of chosen guides; several sites go into a folder each.

    The mark of the export comes last, with the digest of every other file.
    """
    shelves = [_shelf(content, site, source_locale, guides) for site in sites]
    digests: dict[str, str] = {}
    for shelf in shelves:
        folder = PurePosixPath(shelf.site.locale if len(shelves) > 1 else "")
        for file in _tree(exporter, shelf):
            moved = replace(file, path=folder / file.path)
            digests[moved.path.as_posix()] = digest(moved.content)
            yield moved
    mark = {"format": FORMAT, "exporter": exporter.name, "files": dict(sorted(digests.items()))}
    yield File.text(MARK, written(mark), made=True)


def digest(content: bytes) -> str:
    """What tells whether a file was changed since: SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def _tree(exporter: Exporter, shelf: Shelf) -> Iterator[File]:
    """The files of one locale, and which of them are the export's own."""
    made: dict[str, str] = {}
    for file in exporter.files(shelf):
        if file.made:
            made[file.path.as_posix()] = digest(file.content)
        yield file
    root = {"format": FORMAT, "locale": shelf.site.locale, "source_locale": shelf.source_locale, "made": made}
    yield File.text(ROOT, written(root), made=True)


def _shelf(content: Content, site: Site, source_locale: str, guides: frozenset[str] | None) -> Shelf:
    """The chosen guides of a site with their categories; all guides and all pages when none is chosen."""
    documents = tuple(one for one in site.documents if guides is None or one.id in guides)
    pages = site.pages if guides is None else ()
    categories = (
        replace(
            one,
            documents=tuple(item for item in one.documents if item in documents),
            pages=tuple(item for item in one.pages if item in pages),
        )
        for one in site.categories
    )
    kept = tuple(one for one in categories if one.documents or one.pages)
    chosen = replace(site, documents=documents, pages=pages, categories=kept)
    texts = {book.id: {source_locale: book.text, **book.translations} for book in content.shelf.pages}
    return Shelf(chosen, source_locale, {one.id: content.by_id[one.id] for one in documents}, texts)
