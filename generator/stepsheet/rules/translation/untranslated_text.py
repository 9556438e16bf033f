"""A translation repeats the source text, in letters that its language is not written in.

Why: whoever copied the text to translate it later leaves a page that looks translated and is not.
What a screen shows may be the same in every language: labels of fields, examples and the words of pictures are not
looked at.
Bad:  {ru: Войдите в аккаунт., en: Войдите в аккаунт.}
Good: {ru: Войдите в аккаунт., en: Sign in.}
"""

import unicodedata
from collections.abc import Iterator

from babel.core import get_global

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.book import Book
from stepsheet.model.catalog import Standing
from stepsheet.model.page import PageBook
from stepsheet.rules.context import Context

RULE = Rule("S206", "untranslated-text", Severity.WARNING, since="0.1")

# The first words of the letters' names in Unicode, by script (ISO 15924); a script that is not here is not judged.
_LETTERS = {
    "Latn": ("LATIN", "FEMININE", "MASCULINE", "MODIFIER"),
    "Cyrl": ("CYRILLIC",),
    "Grek": ("GREEK",),
    "Arab": ("ARABIC",),
    "Hebr": ("HEBREW",),
    "Deva": ("DEVANAGARI",),
    "Thai": ("THAI",),
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "IDEOGRAPHIC"),
    "Hans": ("CJK",),
    "Hant": ("CJK",),
    "Kore": ("HANGUL", "CJK"),
}
_OF_THE_SCREEN = (".label", ".example")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each text that is the same in a locale whose script cannot be its own."""
    if isinstance(book, PageBook):
        return
    for catalog in context.catalogs(book):
        letters = _LETTERS.get(script(catalog.locale), ())
        for message in book.messages if letters else ():
            standing, text = catalog.standing(message.key, message.text, context.source_locale)
            if standing is Standing.MISSING or _is_of_the_screen(message.key):
                continue
            copied = {message.text.strip(), (catalog.entries[message.key].text(context.source_locale) or "").strip()}
            if text.strip() in copied and any(_is_foreign(letter, letters) for letter in text):
                at = catalog.entries[message.key].place(catalog.locale)
                yield Finding(
                    at,
                    f"{message.key!r} is not translated into {catalog.locale!r}: it repeats the source text",
                    "translate it, or empty it until somebody does",
                )


def is_plainly_copied(key: str, text: str, locale: str) -> bool:
    """Whether a copy of the source text is told here: by its letters it cannot be in the language of the locale."""
    letters = _LETTERS.get(script(locale), ())
    return bool(letters) and not _is_of_the_screen(key) and any(_is_foreign(letter, letters) for letter in text)


def is_own(letter: str, locale: str) -> bool:
    """Whether a character is a letter of a language's script; any letter is where the script is not known."""
    letters = _LETTERS.get(script(locale), ())
    return letter.isalpha() and (not letters or unicodedata.name(letter, "").partition(" ")[0] in letters)


def _is_of_the_screen(key: str) -> bool:
    return key.endswith(_OF_THE_SCREEN) or key.startswith("images/")


def script(locale: str) -> str:
    """The script that a language is most likely written in (Unicode CLDR, likely subtags), empty when not known."""
    known = get_global("likely_subtags")
    tag = locale.replace("-", "_")
    likely = str(known.get(tag) or known.get(tag.partition("_")[0]) or "").split("_")
    written = next((part for part in tag.split("_")[1:] if part.title() in _LETTERS), "")
    return written.title() or (likely[1] if len(likely) > 1 else "")


def _is_foreign(letter: str, letters: tuple[str, ...]) -> bool:
    """Whether it is a letter of another script; those of Latin stand in texts of every language, as names do."""
    if not letter.isalpha():
        return False
    first = unicodedata.name(letter, "").partition(" ")[0]
    return bool(first) and first not in {*letters, *_LETTERS["Latn"]} and first in _KNOWN


_KNOWN = frozenset(name for names in _LETTERS.values() for name in names)
