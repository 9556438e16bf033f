"""A character that no font of the printed sheet has.

Why: on paper it would be an empty box, and a sheet with a missing letter is not made at all.
Bad:  do: Press 確認.
Good: do: Press OK.
"""

from collections.abc import Iterator
from itertools import chain

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.content import Book
from stepsheet.rules.context import Context

RULE = Rule("S122", "undisplayable-character", Severity.ERROR, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """The first such character of each text."""
    texts = tuple(context.texts(book))
    missing = context.undisplayable(set(chain.from_iterable(written.text for written in texts)))
    for written in texts:
        found = next((character for character in written.text if character in missing), None)
        if found:
            message = f"no font of the printed sheet has the character {found!r} (U+{ord(found):04X})"
            yield Finding(written.at.within(found), message, "write it with other characters")
