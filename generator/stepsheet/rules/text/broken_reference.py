"""A reference to a step, section, field or guide that is not there.

Why: the link would lead the reader nowhere.
Bad:  info: See [the list](#step:whitelist.add-adress)
Good: info: See [the list](#step:whitelist.add-address)
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import prose
from stepsheet.model.content import Book
from stepsheet.model.problem import closest, guide_meant
from stepsheet.model.text import Kind
from stepsheet.rules.context import Context

RULE = Rule("S110", "broken-reference", Severity.ERROR, since="0.1")

_PATH = "write the ids from the section down, with dots between them"
_HELP = {"step": _PATH, "field": _PATH, "section": "write the id of a section"}


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each reference without its target."""
    for written in context.texts(book):
        if written.kind is Kind.PLAIN or "#" not in written.text:
            continue
        for href in prose.links(prose.tokens(written.text, written.kind)):
            reference = prose.reference(href)
            if reference and (broken := _broken(*reference, book, context)):
                yield Finding(written.at.within(href), *broken)


def _broken(kind: str, path: str, book: Book, context: Context) -> tuple[str, str] | None:
    """What is wrong with a reference and what to do about it."""
    if kind == "guide":
        return _elsewhere(*prose.place(path), context)
    known = book.places[kind]
    return None if path in known else (f"no {kind} {path!r}", closest(path, known) or _HELP[kind])


def _elsewhere(guide: str, path: str | None, context: Context) -> tuple[str, str] | None:
    """The same for a reference to another guide, or into it; one that could not be read may hold anything."""
    if guide not in context.content.guide_ids:
        return f"no guide {guide!r}", guide_meant(guide, context.content.guide_ids)
    bundle = context.content.by_id.get(guide)
    known = frozenset[str]().union(*bundle.places.values()) if bundle else frozenset[str]()
    if path is None or bundle is None or path in known:
        return None
    return f"no step, section or field {path!r} in the guide {guide!r}", closest(path, known) or _PATH
