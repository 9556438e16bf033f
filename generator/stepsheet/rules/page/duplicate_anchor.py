"""Two headings of a page have the same anchor.

Why: a link to it can lead to one of them only.
Bad:  ## Prices {#prices} and ## Old prices {#prices}
Good: ## Prices {#prices} and ## Old prices {#old-prices}
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Location, Rule, Severity
from stepsheet.model.page import PageBook
from stepsheet.rules.context import Context

RULE = Rule("S133", "duplicate-anchor", Severity.ERROR, since="0.1")


def check(page: PageBook, context: Context) -> Iterator[Finding]:
    """Each anchor that repeats one before it."""
    for text in context.page_texts(page):
        first: dict[str, Location] = {}
        for name, at in text.anchors:
            if name in first:
                message = f"the anchor {name!r} is here twice; the first is on line {first[name].line}"
                yield Finding(at, message, "give the newer one another anchor: links depend on the old one")
            first.setdefault(name, at)
