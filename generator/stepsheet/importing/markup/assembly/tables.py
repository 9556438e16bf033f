"""Tables: rows of equal length, a head when it says something, and cards, which GitBook writes as tables."""

from collections.abc import Iterable, Iterator, Sequence

from stepsheet.importing.markup.frames import Cell, Node, Row
from stepsheet.importing.tree import Blocks, Table

MAX_COLUMNS = 100
MAX_ROWS = 2000


def rows(nodes: Iterable[Node]) -> list[Row]:
    """The rows; cells without one make one."""
    made: list[Row] = []
    loose: list[Cell] = []
    for node in nodes:
        if isinstance(node, Cell):
            loose.append(node)
        elif isinstance(node, Row):
            made += [Row(loose[0].line, tuple(loose))] if loose else []
            loose = []
            made.append(node)
    return [*made, Row(loose[0].line, tuple(loose))] if loose else made


def table(line: int, given: Sequence[Row]) -> Table:
    """The table of some rows; the first is its head when all its cells are heads and one of them says something."""
    grid = spread(given)
    has_head = bool(given) and bool(given[0].cells) and all(cell.head for cell in given[0].cells)
    head = grid[0] if has_head else ()
    align = tuple(_align(cell) for cell in given[0].cells) if given else ()
    width = max((len(row) for row in grid), default=0)
    return Table(
        line,
        head if any(head) else (),
        tuple(grid[1:] if has_head else grid),
        (*align, *[""] * width)[:width],
    )


def spread(given: Sequence[Row]) -> list[tuple[Blocks, ...]]:
    """The cells of each row, those that span columns or rows followed by empty ones, all rows of equal length."""
    grid: list[list[Blocks]] = []
    below: dict[int, int] = {}
    for row in given:
        cells: list[Blocks] = []
        for cell in row.cells:
            _skip(cells, below)
            room = max(MAX_COLUMNS - len(cells), 1)
            columns, over = _number(cell, "colspan", room), _number(cell, "rowspan", MAX_ROWS)
            if over > 1:
                below |= dict.fromkeys(range(len(cells), len(cells) + columns), over)
            cells += [cell.blocks, *[()] * (columns - 1)]
        _skip(cells, below)
        below = {column: left - 1 for column, left in below.items() if left > 1}
        grid.append(cells)
    width = max((len(row) for row in grid), default=0)
    return [(*row, *[()] * (width - len(row))) for row in grid]


def _skip(cells: list[Blocks], below: dict[int, int]) -> None:
    """Pass over the columns that a cell of a row above reaches into, as far as tables are wide."""
    while len(cells) in below and len(cells) < MAX_COLUMNS:
        cells.append(())


def _number(cell: Cell, key: str, limit: int) -> int:
    text = cell.attributes.get(key, "")
    return min(max(int(text), 1), limit) if text.isascii() and text.isdigit() and len(text) < len("100000") else 1


def _align(cell: Cell) -> str:
    align = cell.attributes.get("align", "").lower()
    return align if align in {"left", "center", "right"} else ""


def hidden(given: Sequence[Row]) -> dict[int, str]:
    """The columns that GitBook does not show, and what each is for: cover, target, or nothing."""
    return {} if not given else dict(_hidden(given[0]))


def _hidden(head: Row) -> Iterator[tuple[int, str]]:
    for column, cell in enumerate(head.cells):
        roles = [key.removeprefix("data-card-") for key in cell.attributes if key.startswith("data-card-")]
        if "data-hidden" in cell.attributes or roles:
            yield column, roles[0] if roles else ""
