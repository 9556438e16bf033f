"""What a reporter is, and finding one by its name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stepsheet.diagnostics import Diagnostic, Severity
from stepsheet.discovery import modules


@dataclass(frozen=True, slots=True)
class Reporter:
    """Turns diagnostics into text; every module in `reporters/` declares one as `REPORTER`.

    The flag that `render` takes asks for ANSI colours.
    """

    name: str
    render: Callable[[Sequence[Diagnostic], bool], str]


def reporters() -> dict[str, Reporter]:
    """All reporters by name."""
    return {module.REPORTER.name: module.REPORTER for module in modules("stepsheet.report.reporters", "REPORTER")}


def tally(diagnostics: Sequence[Diagnostic]) -> dict[Severity, int]:
    """How many diagnostics of each severity, the worst first; none left out."""
    return {severity: sum(item.rule.severity is severity for item in diagnostics) for severity in Severity}
