"""What the old addresses of a space become: the content of `redirects.yml`, and those that the site cannot keep."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from stepsheet.diagnostics import Location
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import broken_link
from stepsheet.importing.links import Target
from stepsheet.importing.paths import address
from stepsheet.importing.space import Space
from stepsheet.rules.redirect import odd_address, taken_address


@dataclass(frozen=True, slots=True)
class _Old:
    """An address that leads to a target, and where the source says so."""

    address: str
    to: Target
    at: Location

    @property
    def file(self) -> str:
        """The file that stands at the address."""
        return self.address if self.address.endswith(".html") else f"{self.address}/index.html"


def redirects(space: Space, targets: Mapping[PurePosixPath, Target]) -> tuple[list[dict[str, str]], tuple[Entry, ...]]:
    """The entries of `redirects.yml`, the space's own first, then the address that each page had; and what is lost."""
    made: dict[str, _Old] = {}
    entries: list[Entry] = []
    kinds = [[target.id for target in targets.values() if target.is_procedure is kind] for kind in (True, False)]
    taken = frozenset(taken_address.paths(*kinds))
    stays = {f"{'guides' if target.is_procedure else 'pages'}/{target.id}" for target in targets.values()}
    for old in _all(space, targets):
        trouble = odd_address.trouble(old.address)
        if not old.address or old.address in stays or old.file in made:
            continue
        if not trouble and taken_address.lies_in(old.file, taken):
            trouble = "is in use by the site"
        if trouble:
            entries.append(broken_link.address(old.at, old.address, trouble))
        else:
            made[old.file] = old
    kept = [old for old in made.values() if not any(str(above) in made for above in PurePosixPath(old.file).parents)]
    return [{"from": old.address, "to": old.to.reference} for old in kept], tuple(entries)


def _all(space: Space, targets: Mapping[PurePosixPath, Target]) -> Iterator[_Old]:
    for redirect in space.redirects:
        if redirect.new in targets:
            yield _Old(redirect.old.strip("/"), targets[redirect.new], redirect.at)
    for page in space.pages:
        if page.path in targets:
            yield _Old(address(page.path), targets[page.path], Location(page.source))
