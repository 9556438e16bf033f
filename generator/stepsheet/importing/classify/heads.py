"""The sentence of a step: found among its pieces, freed of its number, cut where it ends."""

from dataclasses import replace

from stepsheet.importing.classify import marks, sentences
from stepsheet.importing.classify.inlines import cut, first_line, flat, plain, trimmed, unwrapped
from stepsheet.importing.classify.notes import Notes
from stepsheet.importing.classify.pieces import Piece, Pieces
from stepsheet.importing.tree import (
    CodeSpan,
    Heading,
    Hint,
    Inlines,
    List,
    Listing,
    Paragraph,
    Quote,
    Strong,
    Words,
    words,
)

LONG = 160  # characters; a sentence that is longer gives way to the bold title before it
SHORT = 4
LABEL = ".!?:。：！？،"
NUMBERS = "the numbers of steps, which are counted anew"


def unmarked(pieces: Pieces, notes: Notes) -> Pieces:
    """The pieces without the number that the first of them begins with; a number alone gives way to the next text."""
    first = pieces[0].block
    if not isinstance(first, Paragraph | Heading):
        return pieces
    text = trimmed(first.inlines)
    mark = marks.find(words(text))
    length = mark.length if mark else marks.dotted(words(text))
    if not length:
        return pieces
    number, rest = cut(text, length)
    if plain(rest):
        notes.left(first.line, NUMBERS, plain(number))
        return (replace(pieces[0], block=replace(first, inlines=trimmed(rest))), *pieces[1:])
    if head(pieces[1:]) and isinstance(pieces[1].block, Paragraph) and not isinstance(first, Heading):
        notes.left(first.line, NUMBERS, plain(number))
        return pieces[1:]
    return pieces


def head(pieces: Pieces) -> tuple[Paragraph, Pieces] | None:
    """What to do, and the rest of the pieces; the first words, even when a picture stands before them."""
    for index, piece in enumerate(pieces):
        block = piece.block
        rest = (*pieces[:index], *pieces[index + 1 :])
        if isinstance(block, Heading):
            return Paragraph(block.line, unwrapped(flat(block.inlines))), rest
        if isinstance(block, Paragraph):
            do, more = _sentence(block.inlines)
            below = (Piece(Paragraph(block.line, more), piece.when),) if plain(more) else ()
            return Paragraph(block.line, do), (*pieces[:index], *below, *pieces[index + 1 :])
    return _wordless(pieces)


def _wordless(pieces: Pieces) -> tuple[Paragraph, Pieces] | None:
    """The first words inside of a list, a hint or a quotation, or a command in a listing of one line."""
    for index, piece in enumerate(pieces):
        block = piece.block
        if isinstance(block, Listing) and "\n" not in block.text.strip() and block.text.strip():
            return Paragraph(block.line, (CodeSpan(block.text.strip()),)), (*pieces[:index], *pieces[index + 1 :])
        if isinstance(block, List) and block.items:
            inner = tuple(Piece(inside, piece.when) for inside in block.items[0].blocks)
            found = head(inner)
            if found:
                others = (Piece(replace(block, items=block.items[1:]), piece.when),) if block.items[1:] else ()
                return found[0], (*pieces[:index], *found[1], *others, *pieces[index + 1 :])
        if isinstance(block, Hint | Quote):
            inner = tuple(Piece(inside, piece.when) for inside in block.blocks)
            found = head(inner)
            if found:
                return found[0], (*pieces[:index], *found[1], *pieces[index + 1 :])
    return None


def _sentence(inlines: Inlines) -> tuple[Inlines, Inlines]:
    """The sentence that says what to do, and the rest of its paragraph."""
    line, more = first_line(inlines)
    label = _label(line)
    if label and (not label[1] or len(plain(line)) > LONG or sentences.first(line)[1]):
        do, rest = label
    else:
        do, rest = sentences.first(line)
    together = (*rest, Words(" "), *more) if rest and more else rest or more
    return unwrapped(flat(do)), trimmed(together)


def _label(line: Inlines) -> tuple[Inlines, Inlines] | None:
    """A bold title at the beginning, without the colon or dash that parts it from the rest."""
    line = trimmed(line)
    if len(line) == 1 or not line or not isinstance(line[0], Strong):
        return None
    title = plain(line[:1])
    text = plain(line[1:])
    if text in {":", "："}:
        return line[:1], ()
    if not text or not (title[-1] in LABEL or text[0] in ":：–—-") or not _says_enough(title):
        return None
    rest = line[1:]
    if text[0] in ":：–—-":
        raw = "".join(inline.text for inline in rest[:1] if isinstance(inline, Words))
        rest = cut(rest, len(raw) - len(raw.lstrip(" \t:：–—-")))[1]
    return line[:1], trimmed(rest)


def _says_enough(title: str) -> bool:
    """Whether a bold title can stand alone: two words, or as much in a script without blanks; "Note:" cannot."""
    return len(title.split()) > 1 or (not title.isascii() and len(title) >= SHORT)
