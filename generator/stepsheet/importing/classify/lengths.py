"""Texts that are longer than a guide's text may be, divided where a block or a sentence ends."""

from collections.abc import Iterator
from dataclasses import replace

from stepsheet.importing.classify import sentences
from stepsheet.importing.classify.inlines import cut, trimmed
from stepsheet.importing.classify.notes import Notes
from stepsheet.importing.tree import (
    Block,
    Blocks,
    CodeSpan,
    Emphasis,
    Inlines,
    Link,
    List,
    Listing,
    Paragraph,
    Quote,
    Strong,
    Table,
    Words,
    words,
)

MAX = 16_000  # characters as Markdown; below the bound of a text, since links grow when they are resolved
_PLAIN = dict.fromkeys(map(ord, "\\`*_{}[]()#+-.!|<>~&"))  # what may be escaped, to be dropped


def divided(blocks: Blocks, notes: Notes) -> tuple[Blocks, ...]:
    """The blocks in runs that one text can hold each; a note says so when a block had to be divided for that."""
    if size(blocks) <= MAX:
        return (blocks,) if blocks else ()
    pieces = tuple(piece for block in blocks for piece in _small(block))
    if len(pieces) > len(blocks):
        notes.divided(blocks[0].line, len(pieces) - len(blocks) + 1)
    runs: list[list[Block]] = [[]]
    total = 0
    for piece in pieces:
        weight = _weight(piece)
        if runs[-1] and total + weight > MAX:
            runs.append([])
            total = 0
        runs[-1].append(piece)
        total += weight
    return tuple(map(tuple, runs))


def size(blocks: Blocks) -> int:
    """About how many characters the blocks have as Markdown, rather too many than too few."""
    return sum(map(_weight, blocks))


def _weight(block: Block) -> int:
    match block:
        case Paragraph(inlines=inlines):
            return _length(inlines) + 2
        case Listing(text=text):
            return len(text) + 4 * text.count("\n") + 20
        case List(items=items):
            return sum(size(item.blocks) + 8 * (1 + len(item.blocks)) for item in items)
        case Table(head=head, rows=rows):
            return sum(size(cell) + 6 for row in (head, *rows) for cell in row) + 8 * len(head)
        case Quote(blocks=blocks):
            return size(blocks) + 4 * len(blocks)
        case _:
            return 8


def _length(inlines: Inlines) -> int:
    total = 0
    for inline in inlines:
        match inline:
            case Words(text=text):
                total += 2 * len(text) - len(text.translate(_PLAIN))
            case CodeSpan(text=text):
                total += len(text) + 4
            case Strong(children=children) | Emphasis(children=children):
                total += _length(children) + 4
            case Link(href=href, children=children):
                total += 3 * len(href) + _length(children) + 8
            case _:
                total += 3
    return total


def _small(block: Block) -> Iterator[Block]:
    """The block in parts none of which is too long, if it can be divided."""
    if _weight(block) <= MAX:
        yield block
        return
    match block:
        case List(items=items) if len(items) > 1:
            half = len(items) // 2
            yield from _small(replace(block, items=items[:half]))
            yield from _small(replace(block, items=items[half:]))
        case Table(rows=rows) if len(rows) > 1:
            half = len(rows) // 2
            yield from _small(replace(block, rows=rows[:half]))
            yield from _small(replace(block, rows=rows[half:]))
        case Quote(blocks=blocks):
            inner = tuple(part for held in blocks for part in _small(held))
            half = len(inner) // 2
            if half:
                yield from _small(replace(block, blocks=inner[:half]))
                yield from _small(replace(block, blocks=inner[half:]))
            else:
                yield block
        case Paragraph(line=line, inlines=inlines):
            yield from (Paragraph(line, part) for part in _lines(inlines))
        case Listing(text=text) if "\n" in text:
            rows_of_code = text.split("\n")
            half = len(rows_of_code) // 2
            yield from _small(replace(block, text="\n".join(rows_of_code[:half])))
            yield from _small(replace(block, text="\n".join(rows_of_code[half:])))
        case _:
            yield block


def _lines(inlines: Inlines) -> Iterator[Inlines]:
    """A line in parts that end with a sentence, or with a word where a sentence is too long itself."""
    while inlines:
        before, inlines = fitting(inlines)
        yield before


def fitting(inlines: Inlines) -> tuple[Inlines, Inlines]:
    """As much of a line as one text can hold, and the rest."""
    total = 0
    for index, inline in enumerate(inlines):
        length = _length((inline,))
        total += length
        if total > MAX:
            read = inlines[: index + 1]
            limit = len(words(inlines[:index])) + len(words((inline,))) * max(MAX - total + length, 1) // (2 * length)
            before, after = cut(read, _end(words(read), max(limit, 1)))
            return trimmed(before), trimmed((*after, *inlines[index + 1 :]))
    return inlines, ()


def _end(text: str, limit: int) -> int:
    """Where the last sentence ends before a limit, else the last word, else the limit."""
    return sentences.last_end(text, limit) or text.rfind(" ", 0, limit) + 1 or limit
