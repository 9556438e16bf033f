"""A list of labels and what to enter there, as the fields of a step."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stepsheet.importing.classify.inlines import cut, flat, plain, trimmed, unwrapped
from stepsheet.importing.classify.vocabulary import SECRETS
from stepsheet.importing.draft import Line
from stepsheet.importing.tree import Break, CodeSpan, Inlines, Item, Link, List, Paragraph, Strong, Words, words

MIN_FIELDS = 2
MAX_LABEL = 60
MAX_PLAIN_LABEL = 30
MAX_PLAIN_VALUE = 60
_PARTING = re.compile(r"\s*(?:[:：]|[–—]|-(?=\s))\s*")
_PLAIN = re.compile(r"(?P<label>[^:：.。!?？]{1,30})[:：]\s*(?=\S)")
_SECRET = re.compile(
    r"\b(?:"
    + "|".join(word[:-1] if word.endswith("-") else rf"{word}\b" for word in SECRETS if word[0] < "\u2e80")
    + ")"
    "|" + "|".join(word for word in SECRETS if word[0] >= "\u2e80"),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Field:
    """A label and what to enter; `enter` is empty when the source only names the field."""

    line: int
    label: Inlines
    enter: Inlines

    @property
    def data(self) -> dict[str, object]:
        """The field without an id."""
        made: dict[str, object] = {"label": Line(self.line, self.label)}
        if self.enter:
            made["enter"] = Line(self.line, self.enter)
        if _SECRET.search(plain(self.label)):
            made["secret"] = True
        return made


def found(block: List) -> tuple[Field, ...]:
    """The fields that a list is, none when it is any other list."""
    if block.ordered or len(block.items) < MIN_FIELDS:
        return ()
    fields = tuple(_fields(block.items))
    return fields if len(fields) == len(block.items) and any(field.enter for field in fields) else ()


def _fields(items: tuple[Item, ...]) -> Iterator[Field]:
    for item in items:
        inlines = _line(item)
        field = _parted(item.line, inlines) if inlines else None
        if field:
            yield field


def _line(item: Item) -> Inlines:
    """The words of an item that is one line, without an icon or a break; nothing otherwise."""
    if len(item.blocks) != 1 or item.checked is not None:
        return ()
    block = item.blocks[0]
    if not isinstance(block, Paragraph) or any(isinstance(inline, Break) for inline in block.inlines):
        return ()
    return trimmed(block.inlines)


def _parted(line: int, inlines: Inlines) -> Field | None:
    first = inlines[0]
    if isinstance(first, Strong):
        return _bold(line, first, inlines[1:])
    text = words(inlines)
    label = _PLAIN.match(text)
    if not isinstance(first, Words) or not label or len(label["label"]) > len(first.text):
        return None
    value = text[label.end() :]
    if value.startswith("//") or len(value) > MAX_PLAIN_VALUE or value.rstrip().endswith((".", "。", ";")):
        return None
    return Field(line, flat(cut(inlines, label.end("label"))[0]), flat(cut(inlines, label.end())[1]))


def _bold(line: int, label: Strong, rest: Inlines) -> Field | None:
    title = plain((label,))
    text = words(rest)
    parting = _PARTING.match(text)
    if len(title) > MAX_LABEL or any(isinstance(child, Link | CodeSpan) for child in label.children):
        return None
    if not title.endswith((":", "：")) and not parting and text.strip():
        return None
    enter = flat(cut(rest, parting.end())[1]) if parting else flat(rest)
    return Field(line, unwrapped(_without_colon(label.children)), enter)


def _without_colon(inlines: Inlines) -> Inlines:
    inlines = trimmed(inlines)
    last = inlines[-1] if inlines else None
    return (*inlines[:-1], Words(last.text.rstrip(" :："))) if isinstance(last, Words) else inlines
