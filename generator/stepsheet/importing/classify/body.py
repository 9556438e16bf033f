"""Explanations: texts, pictures and listings in the shortest form of the content format that keeps their order."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from stepsheet.importing.classify import figures, ids, lengths
from stepsheet.importing.classify.notes import Notes
from stepsheet.importing.classify.options import Condition
from stepsheet.importing.classify.pieces import Piece, Pieces
from stepsheet.importing.draft import Prose
from stepsheet.importing.tree import Block, Blocks, CodeSpan, Figure, Listing, Paragraph, Rule, walk, words

PLAIN_TEXT = ("text", "txt", "plain", "plaintext", "none")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Neighbouring blocks that become one item: blocks of prose, or a picture or a listing alone."""

    blocks: Blocks
    when: Condition

    @property
    def alone(self) -> Block | None:
        return self.blocks[0] if isinstance(self.blocks[0], Figure | Listing) else None


def explanation(flow: Pieces, taken: set[str], notes: Notes) -> dict[str, object]:
    """`info`, `images`, both in this order, or `body`; nothing when there is nothing to say."""
    stretches = _stretches(flow, notes)
    if not stretches:
        return {}
    texts, shown = stretches[: int(stretches[0].alone is None)], stretches[int(stretches[0].alone is None) :]
    if any(stretch.when for stretch in stretches) or not all(isinstance(part.alone, Figure) for part in shown):
        return {"body": _items(stretches, taken, notes)}
    made: dict[str, object] = {}
    if texts:
        made["info"] = Prose(texts[0].blocks[0].line, texts[0].blocks)
    if shown:
        pictures = (part.alone for part in shown)
        made["images"] = [_image(part, taken, notes) for part in pictures if isinstance(part, Figure)]
    return made


def items(flow: Pieces, taken: set[str], notes: Notes) -> list[dict[str, object]]:
    """Body items, one for each stretch of prose, each picture and each listing."""
    return _items(_stretches(flow, notes), taken, notes)


def _image(figure: Figure, taken: set[str], notes: Notes) -> dict[str, object]:
    return {"id": ids.unique(figures.name(figure), "picture", taken), **figures.picture(figure, notes)}


def _items(stretches: tuple[_Stretch, ...], taken: set[str], notes: Notes) -> list[dict[str, object]]:
    return [_item(stretch, taken, notes) for stretch in stretches]


def _item(stretch: _Stretch, taken: set[str], notes: Notes) -> dict[str, object]:
    when: dict[str, object] = {"when": dict(stretch.when)} if stretch.when else {}
    match stretch.alone:
        case Figure() as figure:
            name = ids.unique(figures.name(figure), "picture", taken)
            return {"id": name, **when, "image": figures.picture(figure, notes)}
        case Listing() as listing:
            return {"id": ids.unique(listing.title or listing.language, "code", taken), **when, "code": _code(listing)}
        case _:
            name = ids.unique(_spoken(stretch.blocks), "text", taken)
            return {"id": name, **when, "text": Prose(stretch.blocks[0].line, stretch.blocks)}


def _code(listing: Listing) -> dict[str, object]:
    language: dict[str, object] = {"language": listing.language} if listing.language else {}
    return {**language, "text": listing.text}


def _spoken(blocks: Blocks) -> str:
    """The first words of a text."""
    return next((text for block in walk(blocks) if isinstance(block, Paragraph) and (text := words(block.inlines))), "")


def _stretches(flow: Pieces, notes: Notes) -> tuple[_Stretch, ...]:
    opened = (piece for given in flow for piece in _opened(given, notes))
    found: list[_Stretch] = []
    for (alone, when), run in groupby(enumerate(opened), key=_kind):
        blocks = tuple(piece.block for _, piece in run)
        if alone is None:
            found += [_Stretch(part, when) for part in _prose(blocks, notes)]
        else:
            found.append(_Stretch(blocks, when))
    return tuple(found)


def _kind(numbered: tuple[int, Piece]) -> tuple[int | None, Condition]:
    """What neighbours have in common: a picture or a listing has nothing in common with any other."""
    index, piece = numbered
    return (index if isinstance(piece.block, Figure | Listing) else None), piece.when


def _opened(piece: Piece, notes: Notes) -> Iterator[Piece]:
    """The piece, with the title of a listing and the link of a picture as paragraphs of their own."""
    block = piece.block
    if isinstance(block, Listing):
        if plain_title := block.title.strip():
            yield Piece(Paragraph(block.line, (CodeSpan(plain_title),)), piece.when)
        if block.text.strip():
            yield piece
    elif isinstance(block, Figure):
        yield piece
        yield from (Piece(made, piece.when) for made in figures.link(block, notes))
    else:
        yield piece


def _prose(blocks: Blocks, notes: Notes) -> Iterator[Blocks]:
    """The blocks without rules at their ends, in texts that are short enough."""
    while blocks and isinstance(blocks[0], Rule):
        blocks = blocks[1:]
    while blocks and isinstance(blocks[-1], Rule):
        blocks = blocks[:-1]
    yield from lengths.divided(blocks, notes)
