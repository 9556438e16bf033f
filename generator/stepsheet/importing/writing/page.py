"""The Markdown of a plain page: front matter, then headings, texts, pictures and alerts."""

from dataclasses import dataclass, replace

from stepsheet.importing.draft import Draft
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import left_out
from stepsheet.importing.spot import spot
from stepsheet.importing.tree import Block, Blocks, Figure, Heading, walk, words
from stepsheet.importing.writing import blocks
from stepsheet.importing.writing.means import Means
from stepsheet.importing.writing.scribe import Scribe
from stepsheet.importing.writing.simple import simple
from stepsheet.model import canonical
from stepsheet.model.element import Element
from stepsheet.model.page import fingerprint

_FIRST, _LAST = 2, 6  # the title is the heading of level 1


@dataclass(frozen=True, slots=True)
class PlainPage:
    """The file of a plain page; `fingerprint` is what a translation of it names under `translates`."""

    text: str
    fingerprint: str


def page(
    draft: Draft, means: Means, *, category: str | None = None, translates: str | None = None
) -> tuple[PlainPage, tuple[Entry, ...]]:
    """The content of `pages/<id>.<locale>.md`, and what was met in writing it."""
    scribe = Scribe(means, is_page=True)
    title, summary = scribe.line(draft.title, 1), scribe.line(draft.summary, 1)
    front = {"title": title, "summary": summary, "category": category, "translates": translates}
    head = canonical.dump({key: text for key, text in front.items() if text}, Element)
    body = blocks.markdown(_body(draft), scribe)
    text = f"---\n{head}---\n\n{body}\n" if body else f"---\n{head}---\n"
    return PlainPage(text, fingerprint(title, summary, body)), (*scribe.entries, *_twins(draft, means))


def _body(draft: Draft) -> Blocks:
    """The blocks below the title, with headings from level 2 on."""
    inside = simple(draft.blocks)
    if inside and _is_title(inside[0], draft):
        inside = inside[1:]
    top = min((block.level for block in inside if isinstance(block, Heading)), default=_FIRST)
    return tuple(_moved(block, top) for block in inside)


def _is_title(block: Block, draft: Draft) -> bool:
    return isinstance(block, Heading) and words(block.inlines).split() == words(draft.title).split()


def _moved(block: Block, top: int) -> Block:
    """A heading as deep below the title as it was below the shallowest one."""
    return replace(block, level=min(block.level - top + _FIRST, _LAST)) if isinstance(block, Heading) else block


def _twins(draft: Draft, means: Means) -> tuple[Entry, ...]:
    """The pictures for dark pages, which a site that has one picture for all leaves out."""
    figures = (block for block in walk(draft.blocks) if isinstance(block, Figure) and block.dark)
    what = "the version of a picture for dark pages"
    return tuple(left_out.at(spot(means.source, figure.line), what, (figure.dark,)) for figure in figures)
