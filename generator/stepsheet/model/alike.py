"""What is the same in a text and its translation: link targets, references, code, placeholders, numbers, bold names.

Each comparison yields the differences as the ends of sentences about the translation.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from stepsheet.model import prose
from stepsheet.model.text import Kind
from stepsheet.model.wording import spoken

_WEB = re.compile(r"https?://(?P<host>[^/?#]*).*", re.IGNORECASE | re.DOTALL)
_NAME = r"[^\W\d][\w.-]*"
PLACEHOLDER = re.compile(
    rf"\$?\{{\{{?\s*{_NAME}\s*\}}?\}}|%\({_NAME}\)[sd]|%{_NAME}%|(?<![\d%])(?<!\d[ \u00a0])%[sd]\b"
)
_IN_CODE = re.compile(rf"{PLACEHOLDER.pattern}|<{_NAME}>")  # elsewhere that is a mistake, or an address
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
    yield from _told_but_words("code", _code(source, kind), _code(translation, kind))


def placeholders(source: str, translation: str, kind: Kind) -> Iterator[str]:
    """What stands for something else: `{name}`, `${name}`, `%(name)s`, `%NAME%`, in code `<name>` too.

    >>> list(placeholders("Open {host}.", "Öffnen Sie {Rechner}.", Kind.LINE))
    ["has the placeholder '{Rechner}' where its source has '{host}'"]
    """
    yield from _told_but_words("placeholder", _placeholders(source, kind), _placeholders(translation, kind))


def bold(source: str, translation: str, kind: Kind) -> Iterator[str]:
    """Names in bold that are the same in the translation, and whether less is in bold.

    >>> list(bold("Start **Watchdog**.", "Starten Sie Watchdog.", Kind.LINE))
    ["has 'Watchdog' not in bold, as its source has it"]
    """
    before, after = _bold(source, kind), _bold(translation, kind)
    plain = [name for name in before - after if name in spoken(translation, kind)]
    yield from (f"has {name!r} not in bold, as its source has it" for name in plain)
    if not plain and before.total() > after.total():
        yield f"has bold text {after.total()} times where its source has it {before.total()} times"


def numbers(source: str, translation: str, kind: Kind) -> Iterator[str]:
    """The numbers by their digits: `1.5`, `1,5` and the same in Arabic digits are alike.

    >>> list(numbers("Wait 10 min.", "Warten Sie 15 Min.", Kind.LINE))
    ["has the number '15' where its source has '10'"]
    """
    yield from _told("number", _numbers(source, kind), _numbers(translation, kind))


def _told_but_words(noun: str, before: Counter[str], after: Counter[str]) -> Iterator[str]:
    """The differences, where words that are not ASCII may be translated."""
    words = Counter({span: count for span, count in before.items() if not span.isascii()})
    lost, made = before - words - after, after - before
    said = (words - after).total()
    for span in list(made.elements())[:said]:  # one word for another
        made[span] -= 1
    yield from _told(noun, lost, +made)
    if not lost and said > (after - before).total():
        yield f"has {noun} {after.total()} times where its source has it {before.total()} times"


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


def _placeholders(text: str, kind: Kind) -> Counter[str]:
    """Those of the words and of listings; code inside a line that is ASCII is the same as a whole."""
    if kind is Kind.PLAIN:
        return Counter(found[0] for found in PLACEHOLDER.finditer(text))
    found: Counter[str] = Counter()
    for token in prose.walk(prose.tokens(text, kind)):
        is_code = token.type in {"fence", "code_block"} or (token.type == "code_inline" and not token.content.isascii())
        if is_code or token.type == "text":
            found.update(match[0] for match in (_IN_CODE if is_code else PLACEHOLDER).finditer(token.content))
    return found


def _bold(text: str, kind: Kind) -> Counter[str]:
    found: Counter[str] = Counter()
    inside: list[str] | None = None
    for token in prose.walk(prose.tokens(text, kind)):
        if token.type == "strong_open":
            inside = []
        elif token.type == "strong_close" and inside is not None:
            found["".join(inside).strip()] += 1
            inside = None
        elif inside is not None:
            inside.append(token.content)
    return found


def _numbers(text: str, kind: Kind) -> Counter[str]:
    tokens = prose.walk(prose.tokens(text, kind))
    said = text if kind is Kind.PLAIN else " ".join(token.content for token in tokens if token.type == "text")
    return Counter(map(_digits, _NUMBER.findall(said)))


def _digits(number: str) -> str:
    return "".join(str(unicodedata.decimal(character)) for character in number if character.isdecimal())
