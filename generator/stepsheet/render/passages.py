"""Blocks that follow each other under the same conditions: each output says a condition once, before all of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from stepsheet.localize.document import Block, Condition


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of blocks; without conditions it is for everybody."""

    conditions: tuple[Condition, ...]
    blocks: tuple[Block, ...]


def passages(blocks: Iterable[Block]) -> tuple[Passage, ...]:
    """The blocks in their order, apart where the conditions change."""
    return tuple(Passage(conditions, tuple(run)) for conditions, run in groupby(blocks, attrgetter("conditions")))
