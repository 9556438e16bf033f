"""A translation is the same as its source, in letters that its language is written in.

Why: it was copied and never translated, or there is nothing to translate; only a person can tell. An example may be the
same, and so may code, numbers, what the glossary keeps, and names in letters that the source is not written in.
Bad:  {en: "Whitelist", de: "Whitelist"}
Good: {en: "Whitelist", de: "Liste erlaubter Adressen"}
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.book import Book
from stepsheet.model.wording import spoken
from stepsheet.rules.context import Context, Translated
from stepsheet.rules.translation.untranslated_text import is_own, is_plainly_copied

RULE = Rule("S212", "same-as-source", Severity.HINT, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each translation that repeats words of its source."""
    for one in context.translated(book):
        if one.source.strip() == one.text.strip() and _is_doubtful(one) and _has_words(one, context):
            message = f"the {one.locale!r} text of {one.message.key!r} is the same as its source"
            yield Finding(one.at, message, "translate it, or name what is kept in glossary.yml: `keep: true`")


def _is_doubtful(one: Translated) -> bool:
    """Whether it may be a translation: an example is the same in many languages, and other letters are told apart."""
    is_example = one.message.key.endswith(".example")
    return not is_example and not is_plainly_copied(one.message.key, one.text, one.locale)


def _has_words(one: Translated, context: Context) -> bool:
    """Whether anything is left to translate when the terms that are kept are taken out."""
    said = spoken(one.source, one.message.kind)
    for term in context.content.terms:
        said = term.pattern.sub(" ", said) if term.keep else said
    return any(is_own(character, context.source_locale) for character in said)
