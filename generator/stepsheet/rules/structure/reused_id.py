"""An id that something had before is in use again, or two things say that they had it.

Why: ticks made under the old id would go to the wrong step, or could go to two.
Bad:  steps: [{id: add-server, was: [add], do: Add A.}, {id: add, do: Add B.}]
Good: steps: [{id: add-server, was: [add], do: Add A.}, {id: add-monitor, do: Add B.}]
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.book import Book
from stepsheet.model.element import Element
from stepsheet.rules.context import Context

RULE = Rule("S149", "reused-id", Severity.ERROR, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each former id that cannot be told from another."""
    del context
    for part in book.parts:
        children = [child for child in part.children() if child.step_in_path]
        used = {child.step_in_path: child for child in children}
        claimed: dict[str, Element] = {}
        for child in children:
            for index, name in enumerate(getattr(child, "was", ())):
                other = used.get(name) or claimed.get(name)
                if other:
                    yield _finding(child, index, name, other, is_used=name in used)
                claimed.setdefault(name, child)


def _finding(child: Element, index: int, name: str, other: Element, *, is_used: bool) -> Finding:
    place = child.at("was", index)
    line = other.location.line
    if is_used:
        return Finding(place, f"the former id {name!r} is in use on line {line}", "take it out of `was`")
    return Finding(
        place,
        f"the former id {name!r} is named twice; the first is on line {line}",
        "leave it where the ticks made under it belong",
    )
