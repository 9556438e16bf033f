"""The table, the workbook and the task list of a guide: each text they are made for, the steps in their order."""

from collections.abc import Iterator

from stepsheet.audit.claims import Claim, Claims
from stepsheet.audit.downloads import READERS
from stepsheet.audit.faults import damaged_file, lost_text, out_of_order
from stepsheet.audit.flow import Wanted, trace
from stepsheet.audit.presence import lack
from stepsheet.audit.scope import Audit, Edition
from stepsheet.diagnostics import Diagnostic
from stepsheet.model.guide import Need, Section
from stepsheet.model.guide import Warning as Hazard

# What a row of a table has no place for: it is about steps, and is read beside the guide.
_NOT_IN_A_TABLE = frozenset({"title", "summary", "source.title"})
# What a task list is made of; the long texts and the pictures are on the page that it links to.
_IN_A_LIST = frozenset(
    {"title", "summary", "do", "label", "enter", "example", "expect", "if_not", "outcome", "ask", "when"}
)

SHARED = True


def check(audit: Audit) -> Iterator[Diagnostic]:
    """What is wrong with the downloads of all guides."""
    for edition in audit.mine(audit.editions):
        for ending in READERS:
            yield from _file(audit, edition, ending)


def _file(audit: Audit, edition: Edition, ending: str) -> Iterator[Diagnostic]:
    path, place = edition.download(ending), edition.claims.bundle.place
    lacking = lack(audit.built, path, "a download of this guide", place)
    if lacking:
        yield lacking
        return
    try:
        flow = READERS[ending](audit.built.read(path) or b"")
    except ValueError:
        yield damaged_file.at(place, path, ending.rpartition(".")[2].upper())
        return
    claims = [claim for claim in edition.claims.texts if _is_in(edition.claims, claim, ending)]
    steps = trace(flow, [Wanted(piece, claim) for claim in claims if claim.name == "do" for piece in claim.pieces])
    for one in steps.moved:
        yield out_of_order.text(one.of.at, one.of.name, one.of.text, path)
    for claim in claims:
        if any(flow.find(piece, 0) < 0 for piece in claim.pieces):
            yield lost_text.text(claim.at, claim.name, claim.text, path)


def _is_of_body(claim: Claim) -> bool:
    """Whether a condition is not that of its owner but of something that it tells."""
    return claim.name == "when" and not claim.key.startswith(f"{claim.owner}.when.")


def _is_asked(claims: Claims, claim: Claim) -> bool:
    """Whether a text is that of a question, which stands in conditions alone, or of its answers."""
    return any(claim.owner == one.key or claim.owner.startswith(f"{one.key}.") for one in claims.bundle.guide.options)


def _is_in(claims: Claims, claim: Claim, ending: str) -> bool:
    """Whether a download of a kind shows a text at all."""
    element = next((part.element for part in claims.parts if part.key == claim.owner), None)
    if ending == ".tasks.md":
        if _is_of_body(claim) or _is_asked(claims, claim):  # it says conditions of steps, and no body
            return False
        is_step = claim.name in _IN_A_LIST and claim.key != "source.title"
        return is_step or isinstance(element, Hazard | Need)
    if isinstance(element, Section) and claim.name == "title":
        return bool(element.steps) or element.says_something  # an empty one has no row
    return ending != ".csv" or claim.key not in _NOT_IN_A_TABLE
