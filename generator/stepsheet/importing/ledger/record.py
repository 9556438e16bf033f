"""What an account comes to."""

from dataclasses import dataclass

from stepsheet.importing.entry import Entry


@dataclass(frozen=True, slots=True)
class Count:
    """How many there were in the source, and how many of them are in the result, else in the report."""

    total: int = 0
    kept: int = 0
    reported: int = 0

    @property
    def lost(self) -> int:
        """How many are nowhere."""
        return self.total - self.kept - self.reported

    @property
    def share(self) -> float:
        """Which share is accounted for, 0 to 1."""
        return 1 - self.lost / self.total if self.total else 1.0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.total + other.total, self.kept + other.kept, self.reported + other.reported)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The account of a page: a count of each kind, and an error for whatever is lost.

    `order` is the share of the words that stand in the order of the source, as far as that can be told.
    """

    words: Count = Count()
    pictures: Count = Count()
    links: Count = Count()
    code: Count = Count()
    blocks: Count = Count()
    settings: Count = Count()
    order: float = 1.0
    entries: tuple[Entry, ...] = ()

    @property
    def is_balanced(self) -> bool:
        """Whether nothing is lost."""
        return not self.entries
