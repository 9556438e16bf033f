"""An id appears twice where it must be unique: among all parts of one parent.

Why: anchors, ticks and translations are found by the path of ids; with two of the same, one is lost.
Bad:  steps: [{id: add, do: Add A.}, {id: add, do: Add B.}]
Good: steps: [{id: add-a, do: Add A.}, {id: add-b, do: Add B.}]
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.book import Book
from stepsheet.model.element import Element
from stepsheet.rules.context import Context

RULE = Rule("S101", "duplicate-id", Severity.ERROR, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each id that repeats one before it."""
    del context
    for part in book.parts:
        first: dict[str, Element] = {}
        for child in part.children():
            own = child.step_in_path
            if own and own in first:
                line = first[own].location.line
                yield Finding(
                    child.location,
                    f"the id {own!r} is here twice; the first is on line {line}",
                    "give the newer one another id: translations and ticks depend on the old one",
                )
            first.setdefault(own, child)
