"""The texts of a sheet: none lost, moved, said again, foreign without a mark, or of nobody."""

from collections import Counter
from collections.abc import Iterator

from stepsheet.audit.faults import lost_text, unmarked_fallback
from stepsheet.audit.paper.reading import Paper
from stepsheet.audit.paper.texts import STALE, letters
from stepsheet.diagnostics import Diagnostic


def findings(paper: Paper) -> Iterator[Diagnostic]:
    """What is wrong with the texts."""
    yield from paper.told.findings(paper.said.flow, paper.traced)
    yield from _unmarked(paper)
    yield from _leftward(paper)


def _leftward(paper: Paper) -> Iterator[Diagnostic]:
    """Texts of which letters are lost where their order cannot be told."""
    left = sum((letters(run.text) for run in (*paper.sheet.runs, *paper.sheet.untagged)), Counter[str]())
    for claim in paper.apart:
        wanted = sum(map(letters, claim.pieces), Counter[str]())
        if not wanted <= left:
            yield lost_text.text(claim.at, claim.name, claim.text, paper.path)
        left -= wanted


def _unmarked(paper: Paper) -> Iterator[Diagnostic]:
    """Texts that are no up-to-date translation and do not say so on paper, where nobody sees a tag of the PDF."""
    for key, (start, end) in paper.places.items():
        claim = paper.claims.by_key.get(key)
        if claim is None or not claim.fell_back:
            continue
        mark = claim.locale.upper() if claim.locale != paper.edition.locale else STALE
        until = _until(paper, key, end)
        if not any(start < at <= until and said == mark for at, said in paper.said.marks):
            yield unmarked_fallback.text(claim.at, claim.name, claim.text, paper.path, claim.state)


def _until(paper: Paper, key: str, end: int) -> int:
    """Where the text behind one begins: between them stand the step that its last link leads to, or the address."""
    others = (start for other, (start, _) in paper.places.items() if start >= end and not other.startswith(f"{key} "))
    return min(others, default=len(paper.said.flow.text))
