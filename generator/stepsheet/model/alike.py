"""What is the same in a text and its translation: link targets, references, code, numbers.

Each comparison yields the differences as the ends of sentences about the translation.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from stepsheet.model import prose
from stepsheet.model.text import Kind

_WEB = re.compile(r"https?://(?P<host>[^/?#]*).*", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"\d(?:[.,'’\u00a0\u202f\u066b\u066c]?\d)*")  # with the marks that languages put into one


def targets(source: str, translation: str, kind: Kind) -> Iterator[str]:
    """Where links and references lead. A site may have a page for each language, so of an address the host counts.

    >>> list(targets("[a](#step:x)", "[b](#step:y)", Kind.LINE))
    ["has the link '#step:y' where its source has '#step:x'"]
    """
    yield from _told("link", _targets(source, kind), _targets(translation, kind))


def strange_targets(source: str, translation: str, kind: Kind) -> Iterator[str]:
    """The same, but for references that are lost, which are told by themselves.

    >>> list(strange_targets("[a](#step:x) [b](https://a.example/)", "a, b", Kind.LINE))
    ["lacks the link 'a.example' of its source"]
    """
    before, after = _targets(source, kind), _targets(translation, kind)
    lost = Counter({target: count for target, count in (before - after).items() if prose.reference(target)})
    yield from _told("link", before - lost, after)


def code(source: str, translation: str, kind: Kind) -> Iterator[str]:
    """The code inside lines. Words of the source language in it may be translated; a listing may hold words too.

    >>> list(code("`--all` `всё`", "`--all` `all`", Kind.LINE))
    []
    """
    before, after = _code(source, kind), _code(translation, kind)
    words = Counter({span: count for span, count in before.items() if not span.isascii()})
    lost, made = before - words - after, after - before
    said = (words - after).total()
    for span in list(made.elements())[:said]:  # one word for another
        made[span] -= 1
    yield from _told("code", lost, +made)
    if not lost and said > (after - before).total():
        yield f"has code {after.total()} times where its source has it {before.total()} times"


def numbers(source: str, translation: str, kind: Kind) -> Iterator[str]:
    """The numbers by their digits: `1.5`, `1,5` and the same in Arabic digits are alike.

    >>> list(numbers("Wait 10 min.", "Warten Sie 15 Min.", Kind.LINE))
    ["has the number '15' where its source has '10'"]
    """
    yield from _told("number", _numbers(source, kind), _numbers(translation, kind))


def _told(noun: str, source: Counter[str], translation: Counter[str]) -> Iterator[str]:
    lost, made = sorted((source - translation).elements()), sorted((translation - source).elements())
    if len(lost) == len(made) == 1:
        yield f"has the {noun} {made[0]!r} where its source has {lost[0]!r}"
        return
    yield from (f"lacks the {noun} {one!r} of its source" for one in dict.fromkeys(lost))
    yield from (f"has the {noun} {one!r}, which its source has not" for one in dict.fromkeys(made))


def _targets(text: str, kind: Kind) -> Counter[str]:
    return Counter(_WEB.sub(r"\g<host>", href) for href in prose.links(prose.tokens(text, kind)))


def _code(text: str, kind: Kind) -> Counter[str]:
    return Counter(token.content for token in prose.walk(prose.tokens(text, kind)) if token.type == "code_inline")


def _numbers(text: str, kind: Kind) -> Counter[str]:
    tokens = prose.walk(prose.tokens(text, kind))
    said = text if kind is Kind.PLAIN else " ".join(token.content for token in tokens if token.type == "text")
    return Counter(map(_digits, _NUMBER.findall(said)))


def _digits(number: str) -> str:
    return "".join(str(unicodedata.decimal(character)) for character in number if character.isdecimal())
