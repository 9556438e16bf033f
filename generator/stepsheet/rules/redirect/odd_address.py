"""The address of a redirect cannot be one of this site.

Why: the page at the old address is a file, which must not leave the site's folder and must be found by every server.
Bad:  from: ../old page?id=1
Good: from: old-page
"""

import re
from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.problem import shortened
from stepsheet.model.redirects import Redirects
from stepsheet.rules.context import Context

RULE = Rule("S142", "odd-address", Severity.ERROR, since="0.1")

_ODD = frozenset('\\?#%:*"<>|')  # what means something in an address, or cannot be in a name on every system
_LONGEST = 200  # bytes of a step: file systems end at 255
_LONGEST_PATH = 1000
_HELP = "write the path that the page had below the root of the site, like `wallet/fees`"


def check(file: Redirects, context: Context) -> Iterator[Finding]:
    """Each address with its trouble."""
    del context
    for redirect in file.redirects:
        problem = trouble(redirect.from_)
        if problem:
            yield Finding(redirect.at("from"), f"the address {shortened(redirect.from_)!r} {problem}", _HELP)


def trouble(address: str) -> str:
    """What is wrong with an address, in words that follow it; nothing when nothing is."""
    steps = address.strip("/").split("/")
    if ".." in steps or "\\" in address or re.match(r"[A-Za-z][\w+.-]*:|//", address):
        return "leads out of the site"
    odd = next((character for character in address if character in _ODD or not character.isprintable()), None)
    if odd:
        return f"has the character {odd!r} in it"
    if any(step in {"", "."} or step != step.strip() for step in steps) and address.strip("/"):
        return "has a step that is empty, a dot, or has a blank at its end"
    too_long = len(address.encode()) > _LONGEST_PATH or any(len(step.encode()) > _LONGEST for step in steps)
    return "is too long" if too_long else ""
