"""A reference to a step, section, field, guide, page or heading that is not there.

Why: the link would lead the reader nowhere.
Bad:  info: See [the list](#step:whitelist.add-adress)
Good: info: See [the list](#step:whitelist.add-address)
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import prose
from stepsheet.model.book import Book
from stepsheet.model.page import PageBook
from stepsheet.model.problem import closest, guide_meant
from stepsheet.model.text import Kind
from stepsheet.rules.context import Context

Broken = tuple[str, str] | None

RULE = Rule("S110", "broken-reference", Severity.ERROR, since="0.1")

_PATH = "write the ids from the section down, with dots between them"
_HELP = {"step": _PATH, "field": _PATH, "section": "write the id of a section"}
_NO_ANCHOR = "end the heading with ` {#anchor}`, and name that anchor"


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each reference without its target."""
    for written in context.markdown(book):
        if written.kind is Kind.PLAIN or "#" not in written.text:
            continue
        for href in prose.links(written.tokens):
            broken = _reference(href, written.locale, book, context) or _anchor(href, written.locale, book)
            if broken:
                yield Finding(written.at.within(href), *broken)


def _reference(href: str, locale: str, book: Book, context: Context) -> Broken:
    """What is wrong with a reference and what to do about it."""
    kind, path = prose.reference(href) or ("", "")
    known = book.places.get(kind)
    if known is None:
        return elsewhere(kind, path, locale, context)
    return None if path in known else (f"no {kind} {path!r}", closest(path, known) or _HELP[kind])


def elsewhere(kind: str, path: str, locale: str, context: Context) -> Broken:
    """The same for a reference to a guide or page, or into one."""
    if kind == "page":
        return _page(*prose.place(path), locale, context)
    return _guide(*prose.place(path), context) if kind == "guide" else None


def _guide(guide: str, path: str | None, context: Context) -> Broken:
    """The same for a reference to another guide, or into it; one that could not be read may hold anything."""
    if guide not in context.content.guide_ids:
        return f"no guide {guide!r}", guide_meant(guide, context.content.guide_ids)
    bundle = context.content.by_id.get(guide)
    known = frozenset[str]().union(*bundle.places.values()) if bundle else frozenset[str]()
    if path is None or bundle is None or path in known:
        return None
    return f"no step, section or field {path!r} in the guide {guide!r}", closest(path, known) or _PATH


def _page(name: str, anchor: str | None, locale: str, context: Context) -> Broken:
    """The same for a reference to a page, or to a heading of it as the locale shows it."""
    known = context.content.page_ids
    if name not in known:
        return f"no page {name!r}", closest(name, known) or "write the name of a file of pages/, without its language"
    page = context.content.shelf.by_id.get(name)
    anchors = {written for written, _ in page.shown(locale).anchors} if page else set()
    if anchor is None or page is None or anchor in anchors:
        return None
    return f"no heading of the page {name!r} has the anchor {anchor!r}", closest(anchor, anchors) or _NO_ANCHOR


def _anchor(href: str, locale: str, book: Book) -> Broken:
    """The same for a link to a heading of the page it stands in."""
    name = prose.anchor(href)
    if name is None or not isinstance(book, PageBook):
        return None
    anchors = {written for written, _ in book.shown(locale).anchors}
    return None if name in anchors else (f"no heading has the anchor {name!r}", closest(name, anchors) or _NO_ANCHOR)
