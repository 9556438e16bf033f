"""The variants of a space: folders that hold the same pages in several languages."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from stepsheet.importing.languages import language
from stepsheet.importing.links import Target
from stepsheet.importing.narrowing import narrowed, restricted
from stepsheet.importing.paths import seen_from
from stepsheet.importing.space import Space

REST = ""  # the key of what lies in no folder of a language
_SHARED = 3  # so many pages, or half of the smaller folder's, have to be in both
_DEEPEST = 3


def variants(space: Space) -> dict[str, Space]:
    """The space of each language by its tag, with the same paths for the same pages; empty when there are no variants.

    Pages in none of the folders are under the key `REST`. The entries of the source stay with the whole space.
    """
    folders = _folders([page.path for page in space.pages])
    if not folders:
        return {}
    made = {tag: replace(narrowed(space, folder), entries=()) for tag, folder in folders.items()}
    rest = tuple(page for page in space.pages if not any(page.path.is_relative_to(each) for each in folders.values()))
    if rest:
        made[REST] = replace(restricted(space, {page.path for page in rest}), entries=())
    return made


def across(own: Space, others: Iterable[Space], targets: Mapping[PurePosixPath, Target]) -> dict[PurePosixPath, Target]:
    """What pages became, also by the paths that links from one variant to the others have."""
    made = dict(targets)
    for other in others:
        way = PurePosixPath(os.path.relpath(other.root, own.root))
        made.update({way / page.path: targets[page.path] for page in other.pages if page.path in targets})
    return made


def _folders(paths: Collection[PurePosixPath]) -> Mapping[str, PurePosixPath]:
    """The folders of the languages, side by side; of several such places the one with the most pages."""
    places: dict[PurePosixPath, dict[PurePosixPath, set[PurePosixPath]]] = defaultdict(lambda: defaultdict(set))
    for path in paths:
        for folder in list(path.parents)[-2 : -2 - _DEEPEST : -1]:
            if language(folder.name):
                places[folder.parent][folder].add(seen_from(folder, path))
    twins = [
        {folder: folders[folder] for folder in folders if _has_twin(folder, folders)} for folders in places.values()
    ]
    best = max(twins, key=lambda folders: sum(map(len, folders.values())), default={})
    return {str(language(folder.name)): folder for folder in sorted(best)}


def _has_twin(folder: PurePosixPath, folders: Mapping[PurePosixPath, set[PurePosixPath]]) -> bool:
    """Whether another folder beside it holds the same pages."""
    own = folders[folder]
    return any(
        len(own & other) >= min(_SHARED, (min(len(own), len(other)) + 1) // 2)
        for twin, other in folders.items()
        if twin != folder and language(twin.name) != language(folder.name)
    )
