"""A space seen from one of its folders: only the pages there, with paths from there on."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from stepsheet.importing.paths import seen_from
from stepsheet.importing.space import NavEntry, Redirect, SourcePage, Space


def narrowed(space: Space, folder: PurePosixPath) -> Space:
    """The space below a folder; files elsewhere keep a path that begins with `..`."""
    inside = {page.path: seen_from(folder, page.path) for page in space.pages if page.path.is_relative_to(folder)}
    navigation = tuple(_entries(space.navigation, inside, links=not folder.parts))
    if len(navigation) == 1 and navigation[0].title == folder.name and not navigation[0].page:
        navigation = navigation[0].children
    return replace(
        space,
        root=space.root / folder,
        pages=tuple(SourcePage(inside[page.path], page.source) for page in space.pages if page.path in inside),
        navigation=navigation,
        redirects=tuple(_redirects(space, folder)),
        files={seen_from(folder, path): file for path, file in space.files.items()},
        listed=frozenset(seen_from(folder, path) for path in space.listed),
        addresses={seen_from(folder, path): url for path, url in space.addresses.items()},
    )


def restricted(space: Space, paths: Collection[PurePosixPath]) -> Space:
    """The space with some of its pages only."""
    return replace(
        space,
        pages=tuple(page for page in space.pages if page.path in paths),
        navigation=tuple(_entries(space.navigation, {path: path for path in paths}, links=True)),
        redirects=tuple(redirect for redirect in space.redirects if redirect.new in paths),
    )


def _entries(
    entries: Iterable[NavEntry], kept: Mapping[PurePosixPath, PurePosixPath], *, links: bool
) -> Iterator[NavEntry]:
    """The entries of the pages that are kept, by their new paths, and what groups them."""
    for entry in entries:
        children = tuple(_entries(entry.children, kept, links=links))
        page = kept.get(entry.page) if entry.page else None
        if not page and not entry.title and not entry.url:
            yield from children
        elif page or children or (entry.url and links):
            yield replace(entry, page=page, children=children)


def _redirects(space: Space, folder: PurePosixPath) -> Iterator[Redirect]:
    for redirect in space.redirects:
        old = PurePosixPath(redirect.old)
        if old.is_relative_to(folder) and redirect.new.is_relative_to(folder):
            yield replace(redirect, old=seen_from(folder, old).as_posix(), new=seen_from(folder, redirect.new))
