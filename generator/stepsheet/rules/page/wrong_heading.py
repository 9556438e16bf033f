"""A heading of a page is of level 1, stands inside another block, or has no words.

Why: the title of a page is its only heading of level 1, and only headings of the page itself are in its contents.
Bad:  # Prices
Good: ## Prices
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import prose
from stepsheet.model.page import PageBook
from stepsheet.rules.context import Context

RULE = Rule("S131", "wrong-heading", Severity.ERROR, since="0.1")


def check(page: PageBook, context: Context) -> Iterator[Finding]:
    """Each such heading."""
    for text in context.page_texts(page):
        for block, opened, inline in text.headings():
            at = block.at.within(inline.content)
            if opened.level:
                help_ = "end the list or quotation before it, or make it a paragraph in bold"
                yield Finding(at, f"the heading {inline.content!r} is inside a list or a quotation", help_)
            elif not any(token.content.strip() for token in prose.walk(inline.children or ())):
                yield Finding(at, "a heading without words", "write them, or delete the line")
            elif opened.tag == "h1":
                message = f"the heading {inline.content!r} is of level 1, which is the title's"
                yield Finding(at, message, "begin it with `##`; delete it if it repeats the title")
