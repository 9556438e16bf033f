"""A guide or a page is in a category that categories.yml does not have.

Why: a category without a title cannot be shown, and the guide would be found nowhere.
Bad:  category: exchange
Good: category: exchanges
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.book import Book
from stepsheet.model.guide import Guide
from stepsheet.model.page import Page
from stepsheet.model.problem import closest
from stepsheet.rules.context import Context

RULE = Rule("S121", "unknown-category", Severity.ERROR, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """The category, when it is not declared."""
    categories = context.content.categories
    known = [category.id for category in categories.categories] if categories else []
    category = book.root.category if isinstance(book.root, Guide | Page) else None
    file_is_faulty = categories is None and any(path.name == "categories.yml" for path in context.content.faulty)
    if category and category not in known and not file_is_faulty:
        help_ = closest(category, known) or "add it to categories.yml"
        yield Finding(book.root.at("category"), f"no category {category!r}", help_)
