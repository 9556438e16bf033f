"""Hints as warnings: the first paragraph is the hazard, the rest explains it."""

from dataclasses import dataclass, replace

from stepsheet.importing.classify import lengths, prose, sentences
from stepsheet.importing.classify.inlines import first_line, flat, plain, trimmed, unwrapped
from stepsheet.importing.classify.notes import Notes
from stepsheet.importing.draft import Line, Prose
from stepsheet.importing.tree import Blocks, Hint, Inlines, List, Paragraph, Rule, Strong, Words

LONG = 160  # characters; what is longer says the rest below the hazard
LABEL_WORDS = 3
LABEL_LENGTH = 30


@dataclass(frozen=True, slots=True)
class Split:
    """A hint: the warning without an id, None when it has no words; what belongs beside it; words for an id."""

    warning: dict[str, object] | None
    beside: Blocks
    words: str = ""


def split(hint: Hint, label: Inlines, notes: Notes) -> Split:
    """The hint as a warning; `label` says whom it is for."""
    made = tuple(prose.cleaned(block, notes, hints=False) for block in hint.blocks)
    blocks = tuple(block for clean, _ in made for block in clean if not isinstance(block, Rule))
    beside = tuple(block for _, aside in made for block in aside)
    text, rest = _titled(hint, blocks) if plain(hint.title) else _text(blocks)
    if not text:
        notes.kept(hint.line, "a hint without a sentence", "pictures and code")
        return Split(None, (*rest, *beside))
    if label:
        text = (Strong((*label, Words(":"))), Words(" "), *text)
    warning: dict[str, object] = {"kind": hint.style, "text": Line(hint.line, text)}
    infos = lengths.divided(rest, notes)
    if infos:
        warning["info"] = Prose(infos[0][0].line, infos[0])
    more = (block for info in infos[1:] for block in info)
    return Split(warning, (*more, *beside), plain(text))


def _titled(hint: Hint, blocks: Blocks) -> tuple[Inlines, Blocks]:
    """A hint with a title of its own: the title is the text, unless it is a mere label before a paragraph."""
    title = Paragraph(hint.line, hint.title)
    return _text((title, *blocks))


def _text(blocks: Blocks) -> tuple[Inlines, Blocks]:
    """The hazard in a line, and the blocks that explain it."""
    if not blocks:
        return (), ()
    first = blocks[0]
    if isinstance(first, Paragraph):
        return _paragraph(first, blocks[1:])
    if isinstance(first, List) and first.items and first.items[0].blocks:
        text, inner = _text(first.items[0].blocks)
        others: Blocks = (replace(first, items=first.items[1:]),) if first.items[1:] else ()
        return (text, (*inner, *others, *blocks[1:])) if text else ((), blocks)
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            text, rest = _paragraph(block, ())
            return text, (*blocks[:index], *rest, *blocks[index + 1 :])
    return (), blocks


def _paragraph(first: Paragraph, following: Blocks) -> tuple[Inlines, Blocks]:
    line, more = first_line(first.inlines)
    rest: Blocks = (Paragraph(first.line, more), *following) if plain(more) else following
    if _is_label(plain(line)) and rest and isinstance(rest[0], Paragraph):
        text, others = _paragraph(rest[0], rest[1:])
        return (*flat(line), Words(" "), *text), others
    if len(plain(line)) > LONG:
        sentence, remainder = sentences.first(line)
        if remainder:
            return unwrapped(flat(sentence)), _before(remainder, first.line, rest)
    return unwrapped(flat(line)), rest


def _before(remainder: Inlines, line: int, rest: Blocks) -> Blocks:
    return (Paragraph(line, trimmed(remainder)), *rest)


def _is_label(text: str) -> bool:
    """Whether a line is only "Note:" or "Attention!", which says nothing without the next."""
    return len(text) <= LABEL_LENGTH and len(text.split()) <= LABEL_WORDS and text.endswith((":", "!", "：", "！"))
