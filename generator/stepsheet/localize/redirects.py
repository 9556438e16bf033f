"""Redirects with the words that stand on their pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from stepsheet.localize.document import Text
from stepsheet.localize.navigation import Titles
from stepsheet.model import prose
from stepsheet.model.redirects import Redirects


@dataclass(frozen=True, slots=True)
class Moved:
    """A page that stands elsewhere now: the file at its old address; kind, path and title of what is there now."""

    file: str
    kind: str
    path: str
    title: Text


def moved(files: Iterable[Redirects], titles: Titles) -> tuple[Moved, ...]:
    """Every redirect, in order of the addresses; they must have passed the rules."""
    found = []
    for redirect in (redirect for file in files for redirect in file.redirects):
        kind, path = prose.reference(redirect.to) or ("", "")
        found.append(Moved(redirect.file, kind, path, titles[kind, prose.place(path)[0]]))
    return tuple(sorted(found, key=lambda one: one.file))
