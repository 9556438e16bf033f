"""What stands between texts in a language: list separators, colons, brackets, the space behind a label.

A catalog has each as a pattern with two texts, as its language sets them; here they are taken out of it, for templates
that put markup around those texts.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

_TEXT = re.compile(r"%\(\w+\)s")


@dataclass(frozen=True, slots=True)
class Marks:
    """Each with the blanks around it.

    `comma` and `semicolon` part the items of lists, `dash` a question and its answers, `colon` what is named and what
    is said of it, `gap` a label that has its colon and a text; `stop` follows the signal word of a warning.
    """

    comma: str
    semicolon: str
    dash: str
    colon: str
    gap: str
    stop: str
    opening: str
    closing: str

    def bracketed(self, text: str) -> str:
        """A text in brackets, as it follows another one."""
        return f"{self.opening}{text}{self.closing}"

    def label(self, text: str) -> str:
        """A text with the colon of a label."""
        return text + self.colon.rstrip(" ")


def marks(gettext: Callable[[str], str]) -> Marks:
    """The marks of the language that `gettext` speaks."""
    opening, closing = _parts(gettext("%(text)s (%(note)s)"))
    return Marks(
        comma=_parts(gettext("%(one)s, %(other)s"))[0],
        semicolon=_parts(gettext("%(one)s; %(other)s"))[0],
        dash=_parts(gettext("%(question)s — %(answers)s"))[0],
        colon=_parts(gettext("%(label)s: %(text)s"))[0],
        gap=_parts(gettext("%(label)s %(text)s"))[0],
        stop=_parts(gettext("%(signal)s. %(text)s"))[0],
        opening=opening,
        closing=closing,
    )


def _parts(pattern: str) -> tuple[str, str]:
    """What stands behind the first and the second text of a pattern."""
    _, between, behind = _TEXT.split(pattern)
    return between, behind
