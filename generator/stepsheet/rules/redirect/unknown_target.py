"""A redirect leads to nothing that is there.

Why: whoever follows an old link would end at a page that does not exist.
Bad:  {from: wallet/fees, to: pages/fees.en.md}
Good: {from: wallet/fees, to: "#page:fees"}
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import prose
from stepsheet.model.redirects import Redirects
from stepsheet.rules.context import Context
from stepsheet.rules.text import broken_reference

RULE = Rule("S140", "unknown-target", Severity.ERROR, since="0.1")


def check(file: Redirects, context: Context) -> Iterator[Finding]:
    """Each target that is no reference to a guide or page, or a broken one."""
    for redirect in file.redirects:
        reference = prose.reference(redirect.to)
        if reference is None or reference[0] not in {"guide", "page"}:
            message = f"{redirect.to!r} is no reference to a guide or page"
            yield Finding(redirect.at("to"), message, "write `#guide:` or `#page:` and an id, in quotes")
        elif broken := broken_reference.elsewhere(*reference, context.source_locale, context):
            yield Finding(redirect.at("to"), *broken)
