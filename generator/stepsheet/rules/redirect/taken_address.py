"""A redirect stands at an address that the site itself uses.

Why: the redirect would take the place of a page, or the page that of the redirect.
Bad:  from: guides/okx-api-keys, where there is a guide of this id
Good: from: okx/api
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.redirects import Redirects
from stepsheet.rules.context import Context

RULE = Rule("S143", "taken-address", Severity.ERROR, since="0.1")

_ENGINE = ("assets", "search", "sitemap.xml", "sitemap.xml.gz", "404.html", "llms.txt", "llms-full.txt")
_OF_A_GUIDE = (".md", ".json", "/index.html", "/images", "/checklist-a4.pdf", "/checklist-letter.pdf")


def check(file: Redirects, context: Context) -> Iterator[Finding]:
    """Each address that is taken, or lies below a file or a folder that is."""
    taken = frozenset(f"{prefix}{path}" for prefix in _prefixes(context) for path in _paths(context))
    for redirect in file.redirects:
        path = PurePosixPath(redirect.file)
        if any(str(step) in taken for step in (path, *path.parents)):
            help_ = "delete the redirect, or write the address the page had before"
            yield Finding(redirect.at("from"), f"the site itself uses the address {redirect.from_!r}", help_)


def _prefixes(context: Context) -> Iterator[str]:
    yield ""
    yield from (f"{locale}/" for locale in context.targets)


def _paths(context: Context) -> Iterator[str]:
    """The files of a locale, and the folders in which nothing but the site's own may lie."""
    content = context.content
    yield "index.html"
    yield "contents/index.html"
    yield "pages/images"
    yield from _ENGINE
    for name in content.guide_ids:
        yield from (f"guides/{name}{end}" for end in _OF_A_GUIDE)
    for name in content.page_ids:
        yield from (f"pages/{name}/index.html", f"pages/{name}.md")
    for category in content.categories.categories if content.categories else ():
        yield f"categories/{category.id}/index.html"
