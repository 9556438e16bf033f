"""The page of the status: each figure is the true one, and each translation that is out of date is named."""

from collections.abc import Iterator, Mapping
from itertools import chain

from selectolax.lexbor import LexborHTMLParser, LexborNode

from stepsheet.audit import standing
from stepsheet.audit.faults import changed_data, stray_text, wrong_language, wrong_list
from stepsheet.audit.flow import Flow
from stepsheet.audit.page_text import page_text
from stepsheet.audit.presence import lack
from stepsheet.audit.scope import Audit
from stepsheet.audit.standing import STATUS, Entry, Standing
from stepsheet.audit.vocabulary import interface_words, strangers
from stepsheet.audit.wording import words
from stepsheet.diagnostics import Diagnostic, Location
from stepsheet.localize.interface import Interface

Told = Mapping[str, tuple[Standing, ...]]


def check(audit: Audit) -> Iterator[Diagnostic]:
    """What is wrong with the pages of all locales; a site of one language has none."""
    for locale, prefix in audit.prefixes.items():
        told = standing.told(audit, locale)
        if told:
            yield from _page(audit, told, locale, f"{prefix}{STATUS}index.html")


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
    here = audit.built.at(f"{audit.prefixes[locale]}{STATUS}index.html")
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
    edit = standing.edit(audit, one, entry)
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
    said = (source.attributes.get("lang") or one.locale) if source else ""
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
    known |= {word for one in chain(*told.values()) for word in words(standing.named(one, locale))}
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
