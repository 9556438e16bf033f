"""A reference to a step, section, field or guide that is not there.

Why: the link would lead the reader nowhere.
Bad:  info: See [the list](#step:whitelist.add-adress)
Good: info: See [the list](#step:whitelist.add-address)
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import prose
from stepsheet.model.content import Book
from stepsheet.model.guide import Field, Section, Step, SubStep
from stepsheet.model.problem import closest, guide_meant
from stepsheet.model.text import Kind
from stepsheet.rules.context import Context

RULE = Rule("S110", "broken-reference", Severity.ERROR, since="0.1")

_PATH = "write the ids from the section down, with dots between them"
_HELP = {"step": _PATH, "field": _PATH, "section": "write the id of a section"}
_ELEMENTS = {"step": (Step, SubStep), "section": (Section,), "field": (Field,)}


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each reference without its target."""
    every = {kind: targets(kind, book, context) for kind in prose.REFERENCE_KINDS}
    for written in context.texts(book):
        if written.kind is Kind.PLAIN or "#" not in written.text:
            continue
        for href in prose.links(prose.tokens(written.text, written.kind)):
            reference = prose.reference(href)
            if reference and reference[1] not in (known := every[reference[0]]):
                kind, path = reference
                help_ = guide_meant(path, known) if kind == "guide" else closest(path, known) or _HELP[kind]
                yield Finding(written.at.within(href), f"no {kind} {path!r}", help_)


def targets(kind: str, book: Book, context: Context) -> frozenset[str]:
    """The id paths that a reference of a kind may name."""
    if kind == "guide":
        return context.content.guide_ids
    return frozenset(part.key for part in book.parts if isinstance(part, _ELEMENTS[kind]))
