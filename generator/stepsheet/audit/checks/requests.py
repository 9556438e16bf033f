"""What the pages load by themselves: nothing from another host, and nothing runs that is no script of the site."""

import re
from collections.abc import Iterator

from stepsheet.audit import loading
from stepsheet.audit.faults import dead_link, foreign_request
from stepsheet.audit.scope import Audit
from stepsheet.audit.surface import Link
from stepsheet.audit.whereabouts import place
from stepsheet.diagnostics import Diagnostic, Location

_CLICKED = frozenset({"a", "area"})
# What a `link` may name without loading it (HTML Living Standard, section 4.6.7).
_NAMED = frozenset(
    {"canonical", "alternate", "next", "prev", "author", "license", "help", "search", "me", "edit", "up"}
)
_LOADED = frozenset({"stylesheet", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "icon"})
_RUNS = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_HANDLER = re.compile(r"""[\s/"']on[a-z]+\s*=""", re.IGNORECASE)
_BLANK = re.compile(r"[\x00-\x20]+")

SHARED = True


def check(audit: Audit) -> Iterator[Diagnostic]:
    """The requests of pages, style sheets and scripts to other hosts."""
    for path in audit.mine(audit.built.html):
        yield from _addresses(audit, path)
        yield from _inline(audit, path)
    for path in audit.mine(sorted(audit.built.paths)):
        if path.endswith(".css"):
            yield from _style(audit, path, audit.built.text(path), audit.built.at(path), "the style sheet")
        elif path.endswith((".js", ".mjs")):
            yield from _script(audit, path, audit.built.text(path), audit.built.at(path))


def _addresses(audit: Audit, path: str) -> Iterator[Diagnostic]:
    surface = audit.built.surface(path)
    for link in (*surface.links, *surface.moves):
        address = _BLANK.sub("", link.value)
        if _RUNS.match(address) and _opens(link):
            yield foreign_request.script(place(audit, path, link.node), path, link.said, link.value)
        elif not _is_clicked(link) and _is_foreign(audit, address, path, surface.base):
            yield foreign_request.at(place(audit, path, link.node), path, link.said, link.value)
    if surface.base and _is_foreign(audit, surface.base, path, ""):
        yield foreign_request.at(audit.built.at(path), path, "<base href>", surface.base)


def _opens(link: Link) -> bool:
    """Whether a browser takes what is in the address for a page or a script; a picture in `data:` is a picture."""
    is_picture = link.tag in {"img", "source", "image"} or "icon" in (link.node.attributes.get("rel") or "")
    return not (is_picture and link.value.lower().startswith("data:image/"))


def _is_clicked(link: Link) -> bool:
    if link.tag in _CLICKED:
        return True
    names = frozenset((link.node.attributes.get("rel") or "").lower().split())
    return link.tag == "link" and bool(names & _NAMED) and not names & _LOADED


def _is_foreign(audit: Audit, address: str, path: str, base: str) -> bool:
    url = audit.addresses.target(address, path, base).url
    return url.lower().startswith(("http:", "https:", "ws:", "wss:", "ftp:"))


def _inline(audit: Audit, path: str) -> Iterator[Diagnostic]:
    """Styles, scripts and event attributes in a page."""
    page = audit.built.page(path)
    for node in page.css("style"):
        yield from _style(audit, path, node.text(), place(audit, path, node), "<style>")
    for node in page.css("[style*='('], [style*='@']"):
        text = node.attributes.get("style") or ""
        yield from _style(audit, path, text, place(audit, path, node), f"<{node.tag} style>")
    for node in page.css("script:not([src])"):
        yield from _script(audit, path, node.text(), place(audit, path, node))
    for node in page.css("iframe[srcdoc]"):
        text = node.attributes.get("srcdoc") or ""
        yield foreign_request.script(place(audit, path, node), path, "<iframe srcdoc>", text)
    if _HANDLER.search(audit.built.text(path)):
        yield from _handlers(audit, path)


def _handlers(audit: Audit, path: str) -> Iterator[Diagnostic]:
    """The attributes that run when something happens."""
    for node in audit.built.page(path).css("*"):
        for name, value in node.attributes.items():
            if name.lower().startswith("on"):
                yield foreign_request.script(place(audit, path, node), path, f"<{node.tag} {name}>", value or "")


def _style(audit: Audit, path: str, text: str, at: Location, what: str) -> Iterator[Diagnostic]:
    """What a style sheet loads: from here, and a file that is there."""
    for address in loading.of_style(text):
        if _is_foreign(audit, address, path, ""):
            yield foreign_request.at(at, path, what, address)
        elif address and not address.startswith("#"):
            wrong = audit.addresses.target(address, path).wrong
            if wrong:
                yield dead_link.at(at, path, f"the address in {what}", address, wrong)


def _script(audit: Audit, path: str, text: str, at: Location) -> Iterator[Diagnostic]:
    for address in loading.of_script(text):
        if _is_foreign(audit, address, path, ""):
            yield foreign_request.at(at, path, "a script", address)
