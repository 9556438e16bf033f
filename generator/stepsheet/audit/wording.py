"""Words as readers tell them apart: runs of letters, digits and marks; signs and unspaced characters one by one.

Punctuation, white space and what nobody sees are left out: an output may set its own around a text, a page another than
a sheet. Ligatures and wide forms are what they stand for (Unicode Standard Annex 15, NFKC).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

# Scripts without blanks between words: Thai and Lao, Burmese, Khmer, kana, ideographs.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_UNSPACED += "\U00020000-\U0003ffff"
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)
_SIGNS = frozenset({"So", "Sm", "Sc"})
_LAST = 0x1FBFF


@cache
def _token() -> re.Pattern[str]:
    signs = "".join(f"{re.escape(a)}-{re.escape(b)}" for a, b in _runs(_SIGNS))
    marks = "".join(f"{re.escape(a)}-{re.escape(b)}" for a, b in _runs(frozenset({"Mn", "Mc", "Me"})))
    return re.compile(rf"[{signs}]|[{_UNSPACED}][{marks}]*|(?:(?![{_UNSPACED}])[^\W_]|[{marks}])+")


def _runs(categories: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The runs of characters of some categories, first and last of each."""
    first: int | None = None
    for code in range(_LAST + 1):
        inside = unicodedata.category(chr(code)) in categories
        if inside and first is None:
            first = code
        if not inside and first is not None:
            yield chr(first), chr(code - 1)
            first = None


def words(text: str) -> list[str]:
    """The words of a text in order.

    >>> words("Press “OK” — now")
    ['Press', 'OK', 'now']
    """
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    return _token().findall(plain)


def bare(text: str) -> str:
    """A text without its combining marks: some readers of PDF say those twice, or elsewhere."""
    return "".join(one for one in unicodedata.normalize("NFKD", text) if unicodedata.category(one) != "Mn")
