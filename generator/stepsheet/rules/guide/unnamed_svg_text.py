"""A text of an SVG has no id, or one that is malformed or taken.

Why: the words of a picture are translated like any others, and a translation hangs on the id of its text.
Bad:  <text x="10" y="20">Save</text>
Good: <text id="save" x="10" y="20">Save</text>
"""

import re
from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.load.svg import Words
from stepsheet.model.content import Bundle
from stepsheet.model.element import ID_PATTERN
from stepsheet.rules.context import Context

RULE = Rule("S118", "unnamed-svg-text", Severity.ERROR, since="0.1")


def check(bundle: Bundle, context: Context) -> Iterator[Finding]:
    """Each text that no translation could be hung on."""
    del context
    used = set(bundle.shown)
    for name, picture in bundle.folder.pictures.items():
        taken: set[str] = set()
        for words in picture.drawing.words if picture.drawing and name in used else ():
            trouble = _trouble(words, taken)
            if trouble:
                help_ = "give it an id of its own: small Latin letters, digits and hyphens"
                yield Finding(picture.at(words.line, words.column), f"the text {words.text.strip()!r} {trouble}", help_)
            taken.add(words.id or "")


def _trouble(words: Words, taken: set[str]) -> str:
    if not words.id:
        return "has no id"
    if not re.fullmatch(ID_PATTERN, words.id):
        return f"has the malformed id {words.id!r}"
    return f"has the id {words.id!r} of another text" if words.id in taken else ""
