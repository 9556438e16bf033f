"""A draft: a page understood, its texts still trees and its addresses still the source's.

`data` has the shape of a `guide.yml` (dicts, lists and words such as ids), but for four kinds of leaves: `Line` where
the content model has a line, `Prose` where it has prose, `Src` where it names a picture file, `PageRef` where `next`
names a guide. `writing/` turns them into text once every page of the space is known.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stepsheet.importing.entry import Entry
from stepsheet.importing.tree import Blocks, Inlines


@dataclass(frozen=True, slots=True)
class Line:
    """A text of one line; it has no icons and no breaks."""

    line: int
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Prose:
    """A text of paragraphs: paragraphs without icons, lists, listings, tables, quotes and rules, and nothing else."""

    line: int
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Src:
    """A picture by its address in the source."""

    line: int
    src: str


@dataclass(frozen=True, slots=True)
class PageRef:
    """A page to go on with, by its address in the source; `inlines` are the words of the link, if any."""

    line: int
    href: str
    inlines: Inlines = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What a page became.

    A procedure has `data`, the content of its `guide.yml`. `blocks` are the whole page, all that any other has.
    `title` is the page's heading; `summary` its description, if it has one. `anchors` maps the anchors that other pages
    may link to (without `#`) to references inside the guide (`section:setup`, `step:setup.sign-in`); for a page that is
    no procedure, to the anchor of the heading.
    """

    title: Inlines
    summary: Inlines
    data: Mapping[str, object] | None
    blocks: Blocks = ()
    anchors: Mapping[str, str] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()

    @property
    def is_procedure(self) -> bool:
        """Whether the page has steps."""
        return self.data is not None
