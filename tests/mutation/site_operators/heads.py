"""What a page says of itself and where it leads: languages, addresses, links, pictures, and what it must not load."""

import re
from collections.abc import Callable, Iterator

from ..site import BuiltSite, SiteMutant
from ..splice import Span, replaced

Change = tuple[Span, str]


def _pages(site: BuiltSite) -> Iterator[tuple[str, str]]:
    """The pages that a reader can come to, those of redirects among them."""
    return ((name, data.decode()) for name, data in site.files.items() if name.endswith(".html"))


def _each(pattern: str, change: Callable[[re.Match[str]], str]) -> Callable[[str], Iterator[Change]]:
    def changes(text: str) -> Iterator[Change]:
        for found in re.finditer(pattern, text):
            yield found.span(), change(found)

    return changes


def _before(mark: str, new: str) -> Callable[[str], Iterator[Change]]:
    def changes(text: str) -> Iterator[Change]:
        begin = text.find(mark)
        if begin >= 0:
            yield (begin, begin), new

    return changes


_ARTICLE_LINK = r'(?<=<a )[^>]*?href="(?!https?:|mailto:|#|")[^"]*'
CHANGES: dict[str, Callable[[str], Iterator[Change]]] = {
    "change-lang": _each(r'(?<=<html lang=")[\w-]+', lambda _: "de"),
    "remove-lang": _each(r' lang="[\w-]+"(?= class="no-js")', lambda _: ""),
    "turn-direction": _each(r'(?<=<html )lang="[\w-]+"', lambda found: f'{found[0]} dir="rtl"'),
    "remove-hreflang": _each(r"<link rel=\"alternate ?\"[^>]*>", lambda _: ""),
    "misdirect-hreflang": _each(r"(?<=<link rel=\"alternate )\"[^>]*href=\"[^\"]*", lambda found: f"{found[0]}x/"),
    "change-hreflang": _each(r'(?<=hreflang=")(?:ru|en)(?=" href="[^"]*">)', lambda _: "de"),
    "remove-canonical": _each(r'<link rel="canonical"[^>]*>', lambda _: ""),
    "misdirect-canonical": _each(r'(?<=<link rel="canonical" href=")[^"]*', lambda found: f"{found[0]}x/"),
    "break-link": _each(_ARTICLE_LINK, lambda found: f"{found[0]}x"),
    "break-anchor": _each(r'href="#(?!__)[^"]+', lambda found: f"{found[0]}-x"),
    "break-picture": _each(r'<img src="[^"]+', lambda found: f"{found[0]}x"),
    "put-foreign-script": _before("</head>", '<script src="https://cdn.example/x.js"></script>'),
    "put-foreign-style": _before("</head>", '<link rel="stylesheet" href="//cdn.example/x.css">'),
    "put-foreign-picture": _before("</article>", '<img src="https://cdn.example/x.png" alt="">'),
    "put-foreign-frame": _before("</article>", '<iframe src="https://cdn.example/"></iframe>'),
}


def _operator(name: str, changes: Callable[[str], Iterator[Change]]):
    def mutants(site: BuiltSite) -> Iterator[SiteMutant]:
        for path, text in _pages(site):
            for span, new in changes(text):
                made = replaced(text, span, new)
                if made != text:
                    what = f"{text[slice(*span)][:80]!r} made {new[:80]!r}"
                    yield SiteMutant(name, path, what, {path: made.encode()})

    return mutants


OPERATORS = {name: _operator(name, changes) for name, changes in CHANGES.items()}
