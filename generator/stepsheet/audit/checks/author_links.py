"""The links of the author: each leads exactly where it was pointed, in the order of the text."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from stepsheet.audit.claims import Claim
from stepsheet.audit.faults import dead_link
from stepsheet.audit.pointed import Pointer, authored, compared, exact, meant
from stepsheet.audit.scope import Audit, Edition
from stepsheet.audit.whereabouts import owner
from stepsheet.diagnostics import Diagnostic, Location
from stepsheet.model.page import PageBook, PageText
from stepsheet.model.prose import links, tokens
from stepsheet.model.redirects import Redirect
from stepsheet.model.text import Kind


def check(audit: Audit) -> Iterator[Diagnostic]:
    """The links of guides, pages and redirects that are lost, or lead elsewhere."""
    for edition in audit.editions:
        if audit.built.read(edition.page):
            yield from _guide(audit, edition)
            yield from _next(audit, edition)
            yield from _source(audit, edition)
    for locale, prefix in audit.prefixes.items():
        for page in audit.published.pages(locale):
            yield from _page(audit, page, locale, prefix)
    if "" in audit.prefixes.values():
        for redirects in audit.content.redirects:
            for redirect in redirects.redirects:
                yield from _redirect(audit, redirect)


def _guide(audit: Audit, edition: Edition) -> Iterator[Diagnostic]:
    wanted: dict[tuple[str, bool], list[Pointer]] = {}
    for claim in edition.claims.texts:
        if claim.name == "when" or not claim.floating:
            pointers = [Pointer(href, _at(claim, href)) for href in claim.links]
            wanted.setdefault((claim.owner, claim.name == "when"), []).extend(pointers)
    found: dict[tuple[str, bool], list[LexborNode]] = {}
    for node, is_when in authored(audit, edition.page):
        found.setdefault((owner(node, edition.claims.keys), is_when), []).append(node)
    there = {"", *audit.built.surface(edition.page).ids}
    for key in wanted.keys() | found.keys():
        part = edition.claims.part(key[0])
        place = part.at if part else edition.claims.bundle.place
        if key[0] in there:
            links_ = wanted.get(key, []), found.get(key, [])
            yield from compared(audit, edition.page, edition.prefix, *links_, place)


def _at(claim: Claim, href: str) -> Location:
    return claim.at.within(href)


def _next(audit: Audit, edition: Edition) -> Iterator[Diagnostic]:
    """The cards of the guides that come next."""
    guide = edition.claims.bundle.guide
    known = {one.bundle.id for one in audit.following(edition)}
    wanted = [
        Pointer(f"#guide:{name}", guide.at("next", index)) for index, name in enumerate(guide.next) if name in known
    ]
    found = audit.built.page(edition.page).css("article [data-ss-card] a[href]")
    yield from compared(audit, edition.page, edition.prefix, wanted, found, edition.claims.bundle.place)


def _source(audit: Audit, edition: Edition) -> Iterator[Diagnostic]:
    """The document that the facts come from."""
    origin = edition.claims.bundle.guide.source
    if origin and origin.url:
        links_ = (node.attributes.get("href") or "" for node in audit.built.page(edition.page).css("article a[href]"))
        wanted = audit.addresses.target(origin.url, edition.page).place
        if all(audit.addresses.target(href, edition.page).place != wanted for href in links_):
            yield dead_link.lost(origin.at("url"), edition.page, origin.url)


def _page(audit: Audit, page: PageBook, locale: str, prefix: str) -> Iterator[Diagnostic]:
    file = f"{prefix}pages/{page.id}/index.html"
    if audit.built.read(file):
        text = page.shown(locale)
        found = [node for node, _ in authored(audit, file)]
        yield from compared(audit, file, prefix, list(_pointers(text)), found, text.place)


def _pointers(text: PageText) -> Iterator[Pointer]:
    """The links of a page: of its title and summary, then block by block."""
    for name in ("title", "summary"):
        line = getattr(text.page, name)
        yield from (Pointer(href, text.page.at(name)) for href in links(tokens(line or "", Kind.LINE)))
    for block in text.blocks:
        yield from (Pointer(href, block.at) for href in links(block.tokens))


def _redirect(audit: Audit, redirect: Redirect) -> Iterator[Diagnostic]:
    """An old address: the page at it moves the reader, and its link leads, to the new one."""
    file, wanted = redirect.file, exact(meant(redirect.to, redirect.file, ""), audit)
    surface = audit.built.surface(file)
    if not audit.built.read(file):
        return
    if not surface.moves:
        yield dead_link.lost(redirect.at("to"), file, redirect.to)
    for link in (*surface.moves, *(link for link in surface.links if link.tag == "a")):
        if audit.addresses.target(link.value, file, surface.base).place != wanted.place:
            yield dead_link.elsewhere(redirect.at("to"), file, redirect.to, link.value)
