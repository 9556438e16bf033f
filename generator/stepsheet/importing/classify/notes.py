"""What classifying has to report: noted where it happens, one entry a page for each kind of thing left out."""

from dataclasses import dataclass, field

from stepsheet.diagnostics import Location, Source
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import kept_as_text, left_out, not_a_procedure, too_long


@dataclass(slots=True)
class Notes:
    """The notes on one page; whoever changes or drops something writes here."""

    source: Source
    _entries: list[Entry] = field(default_factory=list)
    _left: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def at(self, line: int) -> Location:
        """The place of a whole line."""
        end = len(self.source.line(line)) + 1
        return Location(self.source, line, 1, line, end)

    def kept(self, line: int, what: str, form: str, text: str = "") -> None:
        """Something was kept as text of a form."""
        self._entries.append(kept_as_text.at(self.at(line), what, form, text))

    def left(self, line: int, what: str, text: str) -> None:
        """Something is not in the result; notes with the same `what` become one entry at the first of them."""
        self._left.setdefault(what, []).append((line, text))

    def divided(self, line: int, parts: int) -> None:
        """A text was too long."""
        self._entries.append(too_long.at(self.at(line), parts))

    def no_steps(self) -> None:
        """The page is no procedure."""
        self._entries.append(not_a_procedure.at(self.source))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them, in the order of the page."""
        left = (
            left_out.at(self.at(noted[0][0]), what, tuple(text for _, text in noted))
            for what, noted in self._left.items()
        )
        return tuple(sorted((*self._entries, *left), key=lambda entry: entry.diagnostic.order))
