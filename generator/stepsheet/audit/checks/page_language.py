"""The head of every page: language, direction, title and description."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from stepsheet.audit.expected import Page, pages
from stepsheet.audit.faults import wrong_head
from stepsheet.audit.scope import Audit
from stepsheet.audit.wording import words
from stepsheet.diagnostics import Diagnostic, Location
from stepsheet.localize.interface import Interface

SHARED = True


def check(audit: Audit) -> Iterator[Diagnostic]:
    """What the heads say wrong, or leave out."""
    known = {page.path: page for page in pages(audit)}
    for path in audit.mine(audit.built.html):
        if not audit.built.read(path):
            continue  # the matter of another check
        page, own = audit.built.page(path), known.get(path)
        place = own.place if own else audit.built.at(path)
        locale = own.locale if own else _locale(audit, path)
        if locale:
            yield from _language(page, path, place, locale)
        yield from _title(page, path, place, own)
        yield from _description(page, path, place, own)


def _locale(audit: Audit, path: str) -> str | None:
    """The language of a page that is no page of the content; None when its locale was not built."""
    fitting = [(prefix, locale) for locale, prefix in audit.settings.prefixes.items() if path.startswith(prefix)]
    locale = max(fitting, key=lambda one: len(one[0]))[1]
    return locale if locale in audit.prefixes else None


def _language(page: LexborHTMLParser, path: str, place: Location, locale: str) -> Iterator[Diagnostic]:
    root, body = page.css_first("html"), page.css_first("body")
    said = (root.attributes.get("lang") or "") if root else ""
    if not said:
        yield wrong_head.lacks(place, path, "`lang`")
    elif said.lower() != locale.lower():
        yield wrong_head.says(place, path, "`lang`", said, repr(locale))
    directions = [node.attributes.get("dir") for node in (root, body) if node and node.attributes.get("dir")]
    wanted = Interface(locale).direction
    if not directions:
        yield wrong_head.lacks(place, path, "`dir`")
    elif found := next((one for one in directions if one != wanted), None):
        yield wrong_head.says(place, path, "`dir`", found, repr(wanted))


def _title(page: LexborHTMLParser, path: str, place: Location, own: Page | None) -> Iterator[Diagnostic]:
    titles = page.css("head title")
    if len(titles) > 1:
        yield wrong_head.twice(place, path, "<title>", len(titles))
    said = titles[0].text().strip() if titles else ""
    if not said:
        yield wrong_head.lacks(place, path, "title")
    elif own and own.title is not None and not "".join(words(said)).startswith(own.title):
        yield wrong_head.says(place, path, "title", said, "that of the content")


def _description(page: LexborHTMLParser, path: str, place: Location, own: Page | None) -> Iterator[Diagnostic]:
    found = page.css('head meta[name="description"]')
    if len(found) > 1:
        yield wrong_head.twice(place, path, "a description", len(found))
    said = (found[0].attributes.get("content") or "").strip() if found else ""
    if own and own.summary and not said:
        yield wrong_head.lacks(place, path, "description")
    elif own and own.summary and "".join(words(said)) != own.summary:
        yield wrong_head.says(place, path, "description", said, "that of the content")
