"""What `stepsheet import` says of its accounts: a line for people, a file for programs."""

import json
from collections.abc import Sequence

from stepsheet.importing.entry import Entry
from stepsheet.importing.ledger.record import Count, Ledger
from stepsheet.report.reporter import tally
from stepsheet.report.reporters.json import record

KINDS = ("words", "pictures", "links", "code", "blocks", "settings")
_NAMES = {"code": "listings", "blocks": "marked blocks", "settings": "settings"}


def sentence(whole: Ledger) -> str:
    """The line of the accounts: `Accounted for: all 120 words (4 in the report only), all 3 pictures.`."""
    counts = [(kind, getattr(whole, kind)) for kind in KINDS]
    said = ", ".join(_said(_NAMES.get(kind, kind), count) for kind, count in counts if count.total)
    return f"Accounted for: {said or 'the source is empty'}."


def _said(name: str, count: Count) -> str:
    name = name.removesuffix("s") if count.total == 1 else name
    every = f"all {count.total:,}" if count.total > 1 else "1"
    share = f"{count.total - count.lost:,} of {count.total:,}" if count.lost else every
    return f"{share} {name}" + (f" ({count.reported:,} in the report only)" if count.reported else "")


def report(entries: Sequence[Entry], whole: Ledger) -> str:
    """All findings with the words they account for, their counts, and the accounts, as JSON with a line end."""
    found = sorted(dict.fromkeys(entries), key=lambda entry: entry.diagnostic.order)
    accounts = {kind: _numbers(getattr(whole, kind)) for kind in KINDS}
    data = {
        "diagnostics": [{**record(entry.diagnostic), "text": entry.text} for entry in found],
        "counts": {severity.value: count for severity, count in tally([entry.diagnostic for entry in found]).items()},
        "accounts": accounts,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _numbers(count: Count) -> dict[str, int]:
    return {"total": count.total, "in_result": count.kept, "in_report": count.reported, "lost": count.lost}
