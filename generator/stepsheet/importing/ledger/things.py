"""Links, pictures, marked blocks, settings: for each one of the source, one of the result or a word in the report."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from stepsheet.diagnostics import Source
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import unaccounted
from stepsheet.importing.ledger import address, words
from stepsheet.importing.ledger.record import Count
from stepsheet.importing.ledger.report import Report
from stepsheet.importing.ledger.scan import Mention, Scan
from stepsheet.importing.spot import spot

_ALIASES = {"keywords": "tags"}  # other words for what a guide has
Counted = tuple[Count, list[Entry]]


def links(before: Scan, after: Scan, led: Mapping[str, str | None], report: Report, source: Source) -> Counted:
    """Each link leads where it led, or is named. An address that ran on into the words behind it counts as itself."""
    targets = {address.same(href): target and address.same(target) for href, target in led.items()}
    had = Counter(address.same(to) for to, _ in after.links)

    def is_kept(to: str) -> bool:
        target = targets.get(to) or (to if address.is_external(to) else "")
        spare = (other for other, count in had.items() if count > 0 and _runs_on(other, target))
        found = target if had[target] > 0 else next(spare, "")
        had[found] -= bool(found)
        return bool(found)

    def is_told(to: str, line: int) -> bool:
        return report.left_link(to) if targets.get(to) else report.lost_link(to, line)

    return _counted(before.links, is_kept, is_told, lambda to, line: unaccounted.link(spot(source, line), to))


def _runs_on(one: str, other: str) -> bool:
    """Whether an address goes on with letters beyond ASCII where the other ends: in the open nobody can tell."""
    short, long = sorted((one, other), key=len)
    return address.is_external(short) and long.startswith(short) and long[len(short) :].lstrip("/") > "\x7f"


def pictures(
    before: Scan, after: Scan, named: Mapping[str, str], images: frozenset[str], report: Report, source: Source
) -> Counted:
    """Each picture is shown under its new name as often as before, and the file is there; or it is named."""
    names = {address.same(src): name for src, name in named.items()}
    had = Counter(name.removeprefix("images/") for name, _ in after.pictures)

    def is_kept(src: str) -> bool:
        name = names.get(src, "")
        if had[name] <= 0:
            return False
        had[name] -= 1
        return True

    count, entries = _counted(
        before.pictures,
        is_kept,
        lambda src, _: report.leaves_out(src),
        lambda src, line: unaccounted.picture(spot(source, line), src),
    )
    gone = {src: line for src, line in before.pictures if src in names and names[src] not in images}
    entries += [unaccounted.picture_file(spot(source, line), src, names[src]) for src, line in gone.items()]
    return count, entries


def blocks(before: Scan, after: Scan, report: Report, source: Source) -> Counted:
    """As many warnings as there were hints, as many steps as the source marks as such; which one is lost is a guess."""
    had = Counter(kind for kind, _ in after.blocks)
    kinds = {"hint", "step"} if had["step"] else {"hint"}  # a page without steps has lists
    counted = [mention for mention in before.blocks if mention[0] in kinds]

    def is_kept(kind: str) -> bool:
        had[kind] -= 1
        return had[kind] >= 0

    told = [mention for mention in counted if not report.names_block(mention[1])]
    count, entries = _counted(
        told, is_kept, lambda *_: False, lambda kind, line: unaccounted.block(spot(source, line), kind)
    )
    reported = len(counted) - len(told)
    return count + Count(reported, 0, reported), entries


def settings(before: Scan, after: Scan, report: Report, source: Source) -> Counted:
    """Each key of the front matter that says something is one of the result, or is named, or its words are there."""
    had = {setting.key for setting in after.settings}
    had |= _ALIASES.keys() if had & {*_ALIASES.values()} else set()
    open_ones = [one for one in before.settings if one.words and one.key not in had and not report.names(one.key)]
    said = " ".join([*words.of("\n".join(after.texts)), *report.words]) if open_ones else ""
    had |= {setting.key for setting in open_ones if " ".join(setting.words) in said}
    return _counted(
        [(setting.key, setting.line) for setting in before.settings if setting.words],
        had.__contains__,
        lambda key, _: report.names(key),
        lambda key, line: unaccounted.setting(spot(source, line, key), key),
    )


def _counted(
    mentions: Sequence[Mention],
    is_kept: Callable[[str], bool],
    is_named: Callable[[str, int], bool],
    entry: Callable[[str, int], Entry],
) -> Counted:
    kept = reported = 0
    entries = []
    for what, line in mentions:
        if is_kept(what):
            kept += 1
        elif is_named(what, line):
            reported += 1
        else:
            entries.append(entry(what, line))
    return Count(len(mentions), kept, reported), entries
