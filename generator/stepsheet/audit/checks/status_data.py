"""The status of the translations as data and as a badge: every figure and every text is the true one."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any
from xml.parsers import expat

from stepsheet.audit import standing
from stepsheet.audit.faults import changed_data, damaged_file
from stepsheet.audit.presence import lack
from stepsheet.audit.scope import Audit
from stepsheet.audit.standing import STATUS, Standing
from stepsheet.diagnostics import Diagnostic
from stepsheet.localize.interface import Interface

Told = Mapping[str, tuple[Standing, ...]]


def check(audit: Audit) -> Iterator[Diagnostic]:
    """What is wrong with the data and the badges of all locales; a site of one language has none."""
    for locale, prefix in audit.prefixes.items():
        told = standing.told(audit, locale)
        if told:
            yield from _data(audit, told, locale, f"{prefix}translations.json")
        if told and locale != audit.source_locale:
            yield from _badge(audit, told[locale], locale, f"{prefix}translations.svg")


def _data(audit: Audit, told: Told, locale: str, file: str) -> Iterator[Diagnostic]:
    here = audit.built.at(file)
    lacking = lack(audit.built, file, "how far the translations are")
    if lacking:
        yield lacking
        return
    found = audit.built.json(file)
    if not isinstance(found, dict):
        yield damaged_file.at(here, file, "JSON")
        return
    places = {one.book: one.place for one in chain(*told.values())}
    for name, said, wanted in _differences(_wanted(audit, told, locale), found, ""):
        place = next((at for book, at in places.items() if f"[{book}]" in name), here)
        yield changed_data.value(place, name, said, wanted, file)


def _wanted(audit: Audit, told: Told, locale: str) -> dict[str, Any]:
    """The whole of the data."""
    url = audit.settings.site_url
    return {
        "format": "stepsheet-translations/1",
        "url": f"{url}{audit.prefixes[locale]}{STATUS}" if url else None,
        "source_locale": audit.source_locale,
        "locales": [
            {
                "locale": one,
                "name": Interface(one).name,
                **standing.whole(standings),
                "books": [_book(audit, book) for book in standings],
            }
            for one, standings in told.items()
        ],
    }


def _book(audit: Audit, one: Standing) -> dict[str, Any]:
    return {
        "book": one.book,
        "title": one.title,
        "presence": one.presence,
        **one.counts,
        "file": one.file,
        "edit_url": standing.edit(audit, one),
        "outdated": [
            {
                "key": entry.key,
                "line": entry.at.line,
                "was": entry.was,
                "source": entry.source,
                "translation": entry.translation,
                "edit_url": standing.edit(audit, one, entry),
            }
            for entry in one.outdated
        ],
    }


def _differences(wanted: Any, found: Any, name: str) -> Iterator[tuple[str, Any, Any]]:
    """The values that differ, each with what leads to it."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        for key in {**wanted, **found}:
            yield from _differences(wanted.get(key), found.get(key), f"{name}.{key}".lstrip("."))
    elif isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        for one, other in zip(wanted, found, strict=True):
            names = (one[key] for key in ("book", "key", "locale") if key in one)
            yield from _differences(one, other, f"{name}[{next(names)}]")
    elif wanted != found or type(wanted) is not type(found):
        short = isinstance(wanted, list) and isinstance(found, list)
        yield (name, len(found), len(wanted)) if short else (name, found, wanted)


def _badge(audit: Audit, books: tuple[Standing, ...], locale: str, file: str) -> Iterator[Diagnostic]:
    """The drawing with the share of the whole."""
    lacking = lack(audit.built, file, "the badge of a translation")
    if lacking:
        yield lacking
        return
    interface, here = Interface(locale), audit.built.at(file)
    said: list[str] = []
    parser = expat.ParserCreate()
    parser.CharacterDataHandler = said.append
    try:
        parser.Parse(audit.built.read(file) or b"", True)
    except expat.ExpatError:
        yield damaged_file.at(here, file, "SVG")
        return
    share = interface.percent(standing.whole(books)["percent"])
    told = interface.gettext("%(language)s: %(share)s translated", {"language": interface.name, "share": share})
    texts = [text.strip() for text in "".join(said).split("\n") if text.strip()]
    if texts != [told, interface.name, share]:
        yield changed_data.value(here, "the badge", " ".join(texts), f"{told} {interface.name} {share}", file)
