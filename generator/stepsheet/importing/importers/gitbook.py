"""GitBook: a repository synced with a space, a page of it, or pages saved from a published site."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from stepsheet.importing import reading, shelf, surroundings
from stepsheet.importing.book import SETTINGS
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.importer import Importer
from stepsheet.importing.published import trimmed
from stepsheet.importing.reading import Found
from stepsheet.importing.space import SourcePage, Space


def read(source: Path) -> Space:
    """The space in a folder, or the one page in a file with the files around it. Raises UserError."""
    path = reading.existing(source)
    if path.is_file():
        found, page = surroundings.lone_page(path, (SETTINGS, "SUMMARY.md"))
        return _gathered(found, [page])
    return shelf.space(reading.files(path), _gathered)


def _gathered(found: Found, wanted: Sequence[PurePosixPath]) -> Space:
    pages: list[SourcePage] = []
    addresses: dict[PurePosixPath, str] = {}
    for page in reading.pages(found, wanted):
        own, entries, address = trimmed(page)
        pages.append(own)
        found.entries += entries
        if address:
            addresses[page.path] = address
    return replace(surroundings.space(found, pages), addresses=addresses)


IMPORTER = Importer("gitbook", Flavour.GITBOOK, read)
