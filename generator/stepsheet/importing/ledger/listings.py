"""Listings: each stands in the result as it stood in the source, white space aside, or at least line by line."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from stepsheet.diagnostics import Source
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import unaccounted
from stepsheet.importing.ledger import address, words
from stepsheet.importing.ledger.record import Count
from stepsheet.importing.ledger.report import Report
from stepsheet.importing.ledger.scan import Mention, Scan
from stepsheet.importing.spot import spot


@dataclass(slots=True)
class Compared:
    """The count; and the listings that are words now, or have become listings: their words are to be compared."""

    count: Count = field(default_factory=Count)
    entries: list[Entry] = field(default_factory=list)
    source: list[Mention] = field(default_factory=list)
    result: list[Mention] = field(default_factory=list)


def compare(before: Scan, after: Scan, report: Report, source: Source) -> Compared:
    """Each listing of the source against those of the result."""
    made = Compared()
    left = Counter(_folded(text) for text, _ in after.code)
    changed = []
    for text, line in before.code:
        folded = _folded(text)
        if left[folded] > 0:
            left[folded] -= 1
        elif folded:
            changed.append((text, line))
    made.result = [(text, line) for text, line in after.code if left[_folded(text)] > 0]
    said = _all([*(text for text, _ in made.result), *after.texts]) if changed else ""
    told = _all(report.texts) if changed else ""
    total, reported = sum(bool(_folded(text)) for text, _ in before.code), 0
    for text, line in changed:
        missing = _missing(text, line, said)
        gone = [mention for mention in missing if _folded(mention[0]) not in told]
        reported += bool(missing) and not gone
        made.source += [] if gone else [(text, line)]
        made.entries += [_entry(source, *gone[0])] if gone else []
    lost = len(made.entries)
    made.count = Count(total, total - lost - reported, reported)
    return made


def _missing(text: str, first: int, said: str) -> list[Mention]:
    """The lines of a listing that are nowhere; it begins below `first`."""
    lines = enumerate(text.split("\n"), first + 1)
    return [(line, number) for number, line in lines if _folded(line) not in said]


def _folded(text: str) -> str:
    return "".join(words.seen(text).split())


def _all(texts: Iterable[str]) -> str:
    """Texts one after the other, also as they read without their escapes."""
    return "\0".join(folded for text in texts for folded in {_folded(text), _folded(address.unescaped(text))})


def _entry(source: Source, text: str, line: int) -> Entry:
    return unaccounted.code(spot(source, line, text.strip()), text.strip())
