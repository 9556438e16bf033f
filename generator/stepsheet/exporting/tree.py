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
    exporter: Exporter, content: Content, sites: Iterable[Site], source_locale: str, guides: frozenset[str]
) -> Iterator[File]:
    """Every file of the export; with several sites, each in the folder of its locale.

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


def _shelf(content: Content, site: Site, source_locale: str, guides: frozenset[str]) -> Shelf:
    """The chosen guides of a site, with the categories that hold one."""
    documents = tuple(document for document in site.documents if document.id in guides)
    categories = (
        replace(one, documents=tuple(item for item in one.documents if item.id in guides)) for one in site.categories
    )
    chosen = replace(site, documents=documents, categories=tuple(one for one in categories if one.documents))
    return Shelf(chosen, source_locale, {bundle.id: bundle for bundle in content.bundles if bundle.id in guides})
