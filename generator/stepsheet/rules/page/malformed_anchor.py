"""The anchor of a heading is not a well-formed id.

Why: anchors are a part of addresses, and links name them; they must mean the same in every language and system.
Bad:  ## Prices {#Our Prices}
Good: ## Prices {#prices}
"""

import re
from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.element import ID_PATTERN
from stepsheet.model.page import PageBook
from stepsheet.model.problem import shortened
from stepsheet.rules.context import Context

RULE = Rule("S132", "malformed-anchor", Severity.ERROR, since="0.1")

_LONGEST = 64


def check(page: PageBook, context: Context) -> Iterator[Finding]:
    """Each such anchor."""
    for text in context.page_texts(page):
        for name, at in text.anchors:
            if not re.fullmatch(ID_PATTERN, name) or len(name) > _LONGEST:
                help_ = "use small Latin letters, digits and hyphens, a letter first"
                yield Finding(at, f"{shortened(name)!r} is not a well-formed anchor", help_)
