"""The guide does not say what to have at hand.

Why: a reader who is stopped half-way for a phone or a password has to begin again. `needs: none` says that nothing is
needed, which is different from forgotten.
Bad:  a guide without `needs`
Good: needs: none
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.content import Bundle
from stepsheet.rules.context import Context

RULE = Rule("S119", "needs-not-stated", Severity.HINT, since="0.1")


def check(bundle: Bundle, context: Context) -> Iterator[Finding]:
    """The guide."""
    del context
    if bundle.guide.needs is None:
        yield Finding(
            bundle.place, "the guide does not say what is needed", "add `needs:` with a list, or `needs: none`"
        )
