"""Every address in the pages and the Markdown leads to a file of the site or out of it, with its anchor there."""

from collections.abc import Iterator

from markdown_it import MarkdownIt

from stepsheet.audit.addresses import Target
from stepsheet.audit.faults import dead_link
from stepsheet.audit.scope import Audit
from stepsheet.audit.whereabouts import place
from stepsheet.diagnostics import Diagnostic
from stepsheet.model.prose import walk

_MARKDOWN = MarkdownIt("commonmark").enable("table")
_TEXTS = (".md", "llms.txt", "llms-full.txt")

SHARED = True


def check(audit: Audit) -> Iterator[Diagnostic]:
    """The addresses with nothing at their end."""
    for path in audit.mine(audit.built.html):
        if not _is_never_served(audit, path):
            yield from _page(audit, path)
    for path in audit.mine(sorted(audit.built.paths)):
        if path.endswith(_TEXTS):
            yield from _text(audit, path)


def _is_never_served(audit: Audit, path: str) -> bool:
    """Whether a page is one for errors that no host serves: hosts know the one at the root of the site.

    Its addresses begin at the root of the host, and the engine knows none but that of the site's address.
    """
    prefix = path.removesuffix("404.html")
    return audit.settings.site_url is None and prefix != path and prefix in audit.prefixes.values() and prefix != ""


def _page(audit: Audit, path: str) -> Iterator[Diagnostic]:
    surface = audit.built.surface(path)
    for link in (*surface.links, *surface.moves):
        why = _wrong(audit, audit.addresses.target(link.value, path, surface.base))
        if why:
            yield dead_link.at(place(audit, path, link.node), path, link.said, link.value, why)


def _text(audit: Audit, path: str) -> Iterator[Diagnostic]:
    """The links and pictures of a Markdown file."""
    for href in _addresses(audit.built.text(path)):
        why = _wrong(audit, audit.addresses.target(href, path))
        if why:
            yield dead_link.at(audit.built.at(path), path, "the link", href, why)


def _addresses(text: str) -> Iterator[str]:
    for token in walk(_MARKDOWN.parse(text)):
        if token.type in {"link_open", "image"}:
            yield str(token.attrs.get("href") or token.attrs.get("src") or "")


def _wrong(audit: Audit, target: Target) -> str:
    """Why an address leads nowhere, empty when it does not."""
    if target.wrong:
        return target.wrong
    if not target.anchor or not target.path.endswith((".html", ".htm")) or target.anchor == "top":
        return ""
    if target.anchor in audit.built.surface(target.path).anchors:
        return ""
    return f"names the anchor {target.anchor!r}, which is not on {target.path}"
