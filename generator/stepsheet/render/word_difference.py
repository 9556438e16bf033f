"""Two versions of a text, word by word: what stayed, what has gone, what has come."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, takewhile

# Scripts without spaces between words: each character is a word of its own.
_ALONE = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"\s+|[{_ALONE}]|[^\W{_ALONE}]+|[^\w\s]")
_BOUND = 1_000_000  # pairs of words: what is longer is compared in a second and no more


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row with one fate: `same`, `gone` or `come`."""

    fate: str
    text: str


def difference(old: str, new: str) -> tuple[Run, ...]:
    """The runs of both texts in reading order, what has gone before what has come in its place.

    >>> [f"{run.fate}: {run.text}" for run in difference("Pour hot water.", "Pour cold water.")]
    ['same: Pour ', 'gone: hot', 'come: cold', 'same:  water.']
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    head = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))))
    ends = zip(reversed(before[head:]), reversed(after[head:]), strict=False)
    tail = len(list(takewhile(lambda pair: pair[0] == pair[1], ends)))
    inner = before[head : len(before) - tail], after[head : len(after) - tail]
    found = [("same", before[:head]), *_compared(*inner), ("same", before[len(before) - tail :])]
    return tuple(_joined(found))


def _compared(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    if len(before) * len(after) > _BOUND:
        yield from (("gone", before), ("come", after))
        return
    for _, begin, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if before[begin:end] == after[first:last]:
            yield "same", before[begin:end]
        else:
            yield from (("gone", before[begin:end]), ("come", after[first:last]))


def _joined(found: Sequence[tuple[str, Sequence[str]]]) -> Iterator[Run]:
    """Runs without empty ones, neighbours of one fate as one."""
    full = ((fate, "".join(words)) for fate, words in found if words)
    for fate, group in groupby(full, lambda one: one[0]):
        yield Run(fate, "".join(text for _, text in group))
