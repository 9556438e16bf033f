"""The files of the site: all that the content asks for, none empty, and no page of what is not in the content."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stepsheet.audit.checks.search_index import SEARCHED
from stepsheet.audit.downloads import READERS
from stepsheet.audit.expected import pages
from stepsheet.audit.faults import leftover_file, lost_file
from stepsheet.audit.scope import Audit, Edition
from stepsheet.diagnostics import Diagnostic, Location
from stepsheet.model.page import IMAGES

_FOLDERS = r"(?:(?:guides|pages|categories|contents|translations)/|translations\.(?:json|svg)$)"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that must be there."""

    path: str
    place: Location
    what: str


def check(audit: Audit) -> Iterator[Diagnostic]:
    """The files that are lost or empty, and those that are left over."""
    wanted = {one.path: one for one in _wanted(audit)}
    for path, one in wanted.items():
        data = audit.built.read(path)
        if data is None:
            yield lost_file.at(one.place, path, one.what)
        elif not data.strip():
            yield lost_file.empty(one.place, path, one.what)
    for path in sorted(audit.built.paths - wanted.keys()):
        if _is_ours(audit, path):
            yield leftover_file.at(audit.built.at(path), path)


def _wanted(audit: Audit) -> Iterator[Wanted]:
    for edition in audit.editions:
        yield from _of_guide(edition)
        if audit.settings.site_url:
            yield Wanted(
                f"{edition.folder}card.png", edition.claims.bundle.place, "the picture for links to this guide"
            )
    known = {edition.page for edition in audit.editions}
    for page in pages(audit):
        if page.path not in known:
            yield Wanted(page.path, page.place, "a page of the site")
    for locale, prefix in audit.prefixes.items():
        yield from _of_locale(audit, locale, prefix)
    if audit.settings.site_url:
        yield Wanted("sitemap.xml", audit.built.at("sitemap.xml"), "the list of all pages for search engines")
    if "" in audit.prefixes.values():
        for redirect in (one for file in audit.content.redirects for one in file.redirects):
            yield Wanted(redirect.file, redirect.at("from"), "the page at an old address")


def _of_guide(edition: Edition) -> Iterator[Wanted]:
    bundle = edition.claims.bundle
    yield Wanted(edition.page, bundle.place, "the page of this guide")
    yield Wanted(edition.markdown, bundle.place, "the Markdown of this guide")
    yield Wanted(edition.data, bundle.place, "the data of this guide")
    for ending in READERS:
        yield Wanted(edition.download(ending), bundle.place, "a download of this guide")
    for sheet in edition.sheets:
        yield Wanted(sheet, bundle.place, "the checklist of this guide")
    for picture in bundle.images:
        yield Wanted(f"{edition.folder}images/{picture.src}", picture.at("src"), "a picture of this guide")


def _of_locale(audit: Audit, locale: str, prefix: str) -> Iterator[Wanted]:
    for page in audit.published.pages(locale):
        text = page.shown(locale)
        yield Wanted(f"{prefix}pages/{page.id}.md", text.place, "the Markdown of this page")
        for picture in text.pictures:
            if picture.src.startswith(IMAGES):
                yield Wanted(f"{prefix}pages/{picture.src}", picture.place, "a picture of this page")
    for name, what in (
        ("404.html", "the page for addresses that lead nowhere"),
        ("llms.txt", "the list of all pages for language models"),
        ("llms-full.txt", "the text of all pages for language models"),
    ):
        yield Wanted(prefix + name, audit.built.at(prefix + name), what)
    if audit.published.has_status(locale):
        for name in ("translations.json", *(["translations.svg"] if locale != audit.source_locale else [])):
            yield Wanted(prefix + name, audit.built.at(prefix + name), "how far the translations are")
    if "search" in audit.settings.mkdocs.get("plugins", {}):
        names = [f"{prefix}{name}" for name in SEARCHED]
        path = next((name for name in names if name in audit.built.paths), names[0])
        yield Wanted(path, audit.built.at(path), "what the search finds")


def _is_ours(audit: Audit, path: str) -> bool:
    """Whether a file stands where only the content puts files: below a locale that was built, or below none."""
    locale = re.match(rf"((?:[^/]+/)?){_FOLDERS}", path)
    others = set(audit.settings.prefixes.values()) - set(audit.prefixes.values())
    return locale is not None and locale[1] not in others
