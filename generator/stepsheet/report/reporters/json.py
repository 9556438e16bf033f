"""For programs: one JSON object; lines and columns count from 1, columns in code points, the end is exclusive."""

import json
from collections.abc import Sequence
from typing import Any

from stepsheet.diagnostics import Diagnostic
from stepsheet.report.reporter import Reporter, tally


def render(diagnostics: Sequence[Diagnostic], color: bool) -> str:
    """`{"diagnostics": [...], "counts": {...}}`, also without any."""
    del color
    counts = {severity.value: count for severity, count in tally(diagnostics).items()}
    report = {"diagnostics": [record(item) for item in diagnostics], "counts": counts}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def record(item: Diagnostic) -> dict[str, Any]:
    """One finding."""
    at = item.finding.location
    return {
        "file": at.source.name,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "severity": item.rule.severity.value,
        "code": item.rule.code,
        "rule": item.rule.name,
        "message": item.finding.message,
        "help": item.finding.help,
    }


REPORTER = Reporter("json", render)
