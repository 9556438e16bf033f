"""A guide is in a category that categories.yml does not have.

Why: a category without a title cannot be shown, and the guide would be found nowhere.
Bad:  category: exchange
Good: category: exchanges
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.content import Bundle
from stepsheet.model.problem import closest
from stepsheet.rules.context import Context

RULE = Rule("S121", "unknown-category", Severity.ERROR, since="0.1")


def check(bundle: Bundle, context: Context) -> Iterator[Finding]:
    """The category, when it is not declared."""
    book = context.content.categories
    known = [category.id for category in book.categories] if book else []
    category = bundle.guide.category
    file_is_faulty = book is None and any(path.name == "categories.yml" for path in context.content.faulty)
    if category and category not in known and not file_is_faulty:
        help_ = closest(category, known) or "add it to categories.yml"
        yield Finding(bundle.guide.at("category"), f"no category {category!r}", help_)
