"""The file itself: tags, title, language, size, fonts, letters, and the code that leads back to the page."""

from collections.abc import Iterator

from stepsheet.audit.faults import lost_glyph, untagged_sheet, wrong_code
from stepsheet.audit.paper.reading import Paper
from stepsheet.audit.paper.texts import tag
from stepsheet.audit.wording import words
from stepsheet.diagnostics import Diagnostic

_SIZES = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}  # points (ISO 216, ANSI/ASME Y14.1)
_NAMES = {"a4": "A4", "letter": "Letter"}
_CLOSE = 1.0


def findings(paper: Paper, size: str) -> Iterator[Diagnostic]:
    """What is wrong with the form of a sheet; `size` is the paper it is for."""
    yield from _document(paper)
    yield from _pages(paper, size)
    yield from _letters(paper)
    yield from _code(paper)


def _document(paper: Paper) -> Iterator[Diagnostic]:
    sheet, place, file = paper.sheet, paper.file, paper.path
    if not sheet.tagged:
        yield untagged_sheet.tags(place, file)
    elif sheet.untagged:
        yield untagged_sheet.text(place, file, sheet.untagged[0].page + 1, sheet.untagged[0].text)
    title = paper.claims.by_key["title"]
    if "".join(words(sheet.title)) != "".join(title.pieces):
        yield untagged_sheet.title(title.at, file, sheet.title, title.text)
    if sheet.language != tag(paper.edition.locale):
        yield untagged_sheet.language(place, file, sheet.language, tag(paper.edition.locale))


def _pages(paper: Paper, size: str) -> Iterator[Diagnostic]:
    said = {run.page for run in (*paper.sheet.runs, *paper.sheet.untagged)}
    for number, measures in enumerate(paper.sheet.sizes):
        if any(abs(one - other) > _CLOSE for one, other in zip(measures, _SIZES[size], strict=True)):
            yield untagged_sheet.size(paper.file, paper.path, number + 1, _NAMES[size])
        if number not in said:
            yield untagged_sheet.empty(paper.file, paper.path, number + 1)


def _letters(paper: Paper) -> Iterator[Diagnostic]:
    for name in sorted(paper.sheet.foreign):
        yield lost_glyph.font(paper.file, paper.path, name)
    for page in sorted(set(paper.sheet.unmapped)):
        yield lost_glyph.letter(paper.file, paper.path, page + 1)


def _code(paper: Paper) -> Iterator[Diagnostic]:
    codes = [code for code in paper.sheet.codes if code]
    if paper.code is None:
        wanted, strays = [], codes
    elif not codes:
        yield wrong_code.lost(paper.file, paper.path, paper.code)
        return
    else:
        wanted, strays = codes[:1], codes[1:]
    for code in wanted:
        if code != paper.code:
            yield wrong_code.elsewhere(paper.file, paper.path, code, str(paper.code))
    for code in strays:
        yield wrong_code.stray(paper.file, paper.path, code)
