"""Every operator on every project, in some processes."""

import importlib
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from .mutant import Mutant, Operator
from .project import SOURCES, Original, Workshop
from .site import BuiltSite, SiteMutant, SiteOperator
from .site_judge import SiteJudge, batches
from .verdict import Judge, Verdict

HERE = Path(__file__).parent
SITES = ("everything", "space")
PROCESSES = 2
PARTS = 4  # of each project: parts differ in how long they take


@cache
def _found(folder: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for file in sorted((HERE / folder).glob("*.py")):
        module = importlib.import_module(f".{folder}.{file.stem}", __package__)
        found |= module.OPERATORS
    return found


def operators() -> dict[str, Operator]:
    """Every operator on content by its name, in order of the modules."""
    return _found("operators")


def site_operators() -> dict[str, SiteOperator]:
    """Every operator on the built site by its name, in order of the modules."""
    return _found("site_operators")


def mutants(original: Original, every: int = 1) -> Iterator[Mutant]:
    """All mutants of a project, or every so many of each operator, the first among them."""
    for operator in operators().values():
        yield from islice(operator(original), 0, None, every)


def site_mutants(site: BuiltSite, every: int = 1) -> Iterator[SiteMutant]:
    """The same for a built site."""
    for operator in site_operators().values():
        yield from islice(operator(site), 0, None, every)


def judged(source: str, part: int, parts: int, every: int = 1) -> list[Verdict]:
    """The verdicts of one of several parts of a project's mutants."""
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop.of(source, Path(folder))
        judge = Judge(workshop)
        return [judge.judge(mutant) for mutant in islice(mutants(workshop.original, every), part, None, parts)]


def site_judged(source: str, part: int, parts: int, every: int = 1) -> list[Verdict]:
    """The same for its site."""
    with tempfile.TemporaryDirectory() as folder:
        site = BuiltSite.of(source, Path(folder))
        judge = SiteJudge(site)
        mine = islice(batches(site_mutants(site, every)), part, None, parts)
        return [verdict for batch in mine for verdict in judge.judge(batch)]


def alarms(source: str, *, built: bool) -> list[str]:
    """What is found in an unchanged project, and in its site, beside what it has on purpose."""
    with tempfile.TemporaryDirectory() as folder:
        site = BuiltSite.of(source, Path(folder)) if built else None
        workshop = site.workshop if site else Workshop.of(source, Path(folder))
        found = [*workshop.original.diagnostics, *(site.audit({}) if site else ())]
        said = [f"{item.finding.location}: {item.rule.code} {item.finding.message}" for item in found]
        known = (HERE / "on_purpose.txt").read_text(encoding="utf-8").splitlines()
        return [line for line in said if line not in known]


def everything(every: int = 1) -> tuple[list[Verdict], list[Verdict], list[str]]:
    """The verdicts on content and on sites, in order of operators, and the false alarms.

    Processes are spawned: a fork would share what the typesetter has open.
    """
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        content = [pool.submit(judged, source, part, PARTS, every) for source in SOURCES for part in range(PARTS)]
        sites = [
            pool.submit(site_judged, source, part, PROCESSES, every) for source in SITES for part in range(PROCESSES)
        ]
        unchanged = [pool.submit(alarms, source, built=source in SITES) for source in SOURCES]
        raised = [line for future in unchanged for line in future.result()]
        return _gathered(content, operators()), _gathered(sites, site_operators()), raised


def _gathered(futures: Iterable[Future[list[Verdict]]], names: Iterable[str]) -> list[Verdict]:
    order = {name: index for index, name in enumerate(names)}
    found = [verdict for future in futures for verdict in future.result()]
    return sorted(found, key=lambda one: (order[one.operator], one.source, one.name, one.line, one.what))
