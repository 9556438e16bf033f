"""Pseudo-translations, to try a layout with before anybody has translated: readable, marked and longer.

Letters get accents, vowels are written twice (about 40 % more letters), and brackets show where a text begins and ends,
so that what is cut off, put together from parts or not translatable at all is seen. From right to left, letters become
Arabic ones. Markup, links and code stay as they are.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from stepsheet.model import prose
from stepsheet.model.alike import PLACEHOLDER
from stepsheet.model.text import Kind

_ACCENTS = str.maketrans(
    "aeiouycdghjklnrstwzAEIOUYCDGHJKLNRSTWZ" + "авгежзикноуучыэяАВГЕЖЗИКНОУЧЫЭЯ",
    "áéíóúýçđğĥĵķłñřšťŵžÁÉÍÓÚÝÇĐĞĤĴĶŁÑŘŠŤŴŽ" + "ӑвѓӗӝӟӥќноӱӱӵӹӭяӐВЃӖӜӞӤЌНОӰӴӸӬЯ",
)
_VOWELS = re.compile("[aeiouyаеёиоуыэюя]", re.IGNORECASE)
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_OPEN, _CLOSE = "⟦", "⟧"  # no brackets of Markdown

# What must not change: code, placeholders, addresses, labels of references, links as such, entities, anchors, alerts.
_FIXED = re.compile(
    rf"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|{PLACEHOLDER.pattern}"
    r"|\]\([^)\n]*\)|\]\[[^\]\n]*\]|^ {0,3}\[[^\]\n]+\]:.*$|<[^<>\s]+>|&#?\w+;|\\.|\{#[^}\n]*\}|\[!\w+\]|https?://[^\s)]+",
    re.DOTALL | re.MULTILINE,
)
_LETTER = re.compile(r"[^\W\d_]")
Letters = Callable[[str], str]


def accented(text: str) -> str:
    """Letters with accents, vowels twice; letters of other scripts stay.

    >>> accented("Open menu")
    'Óópééñ mééñúú'
    """
    return _longer(text).translate(_ACCENTS)


def mirrored(text: str) -> str:
    """Letters of the Arabic script, vowels twice."""
    return "".join(
        _ARABIC[ord(letter.lower()[0]) % len(_ARABIC)] if letter.isalpha() else letter for letter in _longer(text)
    )


def _longer(text: str) -> str:
    return _VOWELS.sub(lambda found: found[0] + found[0].lower(), text)


def translated(text: str, kind: Kind, letters: Letters) -> str:
    """The pseudo-translation of a text; where brackets would make other markup of it, it has none."""
    if kind is Kind.PLAIN:
        kept = [*(found[0] for found in PLACEHOLDER.finditer(text)), ""]
        free = map(letters, PLACEHOLDER.split(text))
        return f"{_OPEN}{''.join(part + fixed for part, fixed in zip(free, kept, strict=True))}{_CLOSE}"
    parts = list(_parts(text, kind))
    plain = [letters(part) if is_free else part for part, is_free in parts]
    marked = _bracketed(plain, [is_free for _, is_free in parts])
    shape = _shape(text, kind)
    return next((made for made in (marked, "".join(plain)) if _shape(made, kind) == shape), text)


def _parts(text: str, kind: Kind) -> Iterator[tuple[str, bool]]:
    """The text in parts, with whether their letters may change."""
    code = _code_lines(text, kind)
    lines = enumerate(text.splitlines(keepends=True))
    for is_code, stretch in groupby(lines, lambda line: line[0] in code):
        whole = "".join(line for _, line in stretch)
        if is_code:
            yield whole, False
            continue
        begin = 0
        for fixed in _FIXED.finditer(whole):
            yield whole[begin : fixed.start()], True
            yield fixed[0], False
            begin = fixed.end()
        yield whole[begin:], True


def _bracketed(parts: Sequence[str], free: Sequence[bool]) -> str:
    """The text with brackets around all from its first letter to its last."""
    made = list(parts)
    spoken = [index for index, part in enumerate(parts) if free[index] and _LETTER.search(part)]
    if spoken:
        last = [match.end() for match in _LETTER.finditer(made[spoken[-1]])][-1]
        made[spoken[-1]] = f"{made[spoken[-1]][:last]}{_CLOSE}{made[spoken[-1]][last:]}"
        first = next(_LETTER.finditer(made[spoken[0]])).start()
        made[spoken[0]] = f"{made[spoken[0]][:first]}{_OPEN}{made[spoken[0]][first:]}"
    return "".join(made)


def _code_lines(text: str, kind: Kind) -> frozenset[int]:
    """The lines of listings."""
    blocks = prose.tokens(text, kind) if kind is Kind.PROSE else ()
    found = [token.map for token in blocks if token.type in {"fence", "code_block"} and token.map]
    return frozenset(line for first, after in found for line in range(first, after))


def _shape(text: str, kind: Kind) -> list[tuple[str, str]]:
    """The markup of a text, its code and its addresses, without its words."""
    return [
        (token.type, token.content if token.type in {"code_inline", "fence", "code_block"} else str(token.attrs))
        for token in prose.walk(prose.tokens(text, kind))
        if token.type not in {"text", "inline"}
    ]
