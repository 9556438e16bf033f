"""What a space's navigation becomes: the content of `navigation.yml`, and the titles that have no place there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from stepsheet import typeface
from stepsheet.importing.links import Target
from stepsheet.importing.names import unique, word
from stepsheet.importing.space import NavEntry, Space
from stepsheet.importing.tree import Words
from stepsheet.importing.writing.inline_markdown import markdown
from stepsheet.rules.text.forbidden_link import allowed

MAX_DEPTH = 6
MAX_TITLE = 200
Entry = dict[str, Any]


@dataclass(slots=True)
class _Writer:
    """Writes each page once, at the first of its places, and gives groups ids of their own."""

    targets: Mapping[PurePosixPath, Target]
    unset: frozenset[str]
    listed: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)

    def entries(self, lines: Iterable[NavEntry], depth: int = 1) -> Iterator[Entry]:
        """The entries for the lines; those deeper than the site shows follow the one above them."""
        for line in lines:
            own = self._own(line)
            shown = own is not None and not _is_group(own)
            room = own is not None and depth < MAX_DEPTH and "link" not in own
            below = list(self.entries(line.children, depth + 1 if room else depth))
            if own is not None and room and below:
                yield {**own, "entries": below}
                continue
            if own is not None and shown:
                yield own
            yield from below

    def _own(self, line: NavEntry) -> Entry | None:
        """The entry of a line without what is below it; None where there is nothing to show."""
        target = self.targets.get(line.page) if line.page else None
        if target:
            if target.reference in self.listed:
                return None
            self.listed.add(target.reference)
            return {"guide" if target.is_procedure else "page": target.id}
        title = self._title(line.title) or self._title(line.url)
        if line.url:
            return {"id": self._id(title), "title": title, "link": line.url} if allowed(line.url) else None
        return {"id": self._id(title), "title": title} if title else None

    def _title(self, text: str) -> str:
        """A title as one line of Markdown that says it."""
        shown = "".join(character for character in text if character not in self.unset)
        return markdown((Words(" ".join(shown.split())[:MAX_TITLE]),), " ")

    def _id(self, title: str) -> str:
        base = word(title)[:40].strip("-")
        return unique(base if base[:1].isalpha() else f"part-{base}".rstrip("-"), self.ids)


def navigation(space: Space, targets: Mapping[PurePosixPath, Target]) -> list[Entry]:
    """The entries of `navigation.yml`: guides, pages, links and groups, each guide and page once."""
    unset = typeface.undisplayable({line.title or line.url for line in _lines(space.navigation)})
    return list(_Writer(targets, unset).entries(space.navigation))


def other_titles(space: Space, targets: Mapping[PurePosixPath, Target], titles: Mapping[str, str]) -> tuple[str, ...]:
    """The titles in the navigation of pages that have another title; `titles` are the pages' own, by reference."""
    told: dict[str, None] = {}
    for line in _lines(space.navigation):
        target = targets.get(line.page) if line.page else None
        if target and line.title and _folded(line.title) != _folded(titles.get(target.reference, "")):
            told[line.title] = None
    return tuple(told)


def _folded(title: str) -> str:
    return "".join(character for character in title.casefold() if character.isalnum())


def _is_group(entry: Entry) -> bool:
    return "title" in entry and "link" not in entry


def _lines(entries: Iterable[NavEntry]) -> Iterator[NavEntry]:
    for entry in entries:
        yield entry
        yield from _lines(entry.children)
