"""The words of a sheet that runs from right to left, in the order in which they are read.

In the file the words of one stretch stand as they are seen, from left to right, the stretches as they are read. PDFium
turns the words of a Latin stretch round, and within a word what is joined: ligatures, digits beside letters, names with
a hyphen; a mark over a letter brings the letter once more, and a blank. So stretches are put in order again, and a word
is known by its letters: the order of words is compared, within what stands between two blanks it is not. Where PDFium
sees a blank too many or too few, the letters between two texts that were found are compared.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from unicodedata import bidirectional

from stepsheet.audit.claims import Claim
from stepsheet.audit.flow import Flow, Traced, Wanted
from stepsheet.audit.paper.sheet import Run
from stepsheet.audit.wording import bare, words

_RIGHTWARD = frozenset({"L", "EN", "AN"})  # letters and digits that run from left to right (UAX 9, table 4)
# Points between two runs of one word; Latin ones are broken into pieces on purpose.
_JOINED, _PIECED = 0.7, 1.5

_LEFT = 8  # letters of a stretch that may be words of the sheet itself, cut at another place


def ordered(runs: Sequence[Run]) -> list[Run]:
    """The runs as they are read, no letter twice, a blank between words alone."""
    made: list[Run] = []
    stretch: list[Run] = []
    for run in _bases(runs):
        if stretch and not _goes_on(stretch[-1], run):
            made += reversed(stretch)
            stretch = []
        stretch.append(_turned(run))
    made += reversed(stretch)
    return [_closed(run, after) for run, after in pairwise([*made, None]) if run]


def _bases(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs without those that are the mark of a letter, which is in the next."""
    for run, after in pairwise([*runs, None]):
        if run and not (after and _is_mark_of(run, after)):
            yield run


def _is_mark_of(run: Run, after: Run) -> bool:
    letters = bare(run.text).strip()
    is_over = after.box[0] < run.box[2] and run.box[0] < after.box[2] and run.page == after.page
    return len(run.text.strip()) > len(letters) and Counter(letters) <= Counter(bare(after.text)) and is_over


def _goes_on(run: Run, after: Run) -> bool:
    """Whether two runs are of one stretch from right to left: the one that is read later stands first in the file."""
    text = run.text + after.text
    return _are_level(run, after) and run.box[0] < after.box[0] and not _turns(text) and bool(words(text))


def _are_level(run: Run, after: Run) -> bool:
    (_, bottom, _, top), (_, low, _, high) = run.box, after.box
    return run.page == after.page and low < top and bottom < high


def _turns(text: str) -> bool:
    return any(bidirectional(one) in _RIGHTWARD for one in text)


def _turned(run: Run) -> Run:
    """A run with the words of a Latin stretch as they are read; another is one word, whatever is kerned in it."""
    blank = " " * (run.text.strip() != run.text)
    parts = " ".join(reversed(run.text.split())) if _turns(run.text) else "".join(run.text.split())
    return replace(run, text=parts + blank)


def _closed(run: Run, after: Run | None) -> Run:
    """A run without the blank at its end where it goes on in the next, whichever side that is on."""
    if after is None or not touch(run, after, _PIECED if _turns(run.text) else _JOINED):
        return run
    is_wordless = not words(after.text) and after.text != after.text.strip()
    return replace(run, text=run.text.strip()) if words(run.text) and not is_wordless else run


def loosened(flow: Flow, traced: Traced[Claim], known: frozenset[str]) -> Traced[Claim]:
    """With a text that is missing found in a stretch of nobody that has all its letters beside `known` words."""
    found, missing = list(traced.found), list[Wanted[Claim]]()
    bags = [_letters(flow, start, end, known) for start, end, _ in traced.rest]
    used: set[int] = set()
    for one in traced.missing:
        wanted = Counter(one.text)
        place = next((index for index, bag in enumerate(bags) if wanted <= bag), None)
        if place is None:
            missing.append(one)
            continue
        bags[place] -= wanted
        used.add(place)
        found.append((one, *_own(flow, *traced.rest[place][:2], one.of.locale)))
    rest = tuple(one for index, one in enumerate(traced.rest) if index not in used or bags[index].total() > _LEFT)
    return replace(traced, found=tuple(found), missing=tuple(missing), rest=rest)


def _own(flow: Flow, start: int, end: int, locale: str) -> tuple[int, int]:
    """Of a stretch what is in a language: its mark stands at the end, and labels of the sheet at the begin."""
    spots = [index for index, at in enumerate(flow.starts) if start <= at < end]
    own = [index for index in spots if flow.settings[index].lang in {"", locale}] or spots
    return flow.starts[own[0]], flow.starts[own[-1] + 1] if own[-1] + 1 < len(flow.starts) else end


def _letters(flow: Flow, start: int, end: int, known: frozenset[str]) -> Counter[str]:
    return sum((Counter(word) for word, _ in flow.over(start, end) if word not in known), Counter())


def touch(run: Run, after: Run, most: float = _PIECED) -> bool:
    """Whether one run ends where the other begins, on either side, at most so many points away."""
    (left, _, right, _), (begin, _, end, _) = run.box, after.box
    return _are_level(run, after) and min(abs(left - end), abs(begin - right)) < most


def anagram(word: str) -> str:
    """The letters of a word, sorted."""
    return "".join(sorted(bare(word)))


def tokens(text: str) -> Iterator[str]:
    """The words of a text. What no blank parts is one of them where a part of it runs the other way."""
    for part in text.split():
        found = words(part)
        yield from filter(None, map(anagram, ["".join(found)] if _turns(part) else sorted(found)))


def phrase(text: str) -> str:
    """A text as its words are known here, joined."""
    return "".join(tokens(text))
