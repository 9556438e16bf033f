"""The guide was last checked against the real thing too long ago.

Why: screens change; a guide that nobody has followed for a year sends its reader to buttons that are gone.
Bad:  reviewed: 2019-01-31
Good: reviewed: a day within the last twelve months
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.content import Bundle
from stepsheet.rules.context import Context

RULE = Rule("S120", "review-overdue", Severity.WARNING, since="0.1")

MAX_AGE_DAYS = 365


def check(bundle: Bundle, context: Context) -> Iterator[Finding]:
    """The date, when it is more than a year before the day of the check, or after it."""
    reviewed = bundle.guide.reviewed
    if reviewed is None:
        return
    age = (context.today - reviewed).days
    if age > MAX_AGE_DAYS:
        help_ = "follow the guide once more and write the day"
        yield Finding(bundle.guide.at("reviewed"), f"last reviewed {age} days ago", help_)
    elif age < -1:  # a day of grace for authors east of the build machine
        help_ = "write the day somebody last followed the guide"
        yield Finding(bundle.guide.at("reviewed"), f"'reviewed' is in the future: {reviewed}", help_)
