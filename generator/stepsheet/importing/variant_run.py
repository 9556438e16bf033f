"""A space in another language: its pages become catalogs of the guides, and translations of the plain pages."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from stepsheet.importing import translation
from stepsheet.importing.draft import Draft
from stepsheet.importing.faults import not_aligned
from stepsheet.importing.links import Target
from stepsheet.importing.pictures import Album
from stepsheet.importing.run import GUIDES, PAGES, Brought, Imported, file_piece
from stepsheet.importing.space import SourcePage, Space
from stepsheet.importing.translation import Twin
from stepsheet.importing.understood import Understood, Wishes, drafts, understood
from stepsheet.importing.writing.page import page as plain_page
from stepsheet.model import canonical

Twins = Mapping[PurePosixPath, Twin | str]  # by the path of a page: the guide that it translates, or a plain page's id


def twins(source: Imported, locale: str) -> dict[PurePosixPath, Twin | str]:
    """What the pages of an import in the source language became."""
    return {one.page.path: one.id if one.data is None else Twin(one.id, one.data, locale) for one in source.pages}


def space(source: Space, wishes: Wishes, partners: Twins, shared: Album) -> Imported:
    """The translations in a space; a page that translates nothing is reported whole."""
    made = drafts(source, wishes)
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


def _target(draft: Draft, twin: Twin | str) -> Target:
    """Where links to the page lead: to the guide or the page that it translates."""
    if isinstance(twin, str):
        return Target(twin, is_procedure=False, anchors=draft.anchors)
    return Target(twin.id, is_procedure=True, anchors=translation.anchors(draft, twin))


def _translated(page: SourcePage, known: Understood, twin: Twin | str, album: Album) -> Brought:
    made, locale = known.drafts[page.path], known.wishes.locale
    if isinstance(twin, str):
        plain = replace(made, data=None, entries=() if made.is_procedure else made.entries)
        text, entries = plain_page(plain, known.means(page, album))
        file = PAGES / f"{twin}.{locale}.md"
        return Brought(page, twin, file, text, None, album.names(page.path), (*plain.entries, *entries))
    means = known.means(page, Album(known.gallery))  # a translation brings no pictures: those of the guide are shown
    texts, entries = translation.catalog(made, twin, locale, means)
    file = GUIDES / twin.id / f"{locale}.yml"
    return Brought(page, twin.id, file, canonical.catalog(texts), None, {}, (*made.entries, *entries))
