"""A file of translations cannot be read.

Why: what cannot be read whole is not taken over in parts: nobody would know what is missing.
Bad:  a PO file in which a quotation mark has got lost
Good: the file as the translator's tool has saved it
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S241", "broken-exchange", Severity.ERROR, since="0.1")


def at(location: Location, message: str) -> Diagnostic:
    """What is wrong, and where."""
    return RULE(location, message, help="mend it in the tool that has written it, or export it again")
