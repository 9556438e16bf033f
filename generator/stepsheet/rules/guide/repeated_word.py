"""A list of words has one twice.

Why: the second says nothing, so most often another word was meant.
Bad:  tags: [wi-fi, router, wi-fi]
Good: tags: [wi-fi, router]
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.content import Bundle
from stepsheet.rules.context import Context
from stepsheet.rules.guide.unknown_option import conditional

RULE = Rule("S138", "repeated-word", Severity.WARNING, since="0.1")

_HELP = "delete it, or write the one that was meant"


def check(bundle: Bundle, context: Context) -> Iterator[Finding]:
    """Each such tag, next guide, and answer of a condition."""
    del context
    guide = bundle.guide
    for name, words in (("tags", guide.tags), ("next", guide.next)):
        for index, word in _repeated(words):
            yield Finding(guide.at(name, index), f"{word!r} is in {name!r} twice", _HELP)
    for part in conditional(bundle):
        for option, answers in (part.when or {}).items():
            for index, word in _repeated(answers):
                yield Finding(part.at("when", option, index), f"{word!r} is an answer to {option!r} twice", _HELP)


def _repeated(words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    return ((index, word) for index, word in enumerate(words) if word in words[:index])
