"""CSV, for spreadsheets (RFC 4180): one row for each text, each row with the book, the locale and the revision.

A cell that a spreadsheet would take for a formula has an apostrophe in front.
"""

import csv
import io
import re
from collections.abc import Sequence
from datetime import date

from stepsheet.diagnostics import Diagnostic, Location, Source
from stepsheet.model.catalog import Standing
from stepsheet.translating.faults import broken_exchange
from stepsheet.translating.form import Form
from stepsheet.translating.parcel import Parcel, Received, Reply, Unit

_BOM = "\ufeff"  # without it, spreadsheets do not see that the text is UTF-8
_OF_ALL = ("book", "locale", "revision")
_OF_ONE = ("key", "state", "previous", "source", "translation")
_NEEDED = (*_OF_ALL, *_OF_ONE)
_COLUMNS = (*_NEEDED, "context", "link")
_FORMULA = re.compile(r"'*[=+\-@]")
_DIVIDERS = ",;\t"


def write(parcel: Parcel, day: date) -> bytes:
    """The file of a parcel."""
    del day
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(_COLUMNS)
    for unit in parcel.units:
        writer.writerow(map(_guarded, _row(parcel, unit)))
    return (_BOM + buffer.getvalue()).encode()


def _row(parcel: Parcel, unit: Unit) -> tuple[str, ...]:
    own = (unit.key, unit.standing.value, unit.previous or "", unit.source, unit.text)
    return (parcel.book, parcel.locale, parcel.revision, *own, "\n".join(unit.context), unit.link)


def read(data: bytes, source: Source) -> Received | Diagnostic:
    """What a file says, or why it cannot be read."""
    try:
        rows, error = _rows(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return broken_exchange.at(Location(source), "it is not in UTF-8")
    if error:
        return broken_exchange.at(_at(source, rows[-1][0]), f"it is no CSV file: {error}")
    head = rows[0][1] if rows else []
    missing = [name for name in _NEEDED if name not in head]
    if missing:
        return broken_exchange.at(Location(source), f"it has no column {missing[0]!r}")
    records = [(line, dict(zip(head, map(_plain, row), strict=False))) for line, row in rows[1:] if any(row)]
    if not records:
        return broken_exchange.at(Location(source), "it has no rows")
    return _received(records, source)


def _rows(text: str) -> tuple[list[tuple[int, Sequence[str]]], str]:
    """The rows with the lines they begin in, and what is wrong with the last of them.

    Spreadsheets of some countries divide the cells by something else than a comma.
    """
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DIVIDERS, key=first.count), strict=True)
    rows: list[tuple[int, Sequence[str]]] = []
    while True:
        line = reader.line_num + 1
        try:
            rows.append((line, next(reader)))
        except StopIteration:
            return rows, ""
        except csv.Error as error:
            return [*rows, (line, ())], str(error)


def _received(records: Sequence[tuple[int, dict[str, str]]], source: Source) -> Received | Diagnostic:
    line, first = records[0]
    for line, record in records:
        absent = [name for name in _NEEDED if name not in record]
        if absent:
            return broken_exchange.at(_at(source, line), f"the row has no cell in the column {absent[0]!r}")
        other = [name for name in _OF_ALL if record[name] != first[name]]
        if other:
            message = f"the row is for the {other[0]} {record[other[0]]!r}, others are for {first[other[0]]!r}"
            return broken_exchange.at(_at(source, line), message)
    replies = tuple(_reply(record, _at(source, line)) for line, record in records)
    return Received(first["book"], first["locale"], first["revision"], replies, source)


def _reply(record: dict[str, str], at: Location) -> Reply:
    return Reply(
        key=record["key"],
        source=record["source"],
        text=record["translation"],
        previous=record["previous"] or None,
        is_stale=record["state"].strip() == Standing.STALE.value,
        at=at,
    )


def _at(source: Source, line: int) -> Location:
    return Location(source, line, 1, line, 2)


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _plain(cell: str) -> str:
    """The cell as it was meant; spreadsheets end the lines in a cell in their own way."""
    cell = cell.replace("\r\n", "\n")
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


FORM = Form("csv", ("csv",), write, read)
