"""A text of a translation has no place in the guide it translates.

Why: structure is written once, in the source; where the structure does not tell a text's place, any place is a guess.
Bad:  a translation with a step that the guide does not have
Good: a translation with the same sections, steps and pictures as the guide
"""

from stepsheet.diagnostics import Location, Rule, Severity, Source
from stepsheet.importing.entry import Entry

RULE = Rule("S412", "not-aligned", Severity.WARNING, since="0.1")
QUOTED = 60  # characters of a text that the message quotes
NAMED = 3  # keys that the message names


def at(source: Source, line: int, words: str, guide: str) -> Entry:
    """A text of the translation that stands alone."""
    short = words if len(words) <= QUOTED else f"{words[: QUOTED - 1]}…"
    help_ = "add the part to the guide and import the translation again, or write the text into the catalog by hand"
    return Entry(
        RULE(Location(source, line, 1, line, 1), f"{short!r} has no place in the guide {guide!r}", help=help_), words
    )


def missing(source: Source, keys: tuple[str, ...], guide: str) -> Entry:
    """The texts of the guide that the translation has nothing for."""
    texts = "1 text" if len(keys) == 1 else f"{len(keys)} texts"
    few = ", ".join(keys[:NAMED]) + (", …" if len(keys) > NAMED else "")
    message = f"nothing here translates {texts} of the guide {guide!r}: {few}"
    return Entry(RULE(Location(source), message, help="translate them in the catalog; `stepsheet check` lists them"))


def page(source: Source) -> Entry:
    """A page of a translation that has no twin in the source language."""
    message = "there is no page of this name in the source language, so that it translates nothing"
    return Entry(RULE(Location(source), message, help="add the page to the source language"), source.text)
