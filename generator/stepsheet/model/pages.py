"""The files of the plain pages become pages with their translations."""

import re

from stepsheet.diagnostics import Diagnostic, Location
from stepsheet.load import pages
from stepsheet.load.faults import orphan_page
from stepsheet.load.files import Root
from stepsheet.load.pages import PageFile
from stepsheet.model import build
from stepsheet.model.element import ID_PATTERN
from stepsheet.model.faults import long_text, malformed_id
from stepsheet.model.page import Page, PageBook, PageText, Shelf
from stepsheet.model.text import MAX_PAGE

Problems = list[Diagnostic]


def shelf(root: Root, source_locale: str, problems: Problems) -> Shelf:
    """All plain pages that are written in the source language, in order of their ids."""
    folder, faults = pages.pages(root)
    problems += faults
    texts: dict[str, dict[str, PageText]] = {}
    for file in folder.files:
        text = _text(file, problems)
        if text:
            texts.setdefault(file.id, {})[file.locale] = text
    found = []
    for name, versions in sorted(texts.items()):
        source = versions.pop(source_locale, None)
        if source:
            found.append(PageBook(source.page, {}, source.place, name, source, versions))
        elif (name, source_locale) not in folder.names:
            problems += [orphan_page.at(text.place, name, source_locale) for text in versions.values()]
    return Shelf(folder, tuple(found))


def _text(file: PageFile, problems: Problems) -> PageText | None:
    if not re.fullmatch(ID_PATTERN, file.id):
        problems.append(malformed_id.at(Location(file.source), f"the page's name {file.id!r}", file.id))
        return None
    page, faults = build.element(file.front, Page)
    problems += faults
    if len(file.body) > MAX_PAGE:
        problems.append(long_text.page(Location(file.source, file.line, 1, file.line, 2)))
        return None
    return PageText(file.locale, page, file.body, file.source, file.line) if page else None
