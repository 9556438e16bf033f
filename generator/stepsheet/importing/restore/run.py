"""The way back: the guide of an exported page."""

from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from stepsheet.diagnostics import Source
from stepsheet.importing import tree
from stepsheet.importing.draft import Draft
from stepsheet.importing.restore.changes import Change, Reader
from stepsheet.importing.restore.comparison import Comparison
from stepsheet.importing.restore.leading import Leads
from stepsheet.importing.restore.matching import match
from stepsheet.importing.restore.places import places
from stepsheet.importing.restore.result import Lost, Restored
from stepsheet.importing.restore.version import labels, stretches, version
from stepsheet.importing.tree import Page
from stepsheet.model import prose
from stepsheet.model.guide import Guide
from stepsheet.model.text import Kind
from stepsheet.skeleton import PageSkeleton, Part, Skeleton

Parse = Callable[[Source], Page]


def restore(page: Source, skeleton: Skeleton, parse: Parse) -> Restored | Lost:
    """The guide that a page was exported from, with the texts that were edited in the page since."""
    data = _shown(skeleton)
    if data is None:
        return Lost("the skeleton beside the page holds no guide", 1)
    was = parse(Source(page.path, page.name, skeleton.text))
    known = labels(was, skeleton.slots)
    old = version(was, known)
    held = stretches(skeleton.slots, old.row)
    if _lines(page.text) == _lines(skeleton.text):
        return _restored(skeleton, data, [], Comparison(old, old, held or {}, match(old.row, old.row)))
    texts = places(data)
    if held is None or any(slot.key not in texts for slot in skeleton.slots):
        return Lost("the skeleton beside the page does not fit it", 1)
    new = version(parse(page), known)
    comparison = Comparison(old, new, held, match(old.row, new.row))
    reader = Reader(old, new, texts, Leads(texts))
    found = [*comparison.changes(reader), *_description(skeleton, reader)]
    lost = next((each for each in found if isinstance(each, Lost)), None) or comparison.rest()
    if lost:
        return lost
    return _restored(skeleton, data, [each for each in found if isinstance(each, Change)], comparison)


def restore_page(page: Source, skeleton: PageSkeleton) -> str | None:
    """The file of a plain page as it was; None when the page was edited, and is imported as any other."""
    return skeleton.file if skeleton.file and _lines(page.text) == _lines(skeleton.text) else None


def _lines(text: str) -> list[str]:
    """A text without the differences that mean nothing: line ends, and blank lines at its end."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").rstrip("\n").split("\n")


def _shown(skeleton: Skeleton) -> dict[str, Any] | None:
    """The guide in the language of its page; None when it is no guide, as somebody may have edited the skeleton."""
    try:
        Guide.model_validate(skeleton.data)
    except ValidationError:
        return None
    data = deepcopy(skeleton.data)
    known = places(data)
    for key, text in skeleton.shown.items():
        if key in known:
            known[key].put(text)
    return data


def _description(skeleton: Skeleton, reader: Reader) -> Iterable[Change | Lost]:
    for slot in skeleton.slots:
        if slot.part is Part.DESCRIPTION and reader.old.description != reader.new.description:
            yield from reader.description(slot)


def _restored(skeleton: Skeleton, data: dict[str, Any], changes: list[Change], comparison: Comparison) -> Restored:
    known = places(data)
    edited = {change.key: known[change.key] for change in changes if not change.is_current}
    before = {key: place.value for key, place in edited.items() if isinstance(place.value, str)}
    for change in changes:
        if not change.is_current:
            edited[change.key].put(change.value)
    title, summary = ((tree.Words(str(skeleton.data[name])),) for name in ("title", "summary"))
    return Restored(
        skeleton,
        Draft(title, summary, data, anchors=_anchors(skeleton, comparison)),
        edited=frozenset(edited),
        current=frozenset(change.key for change in changes if change.is_current),
        before=before,
        made=tuple(comparison.made()),
    )


def _anchors(skeleton: Skeleton, comparison: Comparison) -> dict[str, str]:
    """What other pages may link to, and every reference by itself: an edited text keeps those it had."""
    found = {}
    for slot, held in comparison.held.items():
        heading = comparison.old.row[held.start].block if held.start < len(comparison.old.row) else None
        path, _, name = slot.key.rpartition(".")
        if isinstance(heading, tree.Heading) and heading.anchor and name in {"title", "do"} and path:
            found[heading.anchor] = f"{'section' if name == 'title' else 'step'}:{path}"
    for place in places(skeleton.data).values():
        if place.kind and isinstance(place.value, str):
            found |= {name: name for name in _inside(place.value, place.kind)}
    return found


def _inside(text: str, kind: Kind) -> Iterable[str]:
    """The references of a text to parts of its own guide."""
    for href in prose.links(prose.tokens(text, kind)):
        reference = prose.reference(href)
        if reference and reference[0] != "guide":
            yield href.removeprefix("#")
