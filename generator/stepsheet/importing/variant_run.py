"""A space in another language: its pages become catalogs of the guides, and translations of the plain pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from stepsheet.diagnostics import Location
from stepsheet.importing import back, translation
from stepsheet.importing.brought import GUIDES, PAGES, Brought, Imported, file_piece, image_names
from stepsheet.importing.classify.anchored import anchored, anchors, renamed
from stepsheet.importing.draft import Draft, Src
from stepsheet.importing.faults import left_out, not_aligned
from stepsheet.importing.links import Target
from stepsheet.importing.narrowing import restricted
from stepsheet.importing.pictures import Album
from stepsheet.importing.returning import Returned, returned
from stepsheet.importing.space import SourcePage, Space
from stepsheet.importing.translation import Twin
from stepsheet.importing.understood import Understood, Wishes, drafts, understood
from stepsheet.importing.writing.means import traced
from stepsheet.importing.writing.page import page as plain_page
from stepsheet.model import canonical


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain page that is translated: its id, the anchors of its headings, and what `translates` is to say."""

    id: str
    anchors: tuple[str, ...]
    fingerprint: str


Twins = Mapping[PurePosixPath, Twin | Plain]  # by the path of a page, what it translates


def twins(source: Imported, locale: str) -> dict[PurePosixPath, Twin | Plain]:
    """What the pages of an import in the source language became."""
    return {one.page.path: _plain(one) if one.data is None else Twin(one.id, one.data, locale) for one in source.pages}


def _plain(one: Brought) -> Plain:
    return Plain(one.id, one.anchors, one.fingerprint)


def space(source: Space, wishes: Wishes, partners: Twins, shared: Album) -> Imported:
    """The translations in a space; a page that translates nothing is reported whole."""
    kept = returned(source, wishes.flavour)
    source = restricted(source, {page.path for page in source.pages} - kept.own) if kept.own else source
    made = {
        path: _draft(one, partners[path]) if path in partners else one for path, one in drafts(source, wishes).items()
    }
    made |= {path: one.draft for path, one in kept.guides.items() if one.is_translation}
    targets = {path: _target(made[path], twin) for path, twin in partners.items() if path in made}
    known = understood(source, wishes, made, targets)
    album = shared.of(known.gallery)
    brought = tuple(
        _translated(page, known, partners[page.path], kept, album) for page in source.pages if page.path in targets
    )
    strangers = tuple(not_aligned.page(page.source) for page in source.pages if page.path not in targets)
    own = (entry for one in brought for entry in one.entries)
    pieces = tuple(file_piece(one.file, one.text.encode()) for one in brought)
    return Imported(brought, pieces, album, (*source.entries, *kept.entries, *strangers, *own))


def _draft(draft: Draft, twin: Twin | Plain) -> Draft:
    """The draft as what it translates: below a plain page it is one too, with that page's anchors where they match."""
    if isinstance(twin, Twin):
        return draft
    blocks, places = anchored(draft.blocks, draft.title)
    own = anchors(blocks)
    names = dict(zip(own, twin.anchors, strict=True)) if len(own) == len(twin.anchors) else {}
    led = {anchor: names.get(place, "") for anchor, place in places.items()}
    entries = () if draft.is_procedure else draft.entries
    return replace(draft, data=None, blocks=renamed(blocks, names), anchors=led, entries=entries)


def _target(draft: Draft, twin: Twin | Plain) -> Target:
    """Where links to the page lead: to the guide or the page that it translates."""
    if isinstance(twin, Plain):
        return Target(twin.id, is_procedure=False, anchors=draft.anchors)
    return Target(twin.id, is_procedure=True, anchors=translation.anchors(draft, twin))


def _translated(page: SourcePage, known: Understood, twin: Twin | Plain, kept: Returned, album: Album) -> Brought:
    restored, skeleton = kept.guides.get(page.path), kept.pages.get(page.path)
    if isinstance(twin, Plain):
        return back.plain(page, skeleton, known, album)[0] if skeleton else _page(page, known, twin, album)
    if restored and restored.is_translation:
        return back.catalog(page, restored, twin, known)
    return _catalog(page, known, twin)


def _page(page: SourcePage, known: Understood, twin: Plain, album: Album) -> Brought:
    made, file = known.drafts[page.path], PAGES / f"{twin.id}.{known.wishes.locale}.md"
    means, led = traced(known.means(page, album))
    written, entries = plain_page(made, means, translates=twin.fingerprint)
    told = (*made.entries, *entries)
    return Brought(page, twin.id, file, written.text, None, album.names(page.path), led, told)


def _catalog(page: SourcePage, known: Understood, twin: Twin) -> Brought:
    """The catalog of a guide; it brings no pictures: those of the guide are shown."""
    made, locale, album = known.drafts[page.path], known.wishes.locale, Album(known.gallery)
    means, led = traced(known.means(page, album))
    catalog, entries = translation.catalog(made, twin, locale, means)
    shown = image_names(twin.data)
    named = {leaf.src: album.take(page, leaf.src, leaf.line)[0] for leaf in _pictures(made.data)}
    pictures = {src: name for src, name in named.items() if name in shown}
    own = tuple(src for src in named if src not in pictures)
    left = (left_out.at(Location(page.source), _OWN, own),) if own else ()
    told = (*made.entries, *entries, *left)
    texts = {key: entry[locale] for key, entry in catalog.items()}
    file = GUIDES / twin.id / f"{locale}.yml"
    text = canonical.catalog(catalog)
    return Brought(page, twin.id, file, text, None, pictures, led, told, translated=dict(twin.data), texts=texts)


_OWN = "pictures of a translation that the guide does not have"


def _pictures(value: object) -> Iterator[Src]:
    """Every picture of a draft."""
    match value:
        case Src():
            yield value
        case Mapping():
            for inner in value.values():
                yield from _pictures(inner)
        case list() | tuple():
            for inner in value:
                yield from _pictures(inner)
