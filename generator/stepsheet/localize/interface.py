"""The words around a guide in the reader's language: gettext catalogs, and dates and numbers by CLDR.

A locale is one file, `interface/<locale>.po`; English is the source language of the interface and has a file of its own
for its plural forms. A string that a catalog lacks is an error of ours, not an English word on a Russian page.
"""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, reduce
from importlib import resources
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from babel.support import Translations
from babel.units import format_unit

from stepsheet.errors import InternalError, UserError
from stepsheet.localize.marks import Marks, marks

_FOLDER = resources.files("stepsheet.localize") / "interface"


def available() -> tuple[str, ...]:
    """The locales that have an interface catalog, sorted."""
    return tuple(sorted(entry.name.removesuffix(".po") for entry in _FOLDER.iterdir() if entry.name.endswith(".po")))


class _Catalog(Translations):
    """Translations that refuse to answer with the source text in silence."""

    locale_id = ""

    def gettext(self, message: str) -> str:
        translated: str = super().gettext(message)
        if (message, self.plural(1)) not in self._catalog and message not in self._catalog:
            raise InternalError(f"the interface catalog {self.locale_id}.po has no {message!r}")
        return translated

    def strings(self) -> tuple[str, ...]:
        """Every translation in the catalog."""
        return tuple(text for key, text in self._catalog.items() if key)

    def ngettext(self, msgid1: str, msgid2: str, num: int) -> str:
        if (msgid1, self.plural(num)) not in self._catalog:
            raise InternalError(f"the interface catalog {self.locale_id}.po has no plural of {msgid1!r}")
        translated: str = super().ngettext(msgid1, msgid2, num)
        return translated


def require(locales: Iterable[str]) -> None:
    """Raises UserError for the first locale that has no interface catalog."""
    for locale in locales:
        if locale not in available():
            raise UserError(
                f"no interface catalog for locale {locale!r}; there are: {', '.join(available())}",
                help=f"take {locale!r} out of `locales`, or add {locale}.po to stepsheet/localize/interface/",
            )


@cache
def _catalog(locale: str) -> _Catalog:
    require([locale])
    po = read_po(io.BytesIO((_FOLDER / f"{locale}.po").read_bytes()), locale=Locale.parse(locale, sep="-"))
    buffer = io.BytesIO()
    write_mo(buffer, po)
    buffer.seek(0)
    catalog = _Catalog(buffer)
    catalog.locale_id = locale
    return catalog


@cache
def _marks(locale: str) -> Marks:
    return marks(Interface(locale).gettext)


@dataclass(frozen=True, slots=True)
class Interface:
    """Everything a template needs to speak one language.

    >>> Interface("en").duration(timedelta(minutes=10))
    '10 minutes'
    """

    locale: str

    @property
    def _babel(self) -> Locale:
        return Locale.parse(self.locale, sep="-")

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, as HTML's `dir` wants it."""
        return self._babel.text_direction

    @property
    def name(self) -> str:
        """The language's name for itself, capitalized as a menu entry: `Русский`."""
        name = self.language(self.locale)
        return name[:1].upper() + name[1:]

    def language(self, locale: str) -> str:
        """The name of another language in this one: `английский`."""
        other = Locale.parse(locale, sep="-")
        name = self._babel.languages.get(str(other)) or other.get_display_name(self._babel)
        return name or locale

    def strings(self) -> tuple[str, ...]:
        """Every interface string of the locale, each plural form on its own, placeholders in them."""
        return _catalog(self.locale).strings()

    def gettext(self, message: str, values: Mapping[str, object] | None = None) -> str:
        """The interface string for an English message, `%(name)s` filled from `values`."""
        text = _catalog(self.locale).gettext(message)
        return text % values if values is not None else text

    def ngettext(self, one: str, many: str, number: int, values: Mapping[str, object] | None = None) -> str:
        """The plural form for `number`; `%(num)s` is the number by the locale's rules."""
        text = _catalog(self.locale).ngettext(one, many, number)
        return text % {"num": self.number(number), **(values or {})}

    @property
    def marks(self) -> Marks:
        """What stands between texts: separators, colons, brackets."""
        return _marks(self.locale)

    def date(self, day: date) -> str:
        """A date in full: `22 ноября 2026 г.`."""
        return format_date(day, format="long", locale=self._babel)

    @property
    def date_parts(self) -> tuple[str, ...]:
        """`day`, `month` and `year` in the order in which the locale writes a date in figures (CLDR, short form)."""
        pattern = str(self._babel.date_formats["short"].pattern)
        return tuple(sorted(("day", "month", "year"), key=lambda part: pattern.lower().find(part[0])))

    def number(self, number: float) -> str:
        """A number with the locale's separators."""
        return format_decimal(number, locale=self._babel)

    def percent(self, number: int) -> str:
        """A whole percentage: `93 %` or `93%`."""
        return format_percent(number / 100, locale=self._babel)

    def duration(self, time: timedelta) -> str:
        """A duration in days, hours and minutes, rounded to the minute: `1 час 30 минут`."""
        minutes = round(time.total_seconds() / 60)
        parts = (
            ("duration-day", minutes // 1440),
            ("duration-hour", minutes // 60 % 24),
            ("duration-minute", minutes % 60),
        )
        words = [self._unit(count, unit) for unit, count in parts if count]
        return reduce(self._longer, words) if words else self._unit(minutes, "duration-minute")

    def _longer(self, longer: str, shorter: str) -> str:
        return self.gettext("%(longer)s %(shorter)s", {"longer": longer, "shorter": shorter})

    def _unit(self, count: int, unit: str) -> str:
        """A number of units: CLDR leaves out the long form where it is the short one, and Babel does not look there."""
        long = format_unit(count, unit, locale=self._babel)
        return format_unit(count, unit, length="short", locale=self._babel) if unit in long else long

    def join(self, words: list[str], style: Literal["standard", "or"] = "standard") -> str:
        """Words as a list in a sentence: `чтение и торговля` (CLDR list patterns; style `or` for alternatives)."""
        return format_list(words, style=style, locale=self._babel)
