"""A link that leads nowhere a reader may be sent.

Why: a link of a guide is a web or mail address, or a reference that is checked; anything else breaks or runs code. The
title of a source that has an address is a link itself, and a link cannot stand in a link.
Bad:  info: See [the menu](javascript:open())
Good: info: See [the menu](#step:account.open-menu)
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import prose
from stepsheet.model.book import Book
from stepsheet.model.content import Content
from stepsheet.model.element import Element
from stepsheet.model.guide import Origin
from stepsheet.model.navigation import NavigationEntry
from stepsheet.model.page import PageBook
from stepsheet.model.text import Kind
from stepsheet.rules.context import Context

RULE = Rule("S113", "forbidden-link", Severity.ERROR, since="0.1")

SCHEMES = ("http", "https", "mailto")
MAX_LINK = 2000  # characters; readers of PDF files refuse longer ones (ISO 32000-1, annex C, speaks of 8191 bytes)
_PAGES = {"guide.yml", "index.html", "index.md"}  # what the page of a folder is called
_HELP = "link to http:, https: or mailto:, or refer to #step:…, #section:…, #field:…, #guide:… or #page:…"
_IN_A_PAGE = "link to http:, https: or mailto:, or refer to #guide:…, #page:… or an #anchor of this page"


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each link of another kind, and a source that is none."""
    is_page = isinstance(book, PageBook)
    for written in context.markdown(book):
        for href in prose.links(written.tokens):
            if not allowed(href) and not (is_page and prose.anchor(href)):
                meant = _web(href) or _anchor(href, book) or _named(href, context.content)
                help_ = meant or (_IN_A_PAGE if is_page else _HELP)
                yield Finding(written.at.within(href), f"the link {href!r} is not allowed", help_)
    for part in book.parts:
        if isinstance(part, Origin):
            yield from _nested(part)
        key, url = _address(part)
        if url and (prose.reference(url) or not allowed(url)):
            help_ = _web(url) or f"write the address with https:// in front, or leave `{key}` out"
            yield Finding(part.at(key), f"the link {url!r} is not allowed", help_)


def _nested(source: Origin) -> Iterator[Finding]:
    """The links in the title of a source that has an address of its own."""
    if source.url:
        for href in prose.links(prose.tokens(source.title, Kind.LINE)):
            message = f"the link {href!r} stands in the title of the source, which is a link itself"
            yield Finding(source.at("title").within(href), message, "leave one of the two out")


def _address(part: Element) -> tuple[str, str | None]:
    """The key under which an element has an address of its own, and the address."""
    match part:
        case Origin(url=url):
            return "url", url
        case NavigationEntry(link=link):
            return "link", link
        case _:
            return "", None


def _web(href: str) -> str:
    """The address that lacks nothing but its scheme."""
    return f"write 'https://{href}'" if re.match(r"www\.[^\s/]+\.", href, re.IGNORECASE) else ""


def _anchor(href: str, book: Book) -> str:
    """The reference to the part whose id path the link names without saying what it is, or with a wrong word."""
    path = href.rpartition(":")[2].removeprefix("#")
    kinds = ("step", "section", "field") if href.startswith("#") else ()
    found = next((kind for kind in kinds if path in book.places[kind]), "")
    return f"did you mean '#{found}:{path}'?" if found else ""


def _named(href: str, content: Content) -> str:
    """The reference to the guide or page whose file or address the link names by its path."""
    if re.match(r"[\w+.-]+:|//", href):
        return ""
    steps = PurePosixPath(unquote(re.split("[?#]", href)[0])).parts
    names = [step.removesuffix(".md").removesuffix(".html") for step in steps if step not in _PAGES]
    if names and names[-1] in content.guide_ids:
        return f"write '#guide:{names[-1]}'"
    page = names[-1].partition(".")[0] if names else ""
    return f"write '#page:{page}'" if page in content.page_ids else ""


def allowed(href: str) -> bool:
    """Whether a link is a reference or has one of the schemes, with an address behind it."""
    if prose.reference(href):
        return True
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    if len(href) > MAX_LINK or parts.scheme.lower() not in SCHEMES:
        return False
    return bool(parts.path.strip("/") if parts.scheme.lower() == "mailto" else parts.netloc)
