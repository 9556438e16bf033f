"""The account of one page: what its source holds, against what its result and its report hold."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from stepsheet.diagnostics import Source
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import unaccounted
from stepsheet.importing.ledger import listings, matching, result, things, words
from stepsheet.importing.ledger.record import Count, Ledger
from stepsheet.importing.ledger.report import Report
from stepsheet.importing.ledger.scan import Mention, Scan
from stepsheet.importing.ledger.scanner import scan
from stepsheet.importing.spot import spot

_QUOTED = 12  # words of a line that a finding quotes


@dataclass(frozen=True, slots=True)
class Books:
    """What is held against a page: the texts of its result by the names of their files, and what the report says.

    `links` and `pictures` are by the address in the source: the reference that a link became, None where it is words;
    the name of a picture's file. `images` are the names of the picture files that exist.
    """

    texts: Mapping[str, str]
    entries: Sequence[Entry] = ()
    links: Mapping[str, str | None] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)
    images: frozenset[str] = frozenset()


def account(source: Source, books: Books) -> Ledger:
    """Whether everything of a source is in the files of its result, or in the report."""
    report = Report(books.entries)
    before = scan(report.without_odd(source.text))
    after = result.read(books.texts)
    code = listings.compare(before, after, report, source)
    links = things.links(before, after, books.links, report, source)
    pictures = things.pictures(before, after, books.pictures, books.images, report, source)
    blocks = things.blocks(before, after, report, source)
    settings = things.settings(before, after, report, source)
    said, lost, order = _words(before, after, code, report, source)
    found = (*lost, *code.entries, *links[1], *pictures[1], *blocks[1], *settings[1])
    entries = tuple(sorted(found, key=lambda entry: entry.diagnostic.order))
    return Ledger(said, pictures[0], links[0], code.count, blocks[0], settings[0], order, entries)


def _words(
    before: Scan, after: Scan, code: listings.Compared, report: Report, source: Source
) -> tuple[Count, list[Entry], float]:
    """The words, those of listings that are none any more among them; and the order they stand in.

    A text that only says again what another one says is good for the whole of what it says, and not for single words
    of something else.
    """
    new, repeated = words.parted(before.repeats, before.words)
    mentions = [*new, *before.words, *_of_code(code.source)]
    more, repeating = words.parted(after.repeats, after.words)
    repeating += [Counter(_texts(text)) for text in after.echoes]
    there = [*more, *after.words, *_of_code(code.result)]
    source_words, result_words = _texts(mentions), _texts(there)
    wanted, had = Counter(source_words), Counter(result_words)
    optional = Counter(_texts(before.optional))
    missing = matching.lost(wanted, had, source_words, result_words)
    missing = matching.without(missing, [*repeating, *repeated], had - wanted)
    total = wanted.total() - (missing & optional).total()
    missing -= optional
    left = matching.lost(missing, Counter(report.words), source_words, report.words) if missing else missing
    entries = [_entry(source, line, gone) for line, gone in matching.places(left, mentions)] if left else []
    count = Count(total, total - missing.total(), missing.total() - left.total())
    return count, entries, matching.order_kept(_texts(before.words), _texts(after.words))


def _of_code(code: Sequence[Mention]) -> list[Mention]:
    return [word for text, line in code for word in words.split(text, line)]


def _texts(mentions: Sequence[Mention]) -> list[str]:
    return [word for word, _ in mentions]


def _entry(source: Source, line: int, gone: list[str]) -> Entry:
    more = " …" if len(gone) > _QUOTED else ""
    return unaccounted.words(spot(source, line, gone[0]), " ".join(gone[:_QUOTED]) + more)
