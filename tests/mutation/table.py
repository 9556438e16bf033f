"""The table of a proof, and what has survived it."""

from collections import Counter
from collections.abc import Iterable

from .verdict import Outcome, Verdict

_COLUMNS = ("mutants", *Outcome)


def table(title: str, verdicts: Iterable[Verdict]) -> str:
    """How many mutants of each operator there are, and how they ended, with the sums."""
    counts: dict[str, Counter[str]] = {}
    for verdict in verdicts:
        counts.setdefault(verdict.operator, Counter()).update(["mutants", verdict.outcome])
    sums = sum(counts.values(), Counter[str]())
    lines = [_line(title, _COLUMNS)]
    lines += [_line(name, [count[column] for column in _COLUMNS]) for name, count in counts.items()]
    lines += [_line(f"{len(counts)} operators", [sums[column] for column in _COLUMNS])]
    return "\n".join(lines)


def _line(name: str, values: Iterable[object]) -> str:
    return f"{name:32}" + "".join(f"{value!s:>9}" for value in values)


def classes(verdicts: Iterable[Verdict]) -> str:
    """How many mutants belong to each class of legal edits."""
    counts = Counter(verdict.why for verdict in verdicts if verdict.outcome is Outcome.LEGAL)
    return "\n".join([_line("legal edits", ["mutants"]), *(_line(name, [counts[name]]) for name in sorted(counts))])


def survivors(verdicts: Iterable[Verdict]) -> str:
    """Each mutant that was neither caught nor is legal: where, what was changed, what was found instead."""
    return "\n".join(
        f"{verdict.operator}: {verdict.source}:{verdict.name}:{verdict.line}: {verdict.what}: {verdict.why}"
        for verdict in verdicts
        if verdict.outcome is Outcome.SURVIVED
    )
