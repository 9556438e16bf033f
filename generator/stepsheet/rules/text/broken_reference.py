"""A reference to a step, section, field, guide, page or heading that is not there.

Why: the link would lead the reader nowhere.
Bad:  info: See [the list](#step:whitelist.add-adress)
Good: info: See [the list](#step:whitelist.add-address)
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import prose
from stepsheet.model.book import Book
from stepsheet.model.guide import Field, Section, Step, SubStep
from stepsheet.model.page import PageBook
from stepsheet.model.problem import closest, guide_meant
from stepsheet.model.text import Kind
from stepsheet.rules.context import Context

RULE = Rule("S110", "broken-reference", Severity.ERROR, since="0.1")

_PATH = "write the ids from the section down, with dots between them"
_HELP = {"step": _PATH, "field": _PATH, "section": "write the id of a section"}
_NO_ANCHOR = "end the heading with ` {#anchor}`, and name that anchor"
_ELEMENTS = {"step": (Step, SubStep), "section": (Section,), "field": (Field,)}


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each reference without its target."""
    every = {kind: targets(kind, book, context) for kind in prose.REFERENCE_KINDS}
    for written in context.markdown(book):
        if written.kind is Kind.PLAIN or "#" not in written.text:
            continue
        for href in prose.links(written.tokens):
            reference = prose.reference(href) or _within(href, written.locale, book)
            if reference and reference[1] not in (known := every.get(reference[0]) or anchors(book, written.locale)):
                yield Finding(written.at.within(href), *_explained(*reference, known))


def targets(kind: str, book: Book, context: Context) -> frozenset[str]:
    """The id paths that a reference of a kind may name."""
    if kind == "guide":
        return context.content.guide_ids
    if kind == "page":
        pages = context.content.shelf.pages
        inside = (f"{page.id}/{name}" for page in pages for name in anchors(page, context.source_locale))
        return context.content.page_ids.union(inside)
    return frozenset(part.key for part in book.parts if isinstance(part, _ELEMENTS[kind]))


def anchors(book: Book, locale: str) -> frozenset[str]:
    """The anchors of a page in a locale."""
    texts = book.texts if isinstance(book, PageBook) else ()
    return frozenset(name for text in texts if text.locale == locale for name, _ in text.anchors)


def _within(href: str, locale: str, book: Book) -> tuple[str, str] | None:
    """A link to a heading of the same page, as a reference."""
    name = prose.anchor(href) if isinstance(book, PageBook) else None
    return ("anchor", name) if name else None


def _explained(kind: str, path: str, known: frozenset[str]) -> tuple[str, str]:
    """What is wrong with a reference, and what to do about it."""
    if kind == "guide":
        return f"no guide {path!r}", guide_meant(path, known)
    if kind == "page" and path.partition("/")[0] in known:
        page, _, name = path.partition("/")
        near = closest(path, known - {page})
        return f"no heading of the page {page!r} has the anchor {name!r}", near or _NO_ANCHOR
    if kind == "anchor":
        return f"no heading of this page has the anchor {path!r}", closest(path, known) or _NO_ANCHOR
    if kind == "page":
        return f"no page {path!r}", closest(path, known) or "write the name of a file of pages/, without its language"
    return f"no {kind} {path!r}", closest(path, known) or _HELP[kind]
