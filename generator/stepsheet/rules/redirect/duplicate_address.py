"""Two redirects have the same address.

Why: an address can lead to one page only.
Bad:  {from: fees, to: "#page:fees"} and {from: /fees/, to: "#page:prices"}
Good: one of them
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.redirects import Redirect, Redirects
from stepsheet.rules.context import Context

RULE = Rule("S141", "duplicate-address", Severity.ERROR, since="0.1")


def check(file: Redirects, context: Context) -> Iterator[Finding]:
    """Each address that repeats one before it, and each below one that is a file."""
    del context
    first: dict[str, Redirect] = {}
    for redirect in file.redirects:
        if redirect.file in first:
            line = first[redirect.file].at("from").line
            message = f"the address {redirect.from_!r} is here twice; the first is on line {line}"
            yield Finding(redirect.at("from"), message, "delete one of them")
        first.setdefault(redirect.file, redirect)
    for redirect in file.redirects:
        above = next((str(path) for path in PurePosixPath(redirect.file).parents if str(path) in first), None)
        if above:
            message = f"the address {redirect.from_!r} lies below {above!r}, which is a file"
            yield Finding(redirect.at("from"), message, "delete one of them")
