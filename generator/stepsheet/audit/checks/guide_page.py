"""The page of a guide: every part and every text once, in order, in its language; a warning before its action.

With them stand the words of the interface that say what each of them is.
"""

from collections.abc import Iterator

from stepsheet.audit import telling
from stepsheet.audit.claims import Claim, Part
from stepsheet.audit.faults import lost_file, lost_text, out_of_order, said_twice
from stepsheet.audit.guide_labels import GuideLabels
from stepsheet.audit.labels import PartLabels
from stepsheet.audit.neighbours import Surroundings
from stepsheet.audit.page_text import PageText
from stepsheet.audit.scope import Audit, Edition
from stepsheet.diagnostics import Diagnostic
from stepsheet.model.guide import Step, SubStep
from stepsheet.model.guide import Warning as Hazard

SHARED = True


def check(audit: Audit) -> Iterator[Diagnostic]:
    """What is wrong with the pages of all guides."""
    around: dict[str, Surroundings] = {}
    for edition in audit.mine(audit.editions):
        if audit.built.read(edition.page) is None:
            yield lost_file.at(edition.claims.bundle.place, edition.page, "the page of this guide")
        else:
            if edition.locale not in around:
                around[edition.locale] = Surroundings.of(audit, edition.locale)
            yield from _page(audit, edition, around[edition.locale])


def _page(audit: Audit, edition: Edition, around: Surroundings) -> Iterator[Diagnostic]:
    page, claims = audit.page_text(edition), edition.claims
    lost = {part.key for part in claims.parts if part.key not in page.parents}
    yield from _parts(edition, page, lost)
    own: dict[str, list[Claim]] = {}
    for claim in claims.texts:
        own.setdefault(claim.owner, []).append(claim)
    yield from _texts(audit, edition, page, "", list(_guide(audit, edition, around).of(own.get("", []))))
    labels = PartLabels(claims)
    for part in claims.parts:
        if part.key not in lost:
            yield from _texts(audit, edition, page, part.key, list(labels.of(part, own.get(part.key, []))))


def _guide(audit: Audit, edition: Edition, around: Surroundings) -> GuideLabels:
    """The words around the guide itself."""
    data = audit.built.json(edition.data)
    revision = data.get("revision") if isinstance(data, dict) else None
    return GuideLabels(
        edition.claims,
        around.around(f"guides/{edition.id}/"),
        audit.following(edition),
        [locale for locale in audit.prefixes if locale != edition.locale],
        audit.absent(f"guides/{edition.id}/", edition.locale),
        edition.papers,
        audit.settings.edit_url is not None,
        revision if isinstance(revision, str) else "",
    )


def _parts(edition: Edition, page: PageText, lost: set[str]) -> Iterator[Diagnostic]:
    """Parts that are not there, there twice, or elsewhere."""
    for part in edition.claims.parts:
        if part.key in lost:
            if part.parent not in lost:
                yield lost_text.part(part.at, part.kind, part.key, edition.page)
        elif page.order.count(part.key) > 1:
            yield said_twice.part(part.at, part.kind, part.key, edition.page)
        elif not _is_inside(part, page, edition) or not _follows(part, page, edition):
            yield out_of_order.part(part.at, part.kind, part.key, edition.page)


def _is_inside(part: Part, page: PageText, edition: Edition) -> bool:
    """Whether a part stands in the one it belongs to; a field's pictures may stand behind the table, in the step."""
    above = {one.key: one.parent for one in edition.claims.parts}
    around, wanted = page.parents[part.key], part.parent
    return around == wanted or around == above.get(wanted, wanted)


def _follows(part: Part, page: PageText, edition: Edition) -> bool:
    """Whether all parts of the same kind that belong to the same one stand in the order of the guide around it."""
    mates = [one.key for one in edition.claims.parts if one.parent == part.parent and one.kind == part.kind]
    index = mates.index(part.key)
    if index == 0:
        return True
    return _position(page, mates[index - 1]) < _position(page, part.key)


def _position(page: PageText, key: str) -> int:
    return page.order.index(key) if key in page.order else -1


def _texts(audit: Audit, edition: Edition, page: PageText, owner: str, claims: list[Claim]) -> Iterator[Diagnostic]:
    """The texts of one part."""
    part = edition.claims.part(owner)
    place = part.at if part else None
    titles = audit.titles(edition.locale)
    told = telling.Told(edition.claims, edition.page, audit.around(edition), place, titles=titles)
    flow = page.flows.get(owner, telling.Flow())
    traced = told.trace(flow, claims)
    yield from told.findings(flow, traced)
    yield from _late(edition, page, owner, traced)


def _late(edition: Edition, page: PageText, owner: str, traced: telling.Traced[Claim]) -> Iterator[Diagnostic]:
    """Warnings that come after what is to be done, or after the steps of a section."""
    begin = next((start for one, start, _ in traced.found if one.of.name == "do"), None)
    for part in edition.claims.parts:
        if part.parent != owner or not isinstance(part.element, Hazard) or part.key not in page.parents:
            continue
        steps = [
            _position(page, one.key)
            for one in edition.claims.parts
            if one.parent == owner and isinstance(one.element, Step | SubStep)
        ]
        is_late = begin is not None and page.parents[part.key] == owner and page.begins[part.key] > begin
        if is_late or any(0 <= step < _position(page, part.key) for step in steps):
            yield out_of_order.late(part.at, part.key, edition.page)
