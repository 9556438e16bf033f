"""What writing a page takes beside the page: where its links lead and what its pictures are called."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from stepsheet.diagnostics import Source
from stepsheet.importing.entry import Entry

# An address of the source and the line it stands on: what to write for it, None where nothing can be linked.
Resolve = Callable[[str, int], tuple[str | None, tuple[Entry, ...]]]
# The address of a picture and its line: the name of its file in `images/`.
TakePicture = Callable[[str, int], tuple[str, tuple[Entry, ...]]]


@dataclass(frozen=True, slots=True)
class Means:
    """What an import knows of a page's surroundings; `title` gives words for a link that has none, by its address."""

    source: Source
    resolve: Resolve
    picture: TakePicture
    title: Callable[[str], str] = lambda _: ""


def traced(means: Means) -> tuple[Means, dict[str, str | None]]:
    """The means, and a record of where each address led, which grows as they are used."""
    led: dict[str, str | None] = {}

    def resolve(href: str, line: int) -> tuple[str | None, tuple[Entry, ...]]:
        found = means.resolve(href, line)
        led[href] = found[0]
        return found

    return replace(means, resolve=resolve), led
