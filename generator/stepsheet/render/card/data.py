"""What stands on a card."""

from dataclasses import dataclass

from stepsheet.localize.document import Document
from stepsheet.render.html import plain
from stepsheet.render.sheet import size
from stepsheet.render.site import Site

PATH = "card.png"  # in the folder of the page
_TITLE, _SUMMARY, _NAME = 110, 150, 50


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a card, no longer than it has room for; `locale` is the language of the page."""

    locale: str
    direction: str
    site: str
    title: str
    summary: str
    facts: tuple[str, ...] = ()


def of_guide(document: Document, site: Site) -> Card:
    """The card of a guide's page."""
    interface = site.interface
    steps = sum(1 for _ in document.steps())
    facts = [interface.ngettext("%(num)s step", "%(num)s steps", steps)]
    facts += [interface.duration(document.time)] if document.time else []
    return Card(
        site.locale,
        interface.direction,
        _cut(site.name, _NAME),
        _cut(plain(document.title), _TITLE),
        _cut(plain(document.summary), _SUMMARY),
        tuple(facts),
    )


def of_site(site: Site) -> Card:
    """The card of the home page and of all pages that have none of their own."""
    count = site.interface.ngettext("%(num)s guide", "%(num)s guides", len(site.documents))
    facts = (count,) if len(site.documents) > 1 else ()
    return Card(
        site.locale, site.interface.direction, "", _cut(site.name, _TITLE), _cut(site.description, _SUMMARY), facts
    )


def _cut(text: str, room: int) -> str:
    """A text cut after a word, or anywhere in a script without spaces, to so many letters."""
    if size.width(text) <= room:
        return text
    end = next(end for end in range(1, len(text) + 1) if size.width(text[:end]) > room)
    return f"{text[: end - 1].rsplit(' ', 1)[0].rstrip(',.;:')}…"
