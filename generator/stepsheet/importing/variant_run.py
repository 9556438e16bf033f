"""A space in another language: its pages become catalogs of the guides, and translations of the plain pages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from stepsheet.importing import translation
from stepsheet.importing.classify.anchored import anchored, anchors, renamed
from stepsheet.importing.draft import Draft
from stepsheet.importing.faults import not_aligned
from stepsheet.importing.links import Target
from stepsheet.importing.pictures import Album
from stepsheet.importing.run import GUIDES, PAGES, Brought, Imported, file_piece
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
    made = {
        path: _draft(one, partners[path]) if path in partners else one for path, one in drafts(source, wishes).items()
    }
    targets = {path: _target(made[path], twin) for path, twin in partners.items() if path in made}
    known = understood(source, wishes, made, targets)
    album = shared.of(known.gallery)
    brought = tuple(
        _translated(page, known, partners[page.path], album) for page in source.pages if page.path in targets
    )
    strangers = tuple(not_aligned.page(page.source) for page in source.pages if page.path not in targets)
    own = (entry for one in brought for entry in one.entries)
    pieces = tuple(file_piece(one.file, one.text.encode()) for one in brought)
    return Imported(brought, pieces, album, (*source.entries, *strangers, *own))


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


def _translated(page: SourcePage, known: Understood, twin: Twin | Plain, album: Album) -> Brought:
    made, locale = known.drafts[page.path], known.wishes.locale
    own = album if isinstance(twin, Plain) else Album(known.gallery)  # a catalog brings no pictures
    means, led = traced(known.means(page, own))
    if isinstance(twin, Plain):
        written, entries = plain_page(made, means, translates=twin.fingerprint)
        text, file = written.text, PAGES / f"{twin.id}.{locale}.md"
    else:
        texts, entries = translation.catalog(made, twin, locale, means)
        text, file = canonical.catalog(texts), GUIDES / twin.id / f"{locale}.yml"
    return Brought(page, twin.id, file, text, None, own.names(page.path), led, (*made.entries, *entries))
