"""Tabs that are versions of a passage become an option of the guide; tabs that are facets of one thing do not."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from stepsheet.importing.classify import ids
from stepsheet.importing.classify.inlines import flat, plain
from stepsheet.importing.classify.vocabulary import PLATFORMS
from stepsheet.importing.draft import Line
from stepsheet.importing.tree import Block, Blocks, Inlines, List, Listing, Stepper, Tab, Tabs, Words, walk

Condition: TypeAlias = tuple[tuple[str, str], ...]
Titles: TypeAlias = tuple[str, ...]

MIN_STEPS = 2


@dataclass(frozen=True, slots=True)
class Option:
    """A question to the reader; `choices` are id and words of each answer, in the order of the tabs."""

    id: str
    line: int
    choices: tuple[tuple[str, Inlines], ...]

    @property
    def data(self) -> dict[str, object]:
        """The option as a guide has it: its question is its answers."""
        ask: Inlines = ()
        for _, title in self.choices:
            ask += (*((Words(" / "),) if ask else ()), *title)
        return {
            "id": self.id,
            "ask": Line(self.line, (*ask, Words("?"))),
            "choices": [{"id": name, "label": Line(self.line, title)} for name, title in self.choices],
        }


@dataclass(frozen=True, slots=True)
class Plan:
    """Which tabs of a page are options, by their titles."""

    options: Mapping[Titles, Option]

    def conditions(self, tabs: Tabs) -> tuple[Condition, ...] | None:
        """The condition of each tab, None when the tabs are no option."""
        option = self.options.get(_titles(tabs))
        return tuple(((option.id, name),) for name, _ in option.choices) if option else None

    def label(self, condition: Condition) -> Inlines:
        """The words of the answers that a condition asks for."""
        titles = {(option.id, name): title for option in self.options.values() for name, title in option.choices}
        made: Inlines = ()
        for pair in condition:
            made += (*((Words(", "),) if made else ()), *titles[pair])
        return made


def plan(blocks: Blocks) -> Plan:
    """The options of a page: tabs with the same titles are one, however often they occur."""
    occurrences: defaultdict[Titles, list[Tabs]] = defaultdict(list)
    for block in walk(blocks):
        if isinstance(block, Tabs):
            occurrences[_titles(block)].append(block)
    taken: set[str] = set()
    return Plan(
        {titles: _option(found[0], taken) for titles, found in occurrences.items() if _is_option(titles, found)}
    )


def _titles(tabs: Tabs) -> Titles:
    return tuple(plain(tab.title) for tab in tabs.tabs)


def _option(tabs: Tabs, taken: set[str]) -> Option:
    names: set[str] = set()
    choices = tuple((ids.unique(plain(tab.title), "choice", names), flat(tab.title)) for tab in tabs.tabs)
    return Option(ids.unique(" ".join(_titles(tabs)), "choice", taken), tabs.line, choices)


def _is_option(titles: Titles, found: list[Tabs]) -> bool:
    if len(titles) < MIN_STEPS or len(set(titles)) < len(titles) or not all(titles):
        return False
    tabs = [tab for each in found for tab in each.tabs]
    return any(map(_has_steps, tabs)) or all(map(_has_code, tabs)) or all(map(_is_platform, titles))


def _has_steps(tab: Tab) -> bool:
    return any(_is_steps(block) for block in _shown(tab.blocks))


def _is_steps(block: Block) -> bool:
    return isinstance(block, Stepper) or (isinstance(block, List) and block.ordered and len(block.items) >= MIN_STEPS)


def _has_code(tab: Tab) -> bool:
    return any(isinstance(block, Listing) for block in _shown(tab.blocks))


def _shown(blocks: Blocks) -> Iterator[Block]:
    yield from walk(blocks)


def _is_platform(title: str) -> bool:
    return any(name in title.lower() for name in PLATFORMS)
