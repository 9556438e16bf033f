"""A translation is the same as its source.

Why: it was copied and never translated, or there is nothing to translate; only a person can tell. An example may be the
same, and so may code, numbers, and what the glossary says is kept.
Bad:  {en: "Whitelist", de: "Whitelist"}
Good: {en: "Whitelist", de: "Liste erlaubter Adressen"}
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.book import Book
from stepsheet.model.wording import spoken
from stepsheet.rules.context import Context, Translated

RULE = Rule("S212", "same-as-source", Severity.HINT, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each translation that repeats words of its source."""
    for one in context.translated(book):
        is_example = one.message.key.endswith(".example")
        if one.source.strip() == one.text.strip() and not is_example and _has_words(one, context):
            message = f"the {one.locale!r} text of {one.message.key!r} is the same as its source"
            yield Finding(one.at, message, "translate it, or name what is kept in glossary.yml: `keep: true`")


def _has_words(one: Translated, context: Context) -> bool:
    """Whether anything is left to translate when the terms that are kept are taken out."""
    said = spoken(one.source, one.message.kind)
    for term in context.content.terms:
        said = term.pattern.sub(" ", said) if term.keep else said
    return any(character.isalpha() for character in said)
