"""`next` names a guide that is not there, or the guide itself.

Why: the reader would be sent to a page that does not exist.
Bad:  next: [okx-withdrawl]
Good: next: [okx-withdrawal]
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.content import Bundle
from stepsheet.model.problem import guide_meant
from stepsheet.rules.context import Context

RULE = Rule("S123", "unknown-guide", Severity.ERROR, since="0.1")


def check(bundle: Bundle, context: Context) -> Iterator[Finding]:
    """Each id in `next` that is not a folder of guides/."""
    known = context.content.guide_ids
    for index, guide in enumerate(bundle.guide.next):
        if guide == bundle.id:
            yield Finding(bundle.guide.at("next", index), "the guide names itself as the next one", "delete it")
        elif guide not in known:
            help_ = guide_meant(guide, known - {bundle.id})
            yield Finding(bundle.guide.at("next", index), f"no guide {guide!r}", help_)
