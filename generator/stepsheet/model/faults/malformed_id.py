"""An id that is not made of small Latin letters, digits and single hyphens.

Why: ids become addresses, anchors and keys of translations: they must mean the same in every language and system.
Bad:  id: Add IP/1
Good: id: add-ip
"""

import re
import unicodedata

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity
from stepsheet.load.nodes import Scalar
from stepsheet.model.problem import Problem

RULE = Rule("S024", "malformed-id", Severity.ERROR, since="0.1")
TYPES = frozenset({"string_pattern_mismatch", "string_too_long"})

_LAST_ASCII = 127
# Cyrillic and Greek letters that many fonts draw as a Latin one (Unicode TR 39, confusables.txt), lower case and upper.
_TWINS = str.maketrans(
    "аеорсухіјѕһкмтνοαρικАВЕКМНОРСТУХІЈЅΑΒΕΗΙΚΜΝΟΡΤΧ",
    "aeopcyxijshkmtvoapikABEKMHOPCTYXIJSABEHIKMNOPTX",
)


def explain(problem: Problem) -> Diagnostic:
    """The id, and a well-formed one near it where its letters are Latin, or look it."""
    written = str(problem.node.value) if isinstance(problem.node, Scalar) else ""
    return at(problem.node.at, problem.written, written)


def at(location: Location, subject: str, written: str) -> Diagnostic:
    """The id in a place; `subject` is what a message calls it."""
    return RULE(location, f"{subject} is not a well-formed id{_foreign(written)}", help=_advice(written))


def _foreign(written: str) -> str:
    """The letters that only look Latin, where they are all that is wrong with the letters."""
    letters = list(dict.fromkeys(letter for letter in written if ord(letter) > _LAST_ASCII))
    if not letters or not all(ord(letter) in _TWINS for letter in letters):
        return ""
    named = ", ".join(repr(letter) for letter in letters)
    return f": {named} {'is not a Latin letter' if len(letters) == 1 else 'are not Latin letters'}"


def _advice(written: str) -> str:
    """How to write the id."""
    twins = written.translate(_TWINS) if _foreign(written) else written
    latin = unicodedata.normalize("NFKD", twins).encode("ascii", "ignore").decode().lower()
    near = re.sub(r"[^a-z0-9]+", "-", latin).strip("-").lstrip("0123456789-")[:64].strip("-")
    rule = "use small Latin letters, digits and hyphens, a letter first"
    return f"{rule}: {near!r}" if near else rule
