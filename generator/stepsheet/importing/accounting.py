"""The ledger of an import: each page against the files that it became."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import partial, reduce

from stepsheet import forks
from stepsheet.importing.brought import Brought
from stepsheet.importing.entry import Entry
from stepsheet.importing.ledger.account import Books, account
from stepsheet.importing.ledger.record import Ledger
from stepsheet.importing.restore.places import places
from stepsheet.importing.writing.lower import Data
from stepsheet.importing.writing.plan import GUIDE
from stepsheet.model import canonical


@dataclass(frozen=True, slots=True)
class Accounts:
    """The ledgers of an import, in order of its pages."""

    ledgers: tuple[Ledger, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Whatever is nowhere: errors."""
        return tuple(entry for ledger in self.ledgers for entry in ledger.entries)

    @property
    def whole(self) -> Ledger:
        """All counts together."""
        return reduce(_sum, self.ledgers, Ledger())


def accounts(pages: Sequence[Brought], images: frozenset[str]) -> Accounts:
    """The account of every page; `images` are the names of the picture files that the import has written."""
    return Accounts(tuple(forks.each(partial(page, images=images), pages)))


def page(one: Brought, images: frozenset[str]) -> Ledger:
    """The account of one page."""
    texts = {one.file.name: one.text} if one.translated is None else {GUIDE.name: localized(one.translated, one.texts)}
    return account(one.page.source, Books(texts, one.entries, one.links, one.pictures, images | one.known_images))


def localized(data: Mapping[str, object], texts: Mapping[str, str]) -> str:
    """The file of a guide as its readers in another language get it."""
    made: Data = deepcopy(dict(data))
    known = places(made)
    for key, text in texts.items():
        if key in known:  # the words of drawings are not in the guide's file
            known[key].put(text)
    return canonical.dump(made)


def _sum(one: Ledger, other: Ledger) -> Ledger:
    return Ledger(
        words=one.words + other.words,
        pictures=one.pictures + other.pictures,
        links=one.links + other.links,
        code=one.code + other.code,
        blocks=one.blocks + other.blocks,
        settings=one.settings + other.settings,
    )
