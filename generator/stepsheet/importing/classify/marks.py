"""The number that a heading or a paragraph of a step begins with: "Step 2:", "Шаг 2.", "第二步", "2)", "2️⃣"."""

import re
from dataclasses import dataclass

from stepsheet.importing.classify.vocabulary import NUMERALS, STEP

_WORD = "|".join(STEP)
_NUMERAL = "|".join(sorted(NUMERALS, key=len, reverse=True))
_TAIL = r"(?:[.]?[a-z]\b|[.]\d+)?\s*(?:[.:：)）\]|、．։]|[-–—]+(?=\s))*\s*"
_FORMS = (
    re.compile(rf"(?:{_WORD})\s*(?:№|#|n[º°.]?|nr[.]?)?\s*(?P<n>\d{{1,3}}|(?:{_NUMERAL})(?!\w)){_TAIL}", re.IGNORECASE),
    re.compile(rf"(?:{_WORD})\s*(?P<n>[一二三四五六七八九十]){_TAIL}"),
    re.compile(rf"第\s*(?P<n>\d{{1,3}}|[一二三四五六七八九十])\s*步{_TAIL}"),
    re.compile(rf"(?P<n>\d{{1,3}})[.]?\s*(?:단계|adım|schritt|шаг|step)(?!\w){_TAIL}", re.IGNORECASE),
)
_STEP = re.compile(_WORD, re.IGNORECASE)
_NUMBER = re.compile(
    r"\(?(?P<n>\d{1,2})\s*(?:[.．、]|[)）])[.:)]?(?!\d)\s*|(?P<k>\d)\ufe0f?\u20e3[.:)]?\s*|(?P<c>[①-⑳❶-❿])[.:)]?\s*"
)
_DOTTED = re.compile(r"\d{1,2}[.]\d{1,2}[.:)]?\s+(?=\S)")
_ORNAMENT = re.compile(r"[^\w(]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A step's number as the text has it; `length` characters of the text say it; `named` when a word for step does."""

    number: int
    length: int
    named: bool


def dotted(text: str) -> int:
    """How many characters a number with a point, such as "1.2", has at the beginning of a text; 0 without one."""
    found = _DOTTED.match(text)
    return found.end() if found else 0


def find(text: str) -> Mark | None:
    """The mark at the beginning of a text."""
    named = _named(text)
    if named:
        return named
    found = _NUMBER.match(text)
    if not found:
        return None
    number = found["n"] or found["k"] or found["c"]
    return Mark(_value(number), found.end(), named=False)


def speaks_of_steps(text: str) -> bool:
    """Whether a word for step is in a text."""
    return _STEP.search(text) is not None


def _named(text: str) -> Mark | None:
    ornament = _ORNAMENT.match(text)
    start = ornament.end() if ornament else 0
    for form in _FORMS:
        found = form.match(text, start)
        if found:
            return Mark(_value(found["n"]), found.end(), named=True)
    return None


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else NUMERALS[number.lower()]
