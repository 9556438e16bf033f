"""Every operator on every project, in some processes."""

import importlib
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from .mutant import Mutant, Operator
from .project import SOURCES, Original, Workshop
from .verdict import Judge, Verdict

OPERATORS = Path(__file__).parent / "operators"
PROCESSES = 2


@cache
def operators() -> dict[str, Operator]:
    """Every operator on content by its name, in order of the modules."""
    found: dict[str, Operator] = {}
    for file in sorted(OPERATORS.glob("*.py")):
        module = importlib.import_module(f".operators.{file.stem}", __package__)
        found |= module.OPERATORS
    return found


def mutants(original: Original, every: int = 1) -> Iterator[Mutant]:
    """All mutants of a project, or every so many of each operator, the first among them."""
    for operator in operators().values():
        yield from islice(operator(original), 0, None, every)


def judged(source: str, part: int, parts: int, every: int = 1) -> list[Verdict]:
    """The verdicts of one of several parts of a project's mutants."""
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop.of(source, Path(folder))
        judge = Judge(workshop)
        return [judge.judge(mutant) for mutant in islice(mutants(workshop.original, every), part, None, parts)]


def everything(every: int = 1) -> list[Verdict]:
    """The verdicts of all projects, in order of operators. Processes are spawned: a fork would share what is open."""
    tasks = [(source, part, PROCESSES, every) for source in SOURCES for part in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        found = [verdict for verdicts in pool.map(judged, *zip(*tasks, strict=True)) for verdict in verdicts]
    return in_order(found)


def in_order(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Sorted by operator, then by place."""
    order = {name: index for index, name in enumerate(operators())}
    return sorted(verdicts, key=lambda one: (order[one.operator], one.source, one.name, one.line, one.what))
