"""Runs every rule over all content."""

from collections.abc import Callable, Iterable, Iterator

from stepsheet.diagnostics import Diagnostic
from stepsheet.discovery import modules
from stepsheet.model.content import Content
from stepsheet.rules.context import Context

# What the rules of each package look at, one by one.
SUBJECTS: dict[str, Callable[[Content], Iterable[object]]] = {
    "stepsheet.rules.structure": lambda content: content.books,
    "stepsheet.rules.text": lambda content: content.books,
    "stepsheet.rules.translation": lambda content: content.books,
    "stepsheet.rules.guide": lambda content: content.bundles,
    "stepsheet.rules.page": lambda content: content.shelf.pages,
    "stepsheet.rules.navigation": lambda content: (content.navigation,) if content.navigation else (),
    "stepsheet.rules.redirect": lambda content: content.redirects,
    "stepsheet.rules.pictures": lambda content: content.galleries,
}


def run(context: Context) -> Iterator[Diagnostic]:
    """The findings of every rule in all that it looks at."""
    for package, subjects in SUBJECTS.items():
        for subject in subjects(context.content):
            for module in modules(package, "RULE"):
                for finding in module.check(subject, context):
                    yield Diagnostic(module.RULE, finding)
