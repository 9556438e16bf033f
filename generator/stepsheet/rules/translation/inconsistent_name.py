"""A translation calls what is named in quotes otherwise than the guide itself does.

Why: readers look for a button or a field by the name they have read; under another one they do not find it. Names are
the labels of fields and choices, the titles of sections and the words of pictures, with their translations in the same
catalog. What the glossary has is left to the [glossary](content-format.md#glossary).
Bad:  {en: "Press “Save”.", de: "Drücken Sie „Sichern“."}, and the picture has {en: Save, de: Speichern}
Good: {en: "Press “Save”.", de: "Drücken Sie „Speichern“."}
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.book import Book
from stepsheet.model.wording import spoken
from stepsheet.rules.context import Context, Translated

RULE = Rule("S215", "inconsistent-name", Severity.WARNING, since="0.1")

_QUOTED = re.compile(
    '«([^«»]+)»|“([^“”]+)”|„([^„“”]+)[“”]|‹([^‹›]+)›|‘([^‘’]+)’|「([^「」]+)」|『([^『』]+)』|"([^"]+)"'
)
_SHOWN = (".label", ".title")
Names = Mapping[tuple[str, str], Sequence[Translated]]


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each name in quotes that a translation has not as the guide translates it."""
    texts = tuple(context.translated(book))
    names = _names(texts)
    for one in texts if names else ():
        letters = _letters(one.text)
        for name in _quoted(one):
            shown = names.get((one.locale, name), ())
            if not shown or one in shown or any(term.pattern.fullmatch(name) for term in context.content.terms):
                continue
            if not any(_letters(_said(other)) in letters for other in shown):
                yield _finding(one, name, shown[0])


def _names(texts: Sequence[Translated]) -> Names:
    """What is shown under a name, by locale and name."""
    found: dict[tuple[str, str], list[Translated]] = {}
    for one in texts:
        if one.message.key.endswith(_SHOWN) or one.message.key.startswith("images/"):
            found.setdefault((one.locale, spoken(one.source, one.message.kind).strip()), []).append(one)
    return found


def _quoted(one: Translated) -> Iterator[str]:
    """The names in quotes, each once."""
    found = _QUOTED.finditer(spoken(one.source, one.message.kind))
    yield from dict.fromkeys(next(filter(None, match.groups())).strip() for match in found)


def _said(one: Translated) -> str:
    return spoken(one.text, one.message.kind).strip()


def _letters(text: str) -> str:
    """A text by its letters and digits: quotes, spaces and marks are different in each language."""
    return "".join(filter(str.isalnum, text.casefold()))


def _finding(one: Translated, name: str, shown: Translated) -> Finding:
    message = f"the {one.locale!r} text of {one.message.key!r} has no {_said(shown)!r} for {name!r}"
    return Finding(one.at, message, f"use the words of {shown.message.key!r}, or correct them there")
