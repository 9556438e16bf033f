"""The whole story of an import: understand, resolve, write, translate. Nothing is put anywhere here."""

from pathlib import Path, PurePosixPath

from stepsheet.diagnostics import Location
from stepsheet.importing import back, names, navigation, old_addresses
from stepsheet.importing.brought import GUIDES, IMAGES, PAGES, Brought, Imported, file_piece
from stepsheet.importing.classify.anchored import anchors
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import left_out
from stepsheet.importing.links import Target
from stepsheet.importing.narrowing import restricted
from stepsheet.importing.pictures import Album
from stepsheet.importing.returning import Returned, returned
from stepsheet.importing.space import SourcePage, Space
from stepsheet.importing.understood import Understood, Wishes, drafts, understood
from stepsheet.importing.writing.lower import lower
from stepsheet.importing.writing.means import traced
from stepsheet.importing.writing.page import page as plain_page
from stepsheet.importing.writing.plan import GUIDE, Piece
from stepsheet.model import canonical


def space(source: Space, wishes: Wishes, beside: "Imported | None" = None) -> Imported:
    """Everything in a space: guides, plain pages with their pictures, navigation and redirects.

    What is brought `beside` another import has ids and pictures that fit to it, and leaves the navigation to it.
    """
    kept = returned(source, wishes.flavour)
    source = restricted(source, {page.path for page in source.pages} - kept.own) if kept.own else source
    made = drafts(source, wishes) | {path: one.draft for path, one in kept.guides.items()}
    taken = {*kept.ids.values(), *(one.id for one in (beside.pages if beside else ()))}
    ids = names.ids(made.keys() - kept.ids.keys(), taken) | kept.ids
    targets = {path: Target(ids[path], one.is_procedure, one.anchors) for path, one in made.items()}
    known = understood(source, wishes, made, targets)
    shared = beside.album.of(known.gallery) if beside else Album(known.gallery)
    brought, pieces = [], []
    for page in source.pages:
        one, piece = _page(page, known, kept, shared)
        brought.append(one)
        pieces.append(piece)
    around, lost = ((), ()) if beside or kept.is_export else _around(known)
    own = (entry for one in brought for entry in one.entries)
    return Imported(tuple(brought), (*pieces, *around), shared, (*source.entries, *kept.entries, *own, *lost))


def _page(page: SourcePage, known: Understood, kept: Returned, shared: Album) -> tuple[Brought, Piece]:
    """A page as what it is: one that comes back from an export, a procedure, or any other."""
    if page.path in kept.guides:
        return back.guide(page, kept.guides[page.path], known)
    if page.path in kept.pages:
        return back.plain(page, kept.pages[page.path], known, shared)
    return _guide(page, known) if known.drafts[page.path].is_procedure else _plain(page, known, shared)


def _guide(page: SourcePage, known: Understood) -> tuple[Brought, Piece]:
    """A procedure: its file, and its pictures in a folder of their own."""
    made, album = known.drafts[page.path], Album(known.gallery)
    means, led = traced(known.means(page, album))
    data, entries = lower(made, means)
    text, folder = canonical.dump(data), GUIDES / known.targets[page.path].id
    brought = Brought(
        page, folder.name, folder / GUIDE, text, data, album.names(page.path), led, (*made.entries, *entries)
    )
    files: dict[PurePosixPath, bytes | Path] = {GUIDE: text.encode()}
    files |= {IMAGES / name: content for name, content in sorted(album.files.items())}
    return brought, Piece(folder, files)


def _plain(page: SourcePage, known: Understood, album: Album) -> tuple[Brought, Piece]:
    """A page without steps; plain pages share their pictures."""
    made, own = known.drafts[page.path], known.targets[page.path].id
    means, led = traced(known.means(page, album))
    written, entries = plain_page(made, means, category=known.wishes.category)
    file = PAGES / f"{own}.{known.wishes.locale}.md"
    pictures, told = album.names(page.path), (*made.entries, *entries)
    places, mark = anchors(made.blocks), written.fingerprint
    brought = Brought(page, own, file, written.text, None, pictures, led, told, places, mark)
    return brought, file_piece(file, written.text.encode())


def _around(known: Understood) -> tuple[tuple[Piece, ...], tuple[Entry, ...]]:
    """The navigation and the redirects of a space of more than one page, and what of them is lost."""
    source, targets = known.space, known.targets
    if len(targets) < 2:  # noqa: PLR2004 - one page is no space
        return (), ()
    redirects, lost = old_addresses.redirects(source, targets)
    made = {"navigation": navigation.navigation(source, targets), "redirects": redirects}
    pieces = [
        file_piece(PurePosixPath(f"{name}.yml"), canonical.dump({name: content}).encode())
        for name, content in made.items()
        if content
    ]
    titles = navigation.other_titles(source, targets, known.titles)
    told = (
        (
            left_out.at(
                Location(known.space.pages[0].source), "titles in the navigation of pages that have another", titles
            ),
        )
        if titles
        else ()
    )
    return tuple(pieces), (*lost, *told)
