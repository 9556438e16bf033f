"""A legal edit: nothing is found, and what readers get differs in what the author has changed, and in nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from stepsheet.diagnostics import Diagnostic

from ..differences import Differences, Leaf, differences
from ..mutant import Mutant
from ..project import Original


@dataclass(frozen=True)
class Edit:
    """A mutant that nothing points at; `found` are new findings elsewhere, and hints."""

    mutant: Mutant
    original: Original
    before: dict[Leaf, Any]
    after: dict[Leaf, Any]
    found: tuple[Diagnostic, ...]

    @cached_property
    def differences(self) -> Differences:
        """Which of the leaves differ."""
        return differences(self.before, self.after)


Class = Callable[[Edit], bool]


def legal(edit: Edit) -> str:
    """The name of the class it belongs to, empty when it belongs to none."""
    del edit
    return ""
