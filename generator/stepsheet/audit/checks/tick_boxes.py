"""The tick boxes of a guide's page: one for each step, need and field, with the words that it is for as its label."""

from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from stepsheet.audit.claims import Part
from stepsheet.audit.faults import loose_box
from stepsheet.audit.page_text import CONTENT
from stepsheet.audit.scope import Audit, Edition
from stepsheet.audit.whereabouts import owner, place
from stepsheet.audit.wording import words
from stepsheet.diagnostics import Diagnostic
from stepsheet.model.guide import Field, Need, Step, SubStep

TICKED = (Step, SubStep, Need, Field)
_BOX = f"{CONTENT} input"
_NAMES = ("do", "label", "text")  # which text of a part its box is for

SHARED = True


def check(audit: Audit) -> Iterator[Diagnostic]:
    """The boxes that are missing, too many, or labelled as something else."""
    for edition in audit.mine(audit.editions):
        if audit.built.read(edition.page) is not None:
            yield from _page(audit, edition)


def _page(audit: Audit, edition: Edition) -> Iterator[Diagnostic]:
    page = audit.built.page(edition.page)
    known = edition.claims.keys
    boxes: dict[str, list[LexborNode]] = {}
    for box in page.css(_BOX):
        if (box.attributes.get("type") or "").lower() == "checkbox":
            boxes.setdefault(owner(box, known), []).append(box)
    there = frozenset(audit.built.surface(edition.page).ids)
    labels = _labels(page)
    for part in edition.claims.parts:
        own = boxes.pop(part.key, []) if isinstance(part.element, TICKED) else []
        if isinstance(part.element, TICKED) and part.key in there and len(own) != 1:
            yield loose_box.number(part.at, edition.page, part.kind, part.key, len(own))
        for box in own[:1]:
            yield from _box(audit, edition, part, box, labels)
    for box in (box for left in boxes.values() for box in left):
        yield loose_box.stray(place(audit, edition.page, box), edition.page)


def _labels(page: LexborHTMLParser) -> dict[str, list[LexborNode]]:
    found: dict[str, list[LexborNode]] = {}
    for label in page.css("label[for]"):
        found.setdefault(label.attributes["for"] or "", []).append(label)
    return found


def _box(
    audit: Audit, edition: Edition, part: Part, box: LexborNode, labels: dict[str, list[LexborNode]]
) -> Iterator[Diagnostic]:
    """What is wrong with the one box of a part."""
    attributes, named = box.attributes, (part.kind, part.key)
    broken = (loose_box.broken, part.at, edition.page, named)
    for name in ("disabled", "hidden", "checked"):
        if name in attributes:
            yield broken[0](*broken[1:], f"is {name}")
    kept = attributes.get("data-ss-tick") or ""
    if kept != part.key:
        yield broken[0](*broken[1:], f"is remembered as {kept!r}")
    own = labels.get(attributes.get("id") or "", [])
    if len(own) != 1:
        yield broken[0](*broken[1:], f"has {len(own) or 'no'} label{'s' if own else ''}")
    else:
        yield from _said(edition, part, own[0].text())
    yield from _named(audit, edition, part, attributes.get("aria-labelledby") or "")


def _named(audit: Audit, edition: Edition, part: Part, ids: str) -> Iterator[Diagnostic]:
    """What a screen reader calls the box: the texts of the elements that it names (WAI-ARIA 1.2, `aria-labelledby`)."""
    said = []
    surface = audit.built.surface(edition.page)
    count = Counter(surface.ids)
    for name in ids.split():
        if count[name] != 1:
            times = f"is on the page {count[name]} times" if count[name] else "is not on the page"
            yield loose_box.broken(part.at, edition.page, (part.kind, part.key), f"is named by {name!r}, which {times}")
            return
        said.append(surface.by_id[name].text())
    yield from _said(edition, part, " ".join(said))


def _said(edition: Edition, part: Part, text: str) -> Iterator[Diagnostic]:
    """Whether a label ends with the text of its part: the number of a step may stand before it."""
    claim = next(one for name in _NAMES if (one := edition.claims.by_key.get(f"{part.key}.{name}")))
    says, wanted = "".join(words(text)), "".join(claim.pieces)
    before = says.removesuffix(wanted)
    if not says.endswith(wanted) or (before and not before.isdecimal()):
        yield loose_box.label(part.at, edition.page, (part.kind, part.key), text, claim.text)
