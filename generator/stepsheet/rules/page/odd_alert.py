"""A quotation begins like a hazard block and is none.

Why: the reader would see the sign instead of the warning.
Bad:  > [!IMPORTANT] Save first.
Good: > [!WARNING] and, on the next line, > Save first.
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import passage
from stepsheet.model.page import PageBook
from stepsheet.model.problem import shortened
from stepsheet.rules.context import Context

RULE = Rule("S136", "odd-alert", Severity.ERROR, since="0.1")

_HELP = "write [!DANGER], [!WARNING], [!CAUTION], [!NOTE] or [!TIP] alone on the first line, the text below it"


def check(page: PageBook, context: Context) -> Iterator[Finding]:
    """Each such quotation."""
    for text in context.page_texts(page):
        for block in text.blocks:
            for token in block.tokens:
                sign = token.meta.get(passage.ODD_ALERT)
                if sign:
                    yield Finding(block.at.within(sign), f"{shortened(sign)!r} begins no hazard block", _HELP)
