"""Where the links of an author are meant to lead, and the links of a page that are theirs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from itertools import zip_longest

from selectolax.lexbor import LexborNode

from stepsheet.audit.addresses import Target
from stepsheet.audit.faults import dead_link
from stepsheet.audit.page_text import CONTENT
from stepsheet.audit.scope import Audit
from stepsheet.diagnostics import Diagnostic, Location
from stepsheet.model import prose

WHEN = "ss-when"
# What the templates write around the texts: ways to other pages, downloads, what an answer leads to.
_AROUND = frozenset({"ss-actions", "ss-colophon", "ss-notice", "ss-card", "ss-option__effect", "headerlink"})
_FOLDERS = {"guide": "guides", "page": "pages"}


@dataclass(frozen=True, slots=True)
class Pointer:
    """A link of the author's: what is written, and where."""

    href: str
    at: Location


def meant(href: str, file: str, prefix: str, away: Callable[[str], bool] = lambda _: False) -> Target:
    """Where a link must lead that is written on the page in `file`; `prefix` is the folder of its locale.

    `away` says of a folder whether its page is in the source's locale alone. An address out of the site is as it is
    written, with its percent signs.
    """
    reference = prose.reference(href)
    if reference is None:
        name = prose.anchor(href)
        return Target(file, name) if name else Target(url=href)
    kind, path = reference
    if kind not in _FOLDERS:
        return Target(file, path)
    name, inside = prose.place(path)
    folder = f"{_FOLDERS[kind]}/{name}/"
    return Target(f"{'' if away(folder) else prefix}{folder}index.html", inside or "")


def authored(audit: Audit, path: str) -> Iterator[tuple[LexborNode, bool]]:
    """The links of a page that stand in texts, and whether each says for whom something is."""
    for node in audit.built.page(path).css(f"{CONTENT} a[href]"):
        classes = frozenset(_classes(node))
        if not classes & _AROUND and "nav" not in classes and "data-ss-zoom" not in node.attributes:
            yield node, WHEN in classes


def _classes(node: LexborNode) -> Iterator[str]:
    """The classes of a node and of all around it, `nav` for an element of that name."""
    around: LexborNode | None = node
    while around is not None and around.tag != CONTENT:
        if around.tag == "nav":
            yield "nav"
        yield from (around.attributes.get("class") or "").split()
        around = around.parent


def compared(
    audit: Audit, file: str, prefix: str, wanted: Sequence[Pointer], found: Sequence[LexborNode], place: Location
) -> Iterator[Diagnostic]:
    """The links of one text after another against those of its author, pair by pair."""
    base = audit.built.surface(file).base
    hrefs = [node.attributes.get("href") or "" for node in found]
    locale = next(one for one, own in audit.prefixes.items() if own == prefix)
    away = partial(audit.published.is_left_out, locale=locale)
    must = [exact(meant(pointer.href, file, prefix, away), audit).place for pointer in wanted]
    leads = [audit.addresses.target(href, file, base).place for href in hrefs]
    if must == leads:
        return
    # One link too many or too few must not make all that follow it wrong.
    for _, start, end, first, last in SequenceMatcher(None, must, leads, autojunk=False).get_opcodes():
        if must[start:end] == leads[first:last]:
            continue
        for pointer, href in zip_longest(wanted[start:end], hrefs[first:last]):
            if pointer is None:
                yield dead_link.stray(wanted[start - 1].at if start else place, file, href)
            elif href is None:
                yield dead_link.lost(pointer.at, file, pointer.href)
            else:
                yield dead_link.elsewhere(pointer.at, file, pointer.href, href)


def exact(target: Target, audit: Audit) -> Target:
    """A target as the reader of addresses gives it: an address of the site's own is a file of it."""
    return audit.addresses.target(target.url, "index.html") if target.url else target
