"""An id that is not made of small Latin letters, digits and single hyphens.

Why: ids become addresses, anchors and keys of translations: they must mean the same in every language and system.
Bad:  id: Add IP/1
Good: id: add-ip
"""

import re
import unicodedata

from stepsheet.diagnostics import Diagnostic, Rule, Severity
from stepsheet.model.problem import Problem

RULE = Rule("S024", "malformed-id", Severity.ERROR, since="0.1")
TYPES = frozenset({"string_pattern_mismatch", "string_too_long"})


def explain(problem: Problem) -> Diagnostic:
    """The id, and a well-formed one near it where its letters are Latin."""
    return RULE(problem.node.at, f"{problem.written} is not a well-formed id", help=advice(problem.written.strip("'")))


def advice(written: str) -> str:
    """How to write the id."""
    latin = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode().lower()
    near = re.sub(r"[^a-z0-9]+", "-", latin).strip("-").lstrip("0123456789-")[:64].strip("-")
    rule = "use small Latin letters, digits and hyphens, a letter first"
    return f"{rule}: {near!r}" if near else rule
