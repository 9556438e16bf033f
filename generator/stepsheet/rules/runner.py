"""Runs every rule over all content."""

from collections.abc import Iterator
from types import ModuleType

from stepsheet.diagnostics import Diagnostic
from stepsheet.discovery import modules
from stepsheet.model.content import Book, Bundle
from stepsheet.rules.context import Context

FOR_ANY_BOOK = ("stepsheet.rules.structure", "stepsheet.rules.text", "stepsheet.rules.translation")
FOR_GUIDES = ("stepsheet.rules.guide", "stepsheet.rules.pictures")


def run(context: Context) -> Iterator[Diagnostic]:
    """The findings of every rule in every book."""
    for book in context.content.books:
        for module in rules_for(book):
            for finding in module.check(book, context):
                yield Diagnostic(module.RULE, finding)


def rules_for(book: Book) -> tuple[ModuleType, ...]:
    """The rules that apply to a book."""
    packages = FOR_ANY_BOOK + FOR_GUIDES if isinstance(book, Bundle) else FOR_ANY_BOOK
    return tuple(module for package in packages for module in modules(package, "RULE"))
