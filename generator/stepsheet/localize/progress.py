"""How far the translation of each file of texts into a locale is, and what in it is out of date."""

from collections.abc import Iterable
from dataclasses import dataclass

from stepsheet.localize.document import Text


@dataclass(frozen=True, slots=True)
class Measure:
    """How many texts of a book are in which state in a locale; a plain page is one text.

    `orphan` counts the entries that translate no text any more, set aside or not. `words_left` are those of the source
    texts whose translation is missing or out of date.
    """

    book: str
    locale: str
    ok: int = 0
    stale: int = 0
    missing: int = 0
    orphan: int = 0
    words_left: int = 0

    @property
    def total(self) -> int:
        """How many texts there are to translate."""
        return self.ok + self.stale + self.missing

    @property
    def percent(self) -> int:
        """The share of texts that are up to date, rounded down: 100 means all of them."""
        return 100 * self.ok // self.total if self.total else 100


@dataclass(frozen=True, slots=True)
class Outdated:
    """A translation whose source text has changed since; `line` is where it stands in the file of the translations.

    `was` is what it was made from, `source` the text of today; both are None for a plain page, which keeps no copy of
    what its translation was made from.
    """

    key: str
    line: int
    was: str | None
    source: str | None
    translation: str | None


@dataclass(frozen=True, slots=True)
class Progress:
    """A book in a locale.

    `kind` is guide, page, categories or navigation; `title` the name of a guide or page, `file` where its translation
    is or would be, below the content folder, and `is_there` whether there is such a file.
    """

    measure: Measure
    kind: str
    title: Text | None
    file: str
    is_there: bool
    outdated: tuple[Outdated, ...] = ()

    @property
    def id(self) -> str:
        """The id of a guide or page."""
        return self.measure.book.rpartition("/")[2]


def total(measures: Iterable[Measure], locale: str) -> Measure:
    """All of a locale."""
    own = [measure for measure in measures if measure.locale == locale]
    sums = {
        name: sum(getattr(measure, name) for measure in own)
        for name in ("ok", "stale", "missing", "orphan", "words_left")
    }
    return Measure("all", locale, **sums)
