"""A redirect stands at an address that the site itself uses.

Why: the redirect would take the place of a page, or the page that of the redirect.
Bad:  from: guides/okx-api-keys, where there is a guide of this id
Good: from: okx/api
"""

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.redirects import Redirects
from stepsheet.rules.context import Context

RULE = Rule("S143", "taken-address", Severity.ERROR, since="0.1")

_ENGINE = ("assets", "search", "sitemap.xml", "sitemap.xml.gz", "404.html")
_WHOLE = ("llms.txt", "llms-full.txt", "translations.json", "translations.svg")
_OF_A_GUIDE = (".md", ".json", "/index.html", "/images", "/checklist-a4.pdf", "/checklist-letter.pdf")


def check(file: Redirects, context: Context) -> Iterator[Finding]:
    """Each address that is taken, or lies below a file or a folder that is."""
    content = context.content
    own = {*paths(content.guide_ids, content.page_ids)}
    own |= {
        f"categories/{category.id}/index.html"
        for category in (content.categories.categories if content.categories else ())
    }
    taken = frozenset(f"{prefix}{path}" for prefix in _prefixes(context) for path in own)
    for redirect in file.redirects:
        if lies_in(redirect.file, taken):
            help_ = "delete the redirect, or write the address the page had before"
            yield Finding(redirect.at("from"), f"the site itself uses the address {redirect.from_!r}", help_)


def lies_in(file: str, taken: Collection[str]) -> bool:
    """Whether a file, or a folder that it is in, is among those that are taken."""
    path = PurePosixPath(file)
    return any(str(step) in taken for step in (path, *path.parents))


def paths(guides: Iterable[str], pages: Iterable[str]) -> Iterator[str]:
    """The files of a site with such guides and pages, and the folders in which nothing but the site's own may lie."""
    yield "index.html"
    yield "contents/index.html"
    yield "translations/index.html"
    yield "pages/images"
    yield from (*_ENGINE, *_WHOLE)
    for name in guides:
        yield from (f"guides/{name}{end}" for end in _OF_A_GUIDE)
    for name in pages:
        yield from (f"pages/{name}/index.html", f"pages/{name}.md")


def _prefixes(context: Context) -> Iterator[str]:
    yield ""
    yield from (f"{locale}/" for locale in context.targets)
