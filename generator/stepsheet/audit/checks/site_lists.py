"""The lists of guides and pages: the home page, the categories, the contents. Each page once, under its own name."""

from collections.abc import Iterable, Iterator, Mapping

from selectolax.lexbor import LexborNode

from stepsheet.audit import listing
from stepsheet.audit.faults import out_of_order, wrong_list
from stepsheet.audit.listing import CONTENTS, Entry
from stepsheet.audit.page_text import CONTENT
from stepsheet.audit.presence import lack
from stepsheet.audit.scope import Audit
from stepsheet.audit.wording import words
from stepsheet.diagnostics import Diagnostic

_LISTED = ("guides/", "pages/", "/")


def check(audit: Audit) -> Iterator[Diagnostic]:
    """What is wrong with the lists of all locales."""
    for locale, prefix in audit.prefixes.items():
        entries = (*listing.guides(audit, locale), *listing.pages(audit, locale))
        yield from _home(audit, locale, entries)
        for category in listing.categories(audit, locale):
            yield from _category(audit, prefix, category, [one for one in entries if one.category == category.category])
        yield from _contents(audit, locale, entries)


def _home(audit: Audit, locale: str, entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """The first few pages of each group; the rest is where the link below the group leads."""
    prefix = audit.prefixes[locale]
    file = f"{prefix}index.html"
    lacking = lack(audit.built, file, "a page of the site")
    if lacking:
        yield lacking
        return
    leads = [path for path, _, _ in _links(audit, prefix, file)]
    listed = _entries(audit, locale)
    behind = set()
    for entry in entries:
        way = CONTENTS if listed else f"categories/{entry.category}/"
        if way in leads and entry.path not in leads and (not listed or entry.path in listed):
            behind.add(entry.path)
    yield from _list(audit, prefix, file, [entry for entry in entries if entry.path not in behind])


def _category(audit: Audit, prefix: str, category: Entry, entries: list[Entry]) -> Iterator[Diagnostic]:
    file = f"{prefix}{category.path}index.html"
    lacking = lack(audit.built, file, "a page of the site", category.place)
    if lacking:
        yield lacking
        return
    article = audit.built.page(file).css_first(CONTENT)
    said = "".join(words(article.text(separator="") if article else ""))
    for text in (category.title, category.summary):
        if listing.plain(text) not in said:
            yield wrong_list.misnamed(category.place, category.path, text, file)
    yield from _list(audit, prefix, file, entries)


def _contents(audit: Audit, locale: str, entries: list[Entry] | tuple[Entry, ...]) -> Iterator[Diagnostic]:
    listed, prefix = _entries(audit, locale), audit.prefixes[locale]
    if not listed:
        return
    file = f"{prefix}{CONTENTS}index.html"
    lacking = lack(audit.built, file, "a page of the site")
    if lacking:
        yield lacking
        return
    yield from _list(audit, prefix, file, entries)
    found = [path for path, _, _ in _links(audit, prefix, file) if path in listed]
    order = [path for path in listed if path in found]
    for path, wanted in zip(dict.fromkeys(found), order, strict=False):
        if path != wanted:
            place = next(entry.place for entry in entries if entry.path == wanted)
            yield out_of_order.part(place, "entry", wanted, file)
            return


def _entries(audit: Audit, locale: str) -> list[str]:
    """The pages in the navigation, in its order."""
    entries = [entry for entry, _ in audit.published.entries(locale)]
    return [
        f"guides/{entry.guide}/" if entry.guide else f"pages/{entry.page}/"
        for entry in entries
        if entry.guide or entry.page
    ]


def _list(audit: Audit, prefix: str, file: str, entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """The guides and pages that a page lists, by their links that stand in no text."""
    wanted: Mapping[str, Entry] = {entry.path: entry for entry in entries}
    links = [(path, said) for path, said, in_text in _links(audit, prefix, file) if not in_text]
    found = [path for path, _ in links if path.startswith(_LISTED)]
    yield from listing.compare({path: one.place for path, one in wanted.items()}, found, file, audit.built.at(file))
    for path, said in links:
        if path in wanted and said != listing.plain(wanted[path].title):
            yield wrong_list.misnamed(wanted[path].place, path, wanted[path].title, file)


def _links(audit: Audit, prefix: str, file: str) -> Iterator[tuple[str, str, bool]]:
    """Where the links of a page lead from the root of its locale, their words, and whether they stand in a text."""
    for link in audit.built.page(file).css(f"{CONTENT} a[href]"):
        href = link.attributes.get("href") or ""
        path = None if href.startswith("#") else listing.led(file, href, audit.settings.site_url)
        if path is not None:
            yield listing.within(path, prefix), "".join(words(link.text())), _in_text(link)


def _in_text(link: LexborNode) -> bool:
    around: LexborNode | None = link.parent
    while around is not None and around.tag != CONTENT:
        if around.tag in {"p", "nav"}:
            return True
        around = around.parent
    return False
