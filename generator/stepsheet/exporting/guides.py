"""The files of the guides in a tree: pages, their skeletons, their pictures."""

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from stepsheet.errors import InternalError
from stepsheet.exporting.exporter import File, Shelf
from stepsheet.exporting.flavour import Flavour
from stepsheet.exporting.guide_page import GuidePage
from stepsheet.exporting.layout import Layout
from stepsheet.exporting.links import Links
from stepsheet.exporting.parts import Parts
from stepsheet.exporting.words import Words
from stepsheet.load.nodes import plain
from stepsheet.localize.document import Document
from stepsheet.model.body import variant
from stepsheet.model.catalog import Catalog
from stepsheet.model.content import Bundle
from stepsheet.skeleton import Skeleton, dump, guide_file


def files(shelf: Shelf, layout: Layout, flavour: Flavour, found: Links) -> Iterator[File]:
    """The files of every guide."""
    for document in shelf.site.documents:
        skeleton = written(document, shelf, layout, flavour, found)
        yield File.text(skeleton.page, skeleton.text)
        yield File.text(guide_file(document.id), dump(skeleton))
        for picture in document.pictures:
            yield File(PurePosixPath(layout.folder(document.id), PurePosixPath(picture.path).name), picture.read())


def written(document: Document, shelf: Shelf, layout: Layout, flavour: Flavour, found: Links) -> Skeleton:
    """The page of a guide, and what it cannot say."""
    words = Words(
        shelf.site.interface, flavour.script, lambda href: found.target(href, f"guide:{document.id}"), flavour.indent
    )
    page = found.pages[f"guide:{document.id}"]
    folder = posixpath.relpath(layout.folder(document.id), posixpath.dirname(page) or ".")
    piece = GuidePage(document, Parts(flavour, words, f"{folder}/"), found).piece()
    bundle = shelf.bundles[document.id]
    is_source = document.locale == shelf.source_locale
    return Skeleton(
        guide=document.id,
        locale=document.locale,
        source_locale=shelf.source_locale,
        flavour=flavour.name,
        page=page,
        data=_data(bundle),
        shown={} if is_source else words.shown,
        catalog={} if is_source else _entries(bundle.catalogs.get(document.locale)),
        pictures=_pictures(document, bundle, layout),
        slots=tuple(replace(slot, line=slot.line + 1, last=slot.last + 1) for slot in piece.slots),
        text=piece.text + "\n",
    )


def _data(bundle: Bundle) -> dict[str, Any]:
    """The content of `guide.yml`."""
    data = plain(bundle.folder.guide)
    if not isinstance(data, dict):
        raise InternalError(f"the guide {bundle.id!r} was built of {type(data).__name__}")
    return data


def _entries(catalog: Catalog | None) -> dict[str, dict[str, str | None]]:
    """The entries of a catalog as they were written."""
    entries = catalog.entries if catalog else {}
    return {key: {locale: text.value for locale, text in entry.texts.items()} for key, entry in entries.items()}


def _pictures(document: Document, bundle: Bundle, layout: Layout) -> dict[str, str]:
    """The files that are pictures of the guide, with their names there.

    In a translation these are only the locale's own: all others are the source's, or drawn from it with the catalog.
    """
    names = {src: src for src in bundle.sources}
    if document.locale != document.source_locale:
        own = {src: variant(src, document.locale) for src in bundle.sources}
        names = {src: name for src, name in own.items() if name in bundle.folder.pictures}
    return {layout.folder(document.id) + src: name for src, name in names.items()}
