"""Every operator on every project, in some processes."""

import importlib
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from .mutant import Mutant, Operator
from .project import SOURCES, Original, Workshop
from .verdict import Judge, Verdict

OPERATORS = Path(__file__).parent / "operators"


def operators() -> dict[str, Operator]:
    """Every operator on content by its name, in order of the modules."""
    found: dict[str, Operator] = {}
    for file in sorted(OPERATORS.glob("*.py")):
        module = importlib.import_module(f".operators.{file.stem}", __package__)
        found |= module.OPERATORS
    return found


def mutants(original: Original, every: int = 1) -> Iterator[Mutant]:
    """All mutants of a project, or every so many of each operator."""
    for operator in operators().values():
        yield from islice(operator(original), 0, None, every)


def judged(source: str, part: int, parts: int, every: int = 1) -> list[Verdict]:
    """The verdicts of one of several parts of a project's mutants."""
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop.of(source, Path(folder))
        judge = Judge(workshop)
        return [judge.judge(mutant) for mutant in islice(mutants(workshop.original, every), part, None, parts)]
