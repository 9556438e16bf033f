"""A space seen from one of its folders: only the pages there, with paths from there on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from stepsheet.importing.paths import seen_from
from stepsheet.importing.space import NavEntry, Redirect, SourcePage, Space


def narrowed(space: Space, folder: PurePosixPath) -> Space:
    """The space below a folder; files elsewhere keep a path that begins with `..`."""
    pages = tuple(
        SourcePage(seen_from(folder, page.path), page.source)
        for page in space.pages
        if page.path.is_relative_to(folder)
    )
    navigation = tuple(_entries(space.navigation, folder))
    if len(navigation) == 1 and navigation[0].title == folder.name and not navigation[0].page:
        navigation = navigation[0].children
    return replace(
        space,
        root=space.root / folder,
        pages=pages,
        navigation=navigation,
        redirects=tuple(_redirects(space, folder)),
        files={seen_from(folder, path): file for path, file in space.files.items()},
        listed=frozenset(seen_from(folder, path) for path in space.listed),
        addresses={seen_from(folder, path): url for path, url in space.addresses.items()},
    )


def _entries(entries: tuple[NavEntry, ...], folder: PurePosixPath) -> Iterator[NavEntry]:
    for entry in entries:
        children = tuple(_entries(entry.children, folder))
        if entry.page and entry.page.is_relative_to(folder):
            yield replace(entry, page=seen_from(folder, entry.page), children=children)
        elif children:
            yield replace(entry, page=None, children=children)
        elif entry.url and folder == PurePosixPath():
            yield entry


def _redirects(space: Space, folder: PurePosixPath) -> Iterator[Redirect]:
    for redirect in space.redirects:
        old = PurePosixPath(redirect.old)
        if old.is_relative_to(folder) and redirect.new.is_relative_to(folder):
            yield replace(redirect, old=seen_from(folder, old).as_posix(), new=seen_from(folder, redirect.new))
