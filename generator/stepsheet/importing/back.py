"""Writing what comes back from an export: the guide's file, its catalog, a plain page."""

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from stepsheet.diagnostics import Location
from stepsheet.importing import mended, tree
from stepsheet.importing.brought import GUIDES, IMAGES, PAGES, Brought, file_piece, image_names
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import left_out
from stepsheet.importing.markup import parse
from stepsheet.importing.pictures import Album
from stepsheet.importing.restore.places import places
from stepsheet.importing.restore.result import Restored
from stepsheet.importing.returning import addresses, hrefs, pictures, told
from stepsheet.importing.space import SourcePage
from stepsheet.importing.translation import Twin
from stepsheet.importing.understood import Understood
from stepsheet.importing.writing.lower import Data, lower
from stepsheet.importing.writing.plan import GUIDE, Piece
from stepsheet.model import canonical, prose
from stepsheet.skeleton import PageSkeleton

_Led = dict[str, str | None]


def guide(page: SourcePage, restored: Restored, known: Understood) -> tuple[Brought, Piece]:
    """A guide in its source language, with its pictures."""
    data, album, own = _data(page, restored, known)
    text, folder = canonical.dump(data), GUIDES / restored.skeleton.guide
    named = addresses(page, restored.skeleton.pictures) | album.names(page.path)
    told_of = (
        *known.drafts[page.path].entries,
        *own,
        *told(page, restored),
        *_repairs(page, known),
        *_fields(page, data),
    )
    brought = Brought(page, folder.name, folder / GUIDE, text, data, named, _led(page, known, data), told_of)
    held: Mapping[str, bytes | Path] = {**pictures(known.space, restored.skeleton.pictures), **album.files}
    files: dict[PurePosixPath, bytes | Path] = {GUIDE: text.encode()}
    files |= {IMAGES / name: content for name, content in sorted(held.items())}
    return brought, Piece(folder, files)


def catalog(page: SourcePage, restored: Restored, twin: Twin, known: Understood) -> Brought:
    """The catalog of a guide in the language of the page."""
    data, album, own = _data(page, restored, known)
    entries = restored.catalog(data)
    locale = restored.skeleton.locale
    named = _shown(page, known, twin.data) | album.names(page.path)
    told_of = (
        *known.drafts[page.path].entries,
        *own,
        *told(page, restored),
        *_repairs(page, known),
        *_fields(page, data),
    )
    file = GUIDES / twin.id / f"{locale}.yml"
    texts = {key: entry[locale] for key, entry in entries.items() if locale in entry}
    text, whole = canonical.catalog(entries), dict(twin.data)
    return Brought(
        page, twin.id, file, text, None, named, _led(page, known, data), told_of, translated=whole, texts=texts
    )


def plain(page: SourcePage, skeleton: PageSkeleton, known: Understood, album: Album) -> tuple[Brought, Piece]:
    """A plain page as its file was."""
    album.files.update(pictures(known.space, skeleton.pictures))
    file = PAGES / f"{skeleton.id}.{skeleton.locale}.md"
    named = addresses(page, skeleton.pictures)
    brought = Brought(page, skeleton.id, file, skeleton.file, None, named, _led(page, known, {}), ())
    return brought, file_piece(file, skeleton.file.encode())


def _data(page: SourcePage, restored: Restored, known: Understood) -> tuple[Data, Album, tuple[Entry, ...]]:
    """The content of the guide in the language of the page, new pictures, and what was met in writing edited texts."""
    album = Album(known.gallery)
    if not restored.edited:
        return restored.guide({}), album, ()
    lowered, entries = lower(restored.draft, known.means(page, album))
    return restored.guide(lowered), album, entries


def _led(page: SourcePage, known: Understood, data: Data) -> _Led:
    """Where the links of the page led: those inside it by the references of the guide, which the page writes so."""
    written = {f"#{path.replace('.', '-')}": href for href, path in _references(data)}
    found = hrefs(parse(page.source, known.wishes.flavour).blocks)
    return {href: known.links.resolve(page, href, line)[0] for href, line in found.items()} | written


def _references(data: Data) -> Iterator[tuple[str, str]]:
    """Every reference in the texts of a guide, and the id path it names."""
    for place in places(data).values():
        if place.kind and isinstance(place.value, str):
            for href in prose.links(prose.tokens(place.value, place.kind)):
                reference = prose.reference(href)
                if reference:
                    yield href, reference[1]


def _repairs(page: SourcePage, known: Understood) -> Iterator[Entry]:
    """What reading the page mended or left out."""
    return mended.entries(page.source, parse(page.source, known.wishes.flavour).repaired)


def _fields(page: SourcePage, data: Data) -> Iterator[Entry]:
    """The links to fields, which a page can only lead to the step of."""
    steps = (path.rpartition(".")[0] for href, path in _references(data) if href.startswith("#field:"))
    addresses = tuple(dict.fromkeys(f"#{step.replace('.', '-')}" for step in steps))
    if addresses:
        yield left_out.at(
            Location(page.source), "addresses that the export has made of references to fields", addresses
        )


def _shown(page: SourcePage, known: Understood, data: Mapping[str, object]) -> dict[str, str]:
    """The names of the guide's pictures by their addresses in a page that is a translation and brings none."""
    names = image_names(data)
    blocks = tree.walk(parse(page.source, known.wishes.flavour).blocks)
    sources = (block.src for block in blocks if isinstance(block, tree.Figure))
    return {src: name for src in sources if (name := posixpath.basename(unquote(src))) in names}
