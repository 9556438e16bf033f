"""A key of front matter that belongs to the other language.

Why: the category of a page is the same in every language, and only a translation is made from something.
Bad:  category: network, in the front matter of a translation
Good: category: network, in the page of the source language
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.page import PageBook
from stepsheet.rules.context import Context

RULE = Rule("S134", "misplaced-key", Severity.ERROR, since="0.1")


def check(page: PageBook, context: Context) -> Iterator[Finding]:
    """`translates` in the source, `category` in a translation."""
    if page.text.page.translates is not None:
        message = f"'translates' in the page of {context.source_locale!r}, the source language"
        yield Finding(page.text.page.at("translates"), message, "delete it: it belongs into translations")
    for text in page.translations.values():
        if text.page.category is not None:
            message = f"'category' in the translation into {text.locale!r}"
            yield Finding(text.page.at("category"), message, f"delete it: {page.text.source.path.name} says it for all")
