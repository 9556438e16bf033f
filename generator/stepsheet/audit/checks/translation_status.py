"""The status of the translations: page, data and badge tell the true figures, and all that is out of date."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any
from xml.parsers import expat

from selectolax.lexbor import LexborHTMLParser, LexborNode

from stepsheet.audit import standing
from stepsheet.audit.faults import changed_data, damaged_file, stray_text, wrong_language, wrong_list
from stepsheet.audit.flow import Flow
from stepsheet.audit.page_text import page_text
from stepsheet.audit.presence import lack
from stepsheet.audit.scope import Audit
from stepsheet.audit.standing import Entry, Standing
from stepsheet.audit.vocabulary import interface_words, strangers
from stepsheet.audit.wording import words
from stepsheet.diagnostics import Diagnostic, Location
from stepsheet.localize.interface import Interface

FOLDER = "translations/"
Told = Mapping[str, tuple[Standing, ...]]


def check(audit: Audit) -> Iterator[Diagnostic]:
    """What is wrong with the status in all locales; a site of one language has none."""
    for locale, prefix in audit.prefixes.items():
        told = standing.told(audit, locale)
        if told:
            yield from _data(audit, told, locale, f"{prefix}translations.json")
            yield from _page(audit, told, locale, f"{prefix}{FOLDER}index.html")
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
        "url": f"{url}{audit.prefixes[locale]}{FOLDER}" if url else None,
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
        "edit_url": _edit(audit, one),
        "outdated": [
            {
                "key": entry.key,
                "line": entry.at.line,
                "was": entry.was,
                "source": entry.source,
                "translation": entry.translation,
                "edit_url": _edit(audit, one, entry),
            }
            for entry in one.outdated
        ],
    }


def _edit(audit: Audit, one: Standing, entry: Entry | None = None) -> str | None:
    if audit.settings.edit_url is None or not one.is_there:
        return None
    return f"{audit.settings.edit_url}{one.file}{f'#L{entry.at.line}' if entry else ''}"


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


def _page(audit: Audit, told: Told, locale: str, file: str) -> Iterator[Diagnostic]:
    lacking = lack(audit.built, file, "a page of the site")
    if lacking:
        yield lacking
        return
    page, interface = audit.built.page(file), Interface(locale)
    yield from _rows(audit, page, _figures(audit, told, locale), interface, file)
    if locale != audit.source_locale:
        yield from _outdated(audit, page, told[locale], file)
    yield from _strays(audit, page, told, locale, file)


def _figures(audit: Audit, told: Told, locale: str) -> dict[str, tuple[Location, str, dict[str, int]]]:
    """What each row must say, by what it is of: where that is, its name, its figures."""
    here = audit.built.at(f"{audit.prefixes[locale]}{FOLDER}index.html")
    if locale == audit.source_locale:
        return {one: (here, Interface(one).name, standing.whole(books)) for one, books in told.items()}
    books = told[locale]
    rows = {one.book: (one.place, standing.named(one, locale), one.counts) for one in books}
    return {**rows, "all": (here, Interface(locale).gettext("In all"), standing.whole(books))}


def _rows(
    audit: Audit,
    page: LexborHTMLParser,
    wanted: Mapping[str, tuple[Location, str, dict[str, int]]],
    interface: Interface,
    file: str,
) -> Iterator[Diagnostic]:
    """The table, row by row and cell by cell."""
    found = _by(page, "data-ss-book") + _by(page, "data-ss-locale")
    rows = dict(found)
    for name, (place, title, counts) in wanted.items():
        if name not in rows:
            yield wrong_list.missing(place, name, file)
            continue
        if [one for one, _ in found].count(name) > 1:
            yield wrong_list.twice(place, name, file)
        head = rows[name].css_first("th")
        if "".join(words(title)) not in "".join(words(head.text() if head else "")):
            yield wrong_list.misnamed(place, name, title, file)
        for of, value in counts.items():
            said = interface.percent(value) if of == "percent" else interface.number(value)
            shown = [node.text() for node in rows[name].css(f'[data-ss-of="{of}"] > span:not([aria-hidden])')]
            if shown != [said]:
                yield changed_data.value(place, f"{of!r} of {name}", " ".join(shown), said, file)
    for name in rows:
        if name not in wanted:
            yield wrong_list.stray(audit.built.at(file), name, file)


def _outdated(audit: Audit, page: LexborHTMLParser, books: tuple[Standing, ...], file: str) -> Iterator[Diagnostic]:
    """Each translation that is out of date: once, with both versions of its source, and the way to mend it."""
    found = _by(page, "data-ss-outdated")
    nodes = dict(found)
    wanted = {f"{one.book}:{entry.key}": (one, entry) for one in books for entry in one.outdated}
    for name, (one, entry) in wanted.items():
        if name not in nodes:
            yield wrong_list.missing(entry.at, name, file)
            continue
        if [key for key, _ in found].count(name) > 1:
            yield wrong_list.twice(entry.at, name, file)
        yield from _entry(audit, nodes[name], one, entry, file)
    for name in nodes:
        if name not in wanted:
            yield wrong_list.stray(audit.built.at(file), name, file)


def _entry(audit: Audit, node: LexborNode, one: Standing, entry: Entry, file: str) -> Iterator[Diagnostic]:
    leads = [link.attributes.get("href") for link in node.css("a")]
    edit = _edit(audit, one, entry)
    if leads != ([edit] if edit else []):
        yield changed_data.value(entry.at, f"the link to {entry.key!r}", leads, edit, file)
    if entry.source is None:
        return
    source = node.css_first(".ss-status__source")
    spans = [(child.tag, child.text()) for child in source.iter()] if source else []
    translation = node.css_first(".ss-status__translation")
    versions = {
        "the former source": (entry.was, "".join(text for tag, text in spans if tag != "ins")),
        "the source": (entry.source, "".join(text for tag, text in spans if tag != "del")),
        "the translation": (entry.translation, translation.text() if translation else ""),
    }
    for name, (text, said) in versions.items():
        if _lines(text or "") != _lines(said):
            yield changed_data.value(entry.at, f"{name} of {entry.key!r}", said, text, file)
    said = (source.attributes.get("lang") or "") if source else ""
    if source and said.lower() != audit.source_locale.lower():
        yield wrong_language.said(entry.at, "source", entry.source, file, (audit.source_locale, said))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _strays(audit: Audit, page: LexborHTMLParser, told: Told, locale: str, file: str) -> Iterator[Diagnostic]:
    """Words that are neither of the interface, nor names, nor of the texts that have changed."""
    entries = [(one, entry) for one in chain(*told.values()) for entry in one.outdated]
    texts = [text for _, entry in entries for text in (entry.key, entry.was, entry.source, entry.translation) if text]
    known = {word for text in (*texts, "SVG") for word in words(text)}
    known |= {word for one in audit.prefixes for word in words(Interface(one).name)}
    flow = page_text(page, frozenset(), locale).flows.get("", Flow())
    left = [word for word, _ in flow.over(0, len(flow.text))]
    strange = strangers(left, interface_words(locale), audit.names(locale), frozenset(known), _cut(texts))
    if strange:
        yield stray_text.at(audit.built.at(file), " ".join(strange), file)


def _cut(texts: list[str]) -> frozenset[str]:
    """The pieces of words that stand apart where only a part of a word has changed."""
    return frozenset(word for text in texts for word in words(" ".join(text.replace("_", " _ ").split())))


def _by(page: LexborHTMLParser, attribute: str) -> list[tuple[str, LexborNode]]:
    return [(node.attributes.get(attribute) or "", node) for node in page.css(f"article [{attribute}]")]


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
