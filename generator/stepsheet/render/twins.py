"""The same page in the other locales of the site: where the language switch leads, and what search engines are told.

Where a locale leaves a page out, the switch leads to the source's page, and there to a notice in the reader's language.
The notice is shown by its address alone (`:target`), so that it needs no script.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from stepsheet.localize.interface import Interface
from stepsheet.localize.presence import Presence
from stepsheet.render.site import Site

DEFAULT = "x-default"


@dataclass(frozen=True, slots=True)
class Absence:
    """A locale that does not have the page, as the source's page says it to the readers of that locale."""

    interface: Interface
    anchor: str
    source: str

    @property
    def words(self) -> dict[str, str]:
        """The name of the reader's language and that of the source, both in the reader's."""
        own, source = (self.interface.language(locale) for locale in (self.interface.locale, self.source))
        return {"language": own, "source": source}


def switch(site: Site, folder: str) -> Iterator[dict[str, str]]:
    """Every locale by its own name and where its readers go; `speaks` is the language of what they find there."""
    home = "../" * (site.prefix + folder).count("/")
    for locale, prefix in site.prefixes.items():
        there, speaks, tail = prefix, locale, ""
        if site.presences(folder, locale) is Presence.LEFT_OUT:
            there, speaks, tail = site.prefixes[site.default_locale], site.default_locale, f"#{anchor(locale)}"
        href = home + there + folder or "./"
        yield {"locale": locale, "name": Interface(locale).name, "href": href + tail, "speaks": speaks}


def hreflang(site: Site, folder: str) -> Iterator[dict[str, str]]:
    """The locales in which the page is really translated, and where everybody else goes."""
    home = "../" * (site.prefix + folder).count("/")
    translated = [one for one in site.prefixes if site.presences(folder, one) is Presence.TRANSLATED]
    for locale, place in (*((one, one) for one in translated), (DEFAULT, site.default_locale)):
        way = f"{site.prefixes[place]}{folder}"
        yield {"locale": locale, "href": f"{site.url}{way}" if site.url else home + way or "./"}


def absences(site: Site, folder: str) -> tuple[Absence, ...]:
    """The locales that do not have a page; only the source's page says so."""
    if site.locale != site.default_locale:
        return ()
    absent = (one for one in site.prefixes if site.presences(folder, one) is Presence.LEFT_OUT)
    return tuple(Absence(Interface(one), anchor(one), site.locale) for one in absent)


def anchor(locale: str) -> str:
    """The name of a notice, which no part of a guide can have."""
    return f"ss:not-in-{locale}"
