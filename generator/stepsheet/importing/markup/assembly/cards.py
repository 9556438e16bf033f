"""Tables of GitBook's: hidden columns, and cards, each a row that leads to a page."""

from collections.abc import Iterator, Mapping, Sequence

from stepsheet.importing.markup.assembly import tables
from stepsheet.importing.markup.assembly.gathering import flat
from stepsheet.importing.markup.frames import Row
from stepsheet.importing.markup.spans import spoken
from stepsheet.importing.tree import (
    Block,
    Blocks,
    Figure,
    Group,
    Icon,
    Inline,
    Link,
    PageLink,
    Paragraph,
    Repair,
    Words,
)


def read(line: int, rows: Sequence[Row], view: str) -> tuple[Blocks, tuple[Repair, ...]]:
    """The blocks of a table as GitBook shows it, and what its hidden columns say."""
    hidden = tables.hidden(rows)
    shown = [_without(row, hidden) for row in rows]
    if view != "cards":
        return (tables.table(line, shown),), _unseen(line, rows, hidden)
    roles = {role: column for column, role in hidden.items()}
    head = tables.table(line, shown[:1]).head
    blocks = [Paragraph(line, flat(cell)) for cell in head if flat(cell)]
    cards = [card for row, seen in zip(rows, shown, strict=True) for card in _card(row, seen, roles)]
    return (Group(line, "cards", (*blocks, *cards)),), _unseen(line, rows, hidden)


def _without(row: Row, columns: dict[int, str]) -> Row:
    return Row(row.line, tuple(cell for column, cell in enumerate(row.cells) if column not in columns))


def _card(row: Row, seen: Row, roles: dict[str, int]) -> Iterator[Block]:
    if all(cell.head for cell in row.cells):
        return
    cover, dark, hrefs = (_addresses(row, roles.get(role)) for role in ("cover", "cover-dark", "target"))
    if pictures := [*cover, *dark]:
        yield Figure(row.line, pictures[0], "", dark="".join(dark[:1] if cover else ()))
    inlines = _line(seen)
    if hrefs:
        yield PageLink(row.line, hrefs[0], inlines)
    elif any(not isinstance(block, Paragraph) for cell in seen.cells for block in cell.blocks):
        yield Group(row.line, "card", tuple(block for cell in seen.cells for block in cell.blocks))
    elif inlines:
        yield Paragraph(row.line, inlines)


def _line(row: Row) -> tuple[Inline, ...]:
    made: list[Inline] = []
    for cell in row.cells:
        if inlines := flat(cell.blocks):
            made += [*([Words(" ")] if made else []), *inlines]
    return tuple(made)


def _addresses(row: Row, column: int | None) -> list[str]:
    """The addresses in a cell: of its links and its pictures."""
    cells = () if column is None else row.cells[column : column + 1]
    inlines = [inline for cell in cells for inline in flat(cell.blocks)]
    return [
        inline.href if isinstance(inline, Link) else inline.src for inline in inlines if isinstance(inline, Link | Icon)
    ]


def _unseen(line: int, rows: Sequence[Row], columns: Mapping[int, str]) -> tuple[Repair, ...]:
    """What the hidden columns of a table say: of cards, the names of the files that they lead to."""
    said = [text for row in rows for column, role in columns.items() for text in _said(row, column, role)]
    what = "the columns of a table that GitBook hides are left out"
    return (Repair(line, what, " ".join(said)),) if said else ()


def _said(row: Row, column: int, role: str) -> Iterator[str]:
    for cell in row.cells[column : column + 1]:
        if text := spoken(flat(cell.blocks)).strip():
            yield text
    if not role:
        yield from _addresses(row, column)
