"""Two piles of words compared: what is in one and not in the other, and where it stood."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from stepsheet.importing.ledger.scan import Mention

_PIECES = 4  # of a word that markup has cut, or words that it has joined
_MANY = 2000  # words that are lost; looking for pieces among more would say nothing


def lost(wanted: Counter[str], had: Counter[str], source: Sequence[str], result: Sequence[str]) -> Counter[str]:
    """The words of the source that the result has not, though it may have them in pieces or joined to others.

    `source` and `result` are the words in their order.
    """
    missing = wanted - had
    if not missing or missing.total() > _MANY:
        return missing
    spare = had - wanted
    _join(missing, spare, source)
    _join(spare, missing, result)
    return missing


def _join(pieces: Counter[str], whole: Counter[str], order: Sequence[str]) -> None:
    """Take words off both piles where several of the first, one after the other, are one of the second."""
    for index, word in enumerate(order):
        if word not in pieces:
            continue
        for length in range(2, _PIECES + 1):
            run = order[index : index + length]
            joined = "".join(run)
            if whole[joined] > 0 and not Counter(run) - pieces:
                pieces.subtract(run)
                whole[joined] -= 1
                break
    for pile in (pieces, whole):
        for word in [word for word, count in pile.items() if count <= 0]:
            del pile[word]


def without(missing: Counter[str], texts: Sequence[Counter[str]], spare: Counter[str]) -> Counter[str]:
    """The missing words without those texts of which every word is missing, or stands somewhere once too often."""
    for text in texts:
        used = missing & text
        if used and text - used <= spare:
            missing = missing - used
    return missing


def places(missing: Counter[str], mentions: Sequence[Mention]) -> Iterator[tuple[int, list[str]]]:
    """The lines that the missing words most probably stood on: first those of which nearly everything is missing."""
    rows: dict[int, list[str]] = defaultdict(list)
    for word, line in mentions:
        rows[line].append(word)
    left = missing.copy()
    share = {line: sum(word in missing for word in row) / len(row) for line, row in rows.items()}
    for line in sorted(rows, key=lambda line: (-share[line], line)):
        gone = []
        for word in rows[line]:
            if left[word] > 0:
                left[word] -= 1
                gone.append(word)
        if gone:
            yield line, gone


def order_kept(source: Sequence[str], result: Sequence[str]) -> float:
    """Which share of the words that stand once in each stand in the same order (longest increasing run), 0 to 1."""
    once, there = _once(source), _once(result)
    positions = [there[word] for word in once if word in there]
    tails: list[int] = []
    for position in positions:
        at = bisect_left(tails, position)
        tails[at : at + 1] = [position]
    return len(tails) / len(positions) if positions else 1.0


def _once(words: Sequence[str]) -> dict[str, int]:
    """The place of each word that stands once, in order."""
    count = Counter(words)
    return {word: index for index, word in enumerate(words) if count[word] == 1}
