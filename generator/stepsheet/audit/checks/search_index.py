"""The search index: every page of the locale and no other, each section of a guide, the words of its steps."""

from collections.abc import Iterator, Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from stepsheet.audit import listing
from stepsheet.audit.faults import damaged_file, lost_text, wrong_list
from stepsheet.audit.flow import Flow
from stepsheet.audit.page_text import CONTENT, page_text
from stepsheet.audit.presence import lack
from stepsheet.audit.scope import Audit, Edition
from stepsheet.diagnostics import Diagnostic
from stepsheet.model.guide import Section

SEARCHED = ("search/search_index.json", "search.json")  # of MkDocs and of Zensical
_FOUND = frozenset({"title", "do"})


def check(audit: Audit) -> Iterator[Diagnostic]:
    """What is wrong with the search indexes of all locales."""
    for locale, prefix in audit.prefixes.items():
        file = next(
            (f"{prefix}{name}" for name in SEARCHED if f"{prefix}{name}" in audit.built.paths), prefix + SEARCHED[0]
        )
        lacking = lack(audit.built, file, "what the search finds")
        if lacking:
            yield lacking
            continue
        entries = _entries(audit.built.json(file))
        if entries is None:
            yield damaged_file.at(audit.built.at(file), file, "a search index")
            continue
        found = [location for location, _ in entries if "#" not in location]
        known = listing.everything(audit, locale)
        yield from listing.compare(known, found, file, audit.built.at(file))
        yield from _anchors(audit, [location for location, _ in entries if location not in known], prefix, file)
        by_page = _by_page(entries)
        for edition in (one for one in audit.editions if one.locale == locale):
            yield from _guide(edition, by_page.get(f"guides/{edition.id}/", {}), file)


def _anchors(audit: Audit, locations: list[str], prefix: str, file: str) -> Iterator[Diagnostic]:
    """Entries that lead to no place of a page."""
    for location in locations:
        path, _, anchor = location.partition("#")
        page = f"{prefix}{path}index.html"
        if anchor and (page not in audit.built.paths or anchor not in audit.built.surface(page).anchors):
            yield wrong_list.stray(audit.built.at(file), location, file)


def _entries(found: Any) -> list[tuple[str, str]] | None:
    """Address and words of each entry; None when this is no index."""
    docs = found.get("docs", found.get("items")) if isinstance(found, dict) else None
    if not isinstance(docs, list) or not all(isinstance(one, dict) for one in docs):
        return None
    return [(str(one.get("location")), f"<h1>{one.get('title')}</h1> {one.get('text')}") for one in docs]


def _by_page(entries: list[tuple[str, str]]) -> dict[str, dict[str, str]]:
    """The words of the entries by page and anchor."""
    made: dict[str, dict[str, str]] = {}
    for location, text in entries:
        page, _, anchor = location.partition("#")
        made.setdefault(page, {})[anchor] = text
    return made


def _guide(edition: Edition, entries: Mapping[str, str], file: str) -> Iterator[Diagnostic]:
    """The sections of a guide, their titles and what is to be done; nothing when all of it is missing."""
    if not entries:
        return
    flow = _flow("".join(entries.values()))
    for part in edition.claims.parts:
        if isinstance(part.element, Section) and part.key not in entries:
            yield lost_text.part(part.at, part.kind, part.key, file)
    for claim in edition.claims.texts:
        if claim.name not in _FOUND or "." not in claim.key.removeprefix("source."):
            continue
        if any(flow.find(piece, 0) < 0 for piece in claim.pieces):
            yield lost_text.text(claim.at, claim.name, claim.text, file)


def _flow(html: str) -> Flow:
    page = LexborHTMLParser(f"<{CONTENT}>{html}</{CONTENT}>")
    return page_text(page, frozenset(), "").flows.get("", Flow())
