"""The checklists on paper: every text once and in order, each box beside what it is for, a file that all can read."""

from collections.abc import Iterator

from stepsheet.audit.faults import damaged_file, lost_file
from stepsheet.audit.paper import boxes, form, secrets, telling
from stepsheet.audit.paper.reading import Paper
from stepsheet.audit.paper.sheet import read
from stepsheet.audit.scope import Audit, Edition
from stepsheet.diagnostics import Diagnostic

SHARED = True


def check(audit: Audit) -> Iterator[Diagnostic]:
    """What is wrong with the sheets of all guides."""
    for edition in audit.mine(audit.editions):
        for paper, path in zip(edition.papers, edition.sheets, strict=True):
            yield from _sheet(audit, edition, paper, path)


def _sheet(audit: Audit, edition: Edition, paper: str, path: str) -> Iterator[Diagnostic]:
    """One sheet, read and forgotten: all of them together would not fit into memory."""
    content = audit.built.fresh(path)
    if content is None:
        yield lost_file.at(edition.claims.bundle.place, path, f"the checklist of this guide on {paper} paper")
        return
    sheet = read(content)
    if sheet is None:
        yield damaged_file.at(audit.built.at(path), path, "PDF")
        return
    read_back = Paper.of(sheet, edition, audit, path)
    yield from form.findings(read_back, paper)
    yield from telling.findings(read_back)
    yield from boxes.findings(read_back)
    yield from secrets.findings(read_back)
