"""The words that may stand around a guide's texts in a locale: those of the interface, names, numbers and dates."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Protocol

from babel import Locale

from stepsheet.audit.claims import Claim
from stepsheet.audit.wording import words
from stepsheet.localize.interface import Interface
from stepsheet.model.body import BodyItem
from stepsheet.model.book import Book

_NUMBER = re.compile(r"\d+|[0-9a-f]{8}")  # numbers in any script, revisions
_FORMATS = frozenset({"A4", "Letter", "PDF", "Markdown", "JSON", "CSV", "XLSX"})
# What Markdown says behind a text that is no up-to-date translation, by its state.
NOTES = {"missing": "not translated", "stale": "translation out of date"}
_MINUTES = (1, 60, 1440)  # in a minute, an hour and a day: each has its plural forms


@cache
def interface_words(locale: str) -> frozenset[str]:
    """Every word of the interface in a locale, with those of dates and durations."""
    interface = Interface(locale)
    babel = Locale.parse(locale, sep="-")
    texts = [*interface.strings(), interface.name]
    for form in babel.months["format"].values():
        texts += form.values()
    for number in range(1, 61):
        texts += [interface.duration(timedelta(minutes=number * unit)) for unit in _MINUTES]
        # A language may join what follows to its "and".
        texts.append(interface.duration(timedelta(days=1, hours=number % 24, minutes=number % 60)))
        texts.append(interface.duration(timedelta(days=1, minutes=number % 60)))
    texts.append(interface.date(date(2026, 11, 22)))
    return _FORMATS.union(word for text in texts for word in words(re.sub(r"%\(\w+\)s|\{\d\}", " ", str(text))))


class Claimed(Protocol):
    """All that is claimed of a guide or a page in one locale."""

    @property
    def bundle(self) -> Book:
        """What the author wrote."""

    @property
    def locale(self) -> str:
        """The language of the readers."""

    @property
    def source_locale(self) -> str:
        """The language of the author."""

    @property
    def texts(self) -> Sequence[Claim]:
        """Every text, in reading order."""


def names(claims: Claimed) -> frozenset[str]:
    """The words by which a page speaks of its parts: titles, questions, answers, languages, tags."""
    interface = Interface(claims.locale)
    said = (claim.text for claim in claims.texts if claim.name in {"title", "ask", "label"})
    programming = (item.code.language for item in claims.bundle.parts if isinstance(item, BodyItem) and item.code)
    languages = (interface.language(locale) for locale in (claims.source_locale, claims.locale))
    return frozenset(
        word
        for text in (*said, *languages, *programming, *getattr(claims.bundle.root, "tags", ()))
        for word in words(text)
    )


def strangers(found: Iterable[str], *known: frozenset[str]) -> list[str]:
    """The words that are in none of some vocabularies, numbers left out."""
    return [word for word in found if not _NUMBER.fullmatch(word) and not any(word in one for one in known)]
