"""The data of a guide: every key and every value as the author's file and the catalog have it, and no other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from stepsheet.audit.faults import changed_data, damaged_file, lost_text, out_of_order, said_twice
from stepsheet.audit.former import AT_MOST
from stepsheet.audit.presence import lack
from stepsheet.audit.record import Record
from stepsheet.audit.scope import Audit, Edition
from stepsheet.diagnostics import Diagnostic

_REVISION = re.compile("[0-9a-f]{8}")
# ISO 8601, section 5.5.2.2; weeks and longer are of no use for a guide.
_DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?")
_PARTS = ("days", "hours", "minutes", "seconds")

SHARED = True


def check(audit: Audit) -> Iterator[Diagnostic]:
    """What is wrong with the data of all guides."""
    for edition in audit.mine(audit.editions):
        bundle = edition.claims.bundle
        lacking = lack(audit.built, edition.data, "the data of this guide", bundle.place)
        if lacking:
            yield lacking
            continue
        found = audit.built.json(edition.data)
        if isinstance(found, dict):
            yield from _guide(audit, edition, found)
        else:
            yield damaged_file.at(bundle.place, edition.data, "JSON")


def _guide(audit: Audit, edition: Edition, found: Mapping[str, Any]) -> Iterator[Diagnostic]:
    claims, wanted = edition.claims, audit.record(edition)
    yield from _record(wanted, {key: value for key, value in found.items() if key != "revision"}, edition.data)
    revision = found.get("revision")
    if not isinstance(revision, str) or not _REVISION.fullmatch(revision):
        yield changed_data.unknown(claims.bundle.place, f"the revision {revision!r}", edition.data)
    elif audit.built.read(edition.markdown) and revision not in audit.built.text(edition.markdown):
        yield changed_data.revision(claims.bundle.place, revision, edition.data, edition.markdown)


def _record(wanted: Record, found: Mapping[str, Any], file: str) -> Iterator[Diagnostic]:
    """An object against what it must hold."""
    for key, value in wanted.values.items():
        name = f"{key!r} of {wanted.told}"
        if key in found:
            yield from _value(wanted, key, value, found[key], file)
        else:
            yield changed_data.lost(wanted.at(key), name, file)
    for key in found:
        if key not in wanted.values:
            yield changed_data.unknown(wanted.place, f"{key!r} of {wanted.told}", file)


def _value(wanted: Record, key: str, value: object, found: object, file: str) -> Iterator[Diagnostic]:
    """A value of an object."""
    name = f"{key!r} of {wanted.told}"
    if isinstance(value, Record):
        if isinstance(found, dict):
            yield from _record(value, found, file)
        else:
            yield changed_data.value(value.place, name, _short(found), _kind(value), file)
    elif isinstance(value, list) and isinstance(found, list) and (not value or isinstance(value[0], Record)):
        yield from _list(wanted, key, value, found, file)
    elif not _same(value, found):
        yield changed_data.value(wanted.at(key), name, _short(found), _plain(value), file)


def _list(wanted: Record, key: str, records: Sequence[Record], found: Sequence[Any], file: str) -> Iterator[Diagnostic]:
    """A list of objects, each told by its id."""
    names = [_id(one) for one in found]
    known = [_id(record.values) for record in records]
    for record, name in zip(records, known, strict=True):
        if name not in names:
            yield lost_text.part(record.place, record.kind, record.key, file)
            continue
        if names.count(name) > 1:
            yield said_twice.part(record.place, record.kind, record.key, file)
        yield from _record(record, found[names.index(name)], file)
    for name in names:
        if name not in known:
            yield changed_data.unknown(wanted.at(key), f"{name!r} in {key!r} of {wanted.told}", file)
    yield from _order(records, known, names, file)


def _order(records: Sequence[Record], known: Sequence[str], names: Sequence[str], file: str) -> Iterator[Diagnostic]:
    places = [names.index(name) for name in known if name in names]
    there = [record for record, name in zip(records, known, strict=True) if name in names]
    for before, place, record in zip(places, places[1:], there[1:], strict=False):
        if place < before:
            yield out_of_order.part(record.place, record.kind, record.key, file)


def _id(found: object) -> str:
    """What tells an object from others in its list, nothing for anything else."""
    if not isinstance(found, Mapping):
        return ""
    return str(found.get("id", found.get("option", "")))


def _same(value: object, found: object) -> bool:
    """Whether two values are one, dates and durations as ISO 8601 writes them."""
    if isinstance(value, re.Pattern):
        return isinstance(found, str) and value.fullmatch(found) is not None
    if isinstance(value, frozenset):
        return isinstance(found, list) and len(found) == min(len(value), AT_MOST) and value.issuperset(map(str, found))
    if isinstance(value, timedelta):
        return isinstance(found, str) and _duration(found) == value
    if isinstance(value, date):
        return found == value.isoformat()
    return isinstance(value, bool) is isinstance(found, bool) and value == found


def _duration(text: str) -> timedelta | None:
    found = _DURATION.fullmatch(text)
    if not found:
        return None
    return timedelta(**{part: float(number) for part, number in zip(_PARTS, found.groups(), strict=True) if number})


def _plain(value: object) -> object:
    if isinstance(value, re.Pattern):
        return value.pattern
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, timedelta):
        minutes, seconds = divmod(int(value.total_seconds()), 60)
        return f"PT{minutes}M{seconds}S" if seconds else f"PT{minutes}M"
    return str(value) if isinstance(value, date) else value


def _short(found: object) -> object:
    """A value as a message shows it: of an object or list only what it is."""
    if isinstance(found, dict):
        return {}
    return [] if isinstance(found, list) and any(isinstance(one, dict) for one in found) else found


def _kind(record: Record) -> object:
    return record.values.get("value", {})
