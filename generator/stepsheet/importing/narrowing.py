"""A space seen from one of its folders: only the pages there, with paths from there on."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from stepsheet.importing.outline import outline
from stepsheet.importing.paths import seen_from
from stepsheet.importing.space import NavEntry, Redirect, SourcePage, Space


def narrowed(space: Space, folder: PurePosixPath) -> Space:
    """The space below a folder; files elsewhere keep a path that begins with `..`."""
    inside = {page.path: seen_from(folder, page.path) for page in space.pages if page.path.is_relative_to(folder)}
    return replace(
        space,
        root=space.root / folder,
        pages=tuple(SourcePage(inside[page.path], page.source) for page in space.pages if page.path in inside),
        navigation=_navigation(space, inside, folder.name),
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
        navigation=_navigation(space, {path: path for path in paths}, ""),
        redirects=tuple(redirect for redirect in space.redirects if redirect.new in paths),
    )


Kept = Mapping[PurePosixPath, PurePosixPath]


def _navigation(space: Space, kept: Kept, name: str) -> tuple[NavEntry, ...]:
    """The navigation of the pages that are kept, by their new paths; a group of them all with that name falls away."""
    if space.navigation == outline(page.path for page in space.pages):
        return outline(kept.values())
    made = tuple(_entries(space.navigation, kept))
    return made[0].children if len(made) == 1 and made[0].title == name and not made[0].page else made


def _entries(entries: Collection[NavEntry], kept: Kept) -> Iterator[NavEntry]:
    """The entries of the pages that are kept, what groups them, and the links beside them."""
    links = any(entry.page in kept for entry in entries)
    for entry in entries:
        children = tuple(_entries(entry.children, kept))
        page = kept.get(entry.page) if entry.page else None
        if page or children or (entry.url and links):
            yield replace(entry, page=page, children=children)


def _redirects(space: Space, folder: PurePosixPath) -> Iterator[Redirect]:
    for redirect in space.redirects:
        old = PurePosixPath(redirect.old)
        if old.is_relative_to(folder) and redirect.new.is_relative_to(folder):
            yield replace(redirect, old=seen_from(folder, old).as_posix(), new=seen_from(folder, redirect.new))
