"""Where references and links lead in the exported tree."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from stepsheet.localize.document import Document
from stepsheet.localize.page import PlainPage
from stepsheet.model import passage, prose
from stepsheet.model.content import Bundle
from stepsheet.model.text import Kind
from stepsheet.render.markdown import escaping

_SAFE_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class Links:
    """`pages` maps what can be linked to (`guide:okx`) to its page.

    `anchors` maps what is linked to inside a page, by page and id path, to its anchor; `headings` maps the headings and
    steps that have one.
    """

    pages: Mapping[str, str]
    anchors: Mapping[tuple[str, str], str]
    headings: Mapping[tuple[str, str], str]

    def target(self, href: str, here: str) -> str | None:
        """Where a link leads from a page (`guide:okx`); None when its target is not in the tree."""
        own = prose.anchor(href)
        reference = prose.reference(href)
        if own:
            return f"#{own}"
        if reference is None:
            return href if href.lower().startswith(_SAFE_SCHEMES) else None
        other, path = _place(reference, here)
        anchor = self.anchors.get((other, path), "") if path else ""
        address = "" if other == here else self.way(other, here)
        if address is None or not (address or anchor):
            return None
        return f"{address}#{anchor}" if anchor else address

    def way(self, other: str, here: str) -> str | None:
        """The way to another page from a page; None when it is not in the tree."""
        page, folder = self.pages.get(other), posixpath.dirname(self.pages.get(here, "")) or "."
        return None if page is None else escaping.path(posixpath.relpath(page, folder))

    def heading(self, page: str, path: str) -> str:
        """The anchor of a section or a step of a page, empty where nothing leads to it."""
        return self.headings.get((page, path), "")


def _place(reference: tuple[str, str], here: str) -> tuple[str, str]:
    """The page that a reference leads to, and the id path there, empty for the page itself."""
    kind, path = reference
    if kind in {"guide", "page"}:
        name, inside = prose.place(path)
        return f"{kind}:{name}", inside or ""
    return here, path


def wanted(bundles: Iterable[Bundle], pages: Iterable[PlainPage], locale: str) -> frozenset[tuple[str, str]]:
    """The places in pages that some text leads to: the page, the id path."""
    texts = [(f"guide:{bundle.id}", prose.tokens(*text)) for bundle in bundles for text in _texts(bundle, locale)]
    texts += [(f"page:{page.id}", passage.tokens(page.body.value)) for page in pages]
    return frozenset(
        _place(reference, here)
        for here, tokens in texts
        for href in prose.links(tokens)
        if (reference := prose.reference(href))
    )


def _texts(bundle: Bundle, locale: str) -> Iterator[tuple[str, Kind]]:
    catalog = bundle.catalogs.get(locale)
    for message in bundle.messages:
        yield message.text, message.kind
        entry = catalog.entries.get(message.key) if catalog else None
        translation = entry.text(locale) if entry else None
        if translation:
            yield translation, message.kind


def links(
    pages: Mapping[str, str],
    documents: Iterable[Document],
    plain: Iterable[PlainPage],
    wanted_: frozenset[tuple[str, str]],
) -> Links:
    """The links of a tree; a sub-step or a field is found at the step it belongs to, and pages have anchors already."""
    own = {(f"page:{page.id}", name): name for page in plain for name in _anchors(page)}
    anchors: dict[tuple[str, str], str] = dict(own)
    headings: dict[tuple[str, str], str] = {}
    for document in documents:
        page = f"guide:{document.id}"
        taken: set[str] = set()
        for path, holder in _places(document):
            if (page, path) in wanted_:
                name = headings.get((page, holder)) or _free(holder.replace(".", "-"), taken)
                anchors[page, path] = headings[page, holder] = name
                taken.add(name)
    return Links(pages, anchors, headings)


def _free(name: str, taken: set[str]) -> str:
    """The name, or the first with a number that is free: `a.b-c` and `a-b.c` would have the same."""
    numbered = (f"{name}-{number}" if number > 1 else name for number in count(1))
    return next(candidate for candidate in numbered if candidate not in taken)


def _places(document: Document) -> Iterator[tuple[str, str]]:
    """Every id path of a guide that can be linked to, and the id path of the heading that it is found at."""
    for section in document.sections:
        yield section.anchor, section.anchor
        for step in section.steps:
            for inner in (step, *step.steps):
                yield inner.anchor, step.anchor
                yield from ((field.anchor, step.anchor) for field in inner.fields)


def _anchors(page: PlainPage) -> Iterator[str]:
    """The anchors that the author of a page has given to its headings."""
    for opened, _ in passage.headings(passage.tokens(page.body.value)):
        name = passage.anchor(opened)
        if name:
            yield name
