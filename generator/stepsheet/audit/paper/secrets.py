"""The rows of fields: a line to write on for each that has no answers to tick, and never one for a secret."""

from collections.abc import Iterable, Iterator

from stepsheet.audit.claims import Part
from stepsheet.audit.faults import lost_text, secret_on_paper
from stepsheet.audit.paper.reading import Paper
from stepsheet.audit.paper.shapes import Box
from stepsheet.audit.paper.sheet import Run
from stepsheet.diagnostics import Diagnostic
from stepsheet.localize.interface import Interface
from stepsheet.model.guide import Field

_LABEL = 50.0  # points: what begins nearer to the begin of the label is a rule of the table
_LEVEL = 5.0  # points from the foot of words to the line behind them
_TOP = 3.0  # points by which a line may stand above the letters of its row


def findings(paper: Paper) -> Iterator[Diagnostic]:
    """Lines that ask for a secret, secrets without their advice, and fields without a line."""
    checks = list(_checks(paper))
    lines = [line for line in paper.sheet.rules if not _is_signature(paper, line) and not _is_at(line, checks)]
    lines += paper.sheet.cells
    for part in paper.claims.parts:
        label = paper.run(f"{part.key}.label")
        if not isinstance(part.element, Field) or label is None:
            continue
        has_line = any(_is_beside(line, label, _next(paper, part), paper) for line in lines)
        if part.element.secret:
            yield from _secret(paper, part, has_line=has_line)
        elif not part.element.choose and not has_line:
            yield lost_text.part(part.at, "line to write on for the field", part.key, paper.path)


def _secret(paper: Paper, part: Part, *, has_line: bool) -> Iterator[Diagnostic]:
    if has_line:
        yield secret_on_paper.line(part.at, paper.path, part.key)
    if kept(paper, part) is None:
        yield secret_on_paper.silent(part.at, paper.path, part.key, _advice(paper))


def kept(paper: Paper, part: Part) -> Run | None:
    """Where a sheet says in which place to keep a secret field's value."""
    label = paper.places.get(f"{part.key}.label")
    if label is None:
        return None
    advice = paper.told.phrase(_advice(paper))
    at = paper.said.flow.find(advice, label[1])
    until = _following(paper, part)
    return paper.said.run(at) if at >= 0 and (until is None or at < until) else None


def _advice(paper: Paper) -> str:
    return Interface(paper.edition.locale).gettext("Keep it in the password manager")


def _following(paper: Paper, part: Part) -> int | None:
    """Where the first text after a part begins that is of another."""
    begin = paper.places[f"{part.key}.label"][0]
    others = (start for one, start, _ in paper.traced.found if one.of.owner != part.key and start > begin)
    return min(others, default=None)


def _next(paper: Paper, part: Part) -> Run | None:
    at = _following(paper, part)
    return None if at is None else paper.said.run(at)


def _is_beside(line: tuple[int, Box], label: Run, after: Run | None, paper: Paper) -> bool:
    """Whether a line stands in the row of a label: not above it, above what comes next, and not below the label."""
    page, (left, _, right, top) = line
    is_leftward = Interface(paper.edition.locale).direction == "rtl"
    begins = label.box[2] - right if is_leftward else left - label.box[0]
    if begins < _LABEL or (page, -top) < (label.page, -label.box[3] - _TOP):
        return False
    return after is None or (page, -top) < (after.page, -after.box[3])


def _checks(paper: Paper) -> Iterator[Run]:
    """The words before each line for a second person."""
    said = Interface(paper.edition.locale).gettext("Checked by a second person:")
    wanted = paper.told.phrase(said)
    at = paper.said.flow.find(wanted, 0)
    while at >= 0:
        yield paper.said.run(at)
        at = paper.said.flow.find(wanted, at + len(wanted))


def _is_at(line: tuple[int, Box], runs: Iterable[Run]) -> bool:
    """Whether a line is level with one of these words."""
    page, (_, bottom, _, _) = line
    return any(run.page == page and abs(run.box[1] - bottom) < _LEVEL for run in runs)


def _is_signature(paper: Paper, line: tuple[int, Box]) -> bool:
    """Whether lines stand side by side: those for date, name and signature."""
    page, (_, bottom, _, _) = line
    return sum(1 for number, place in paper.sheet.rules if number == page and abs(place[1] - bottom) < 1) > 1
