"""What a space's navigation and its old addresses become: the content of `navigation.yml` and `redirects.yml`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from stepsheet.importing.links import Target
from stepsheet.importing.names import unique, word
from stepsheet.importing.paths import address
from stepsheet.importing.space import NavEntry, Space
from stepsheet.rules.text.forbidden_link import allowed

MAX_DEPTH = 6
Entry = dict[str, Any]


@dataclass(slots=True)
class _Writer:
    """Writes each page once, at the first of its places, and gives groups ids of their own."""

    targets: Mapping[PurePosixPath, Target]
    listed: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)

    def entries(self, lines: Iterable[NavEntry], depth: int = 1) -> Iterator[Entry]:
        """The entries for the lines; those deeper than the site shows follow the one above them."""
        for line in lines:
            own = self._own(line)
            deep = depth >= MAX_DEPTH
            below = list(self.entries(line.children, depth if deep else depth + 1))
            if own is None:
                yield from below
            elif deep and below:
                yield from ([own] if "title" not in own or "link" in own else [])
                yield from below
            elif below:
                yield {**own, "entries": below}
            elif "title" not in own or "link" in own:
                yield own

    def _own(self, line: NavEntry) -> Entry | None:
        """The entry of a line without what is below it; None where there is nothing to show."""
        target = self.targets.get(line.page) if line.page else None
        if target:
            if target.reference in self.listed:
                return None
            self.listed.add(target.reference)
            return {"guide" if target.is_procedure else "page": target.id}
        title = line.title.strip()
        if line.url:
            return {"id": self._id(title), "title": title or line.url, "link": line.url} if allowed(line.url) else None
        return {"id": self._id(title), "title": title} if title else None

    def _id(self, title: str) -> str:
        base = word(title)[:40].strip("-")
        return unique(base if base[:1].isalpha() else f"part-{base}".rstrip("-"), self.ids)


def navigation(space: Space, targets: Mapping[PurePosixPath, Target]) -> list[Entry]:
    """The entries of `navigation.yml`: guides, pages, links and groups, each guide and page once."""
    return list(_Writer(targets).entries(space.navigation))


def redirects(space: Space, targets: Mapping[PurePosixPath, Target]) -> list[dict[str, str]]:
    """The entries of `redirects.yml`: the space's own, then the address that each page had."""
    made: dict[str, str] = {}
    for redirect in space.redirects:
        if redirect.new in targets:
            made.setdefault(redirect.old.strip("/"), targets[redirect.new].reference)
    for path, target in targets.items():
        made.setdefault(address(path), target.reference)
    own = {f"{'guides' if target.is_procedure else 'pages'}/{target.id}" for target in targets.values()}
    return [{"from": old, "to": to} for old, to in made.items() if old and old not in own]
