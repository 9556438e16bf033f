"""A link that leads nowhere a reader may be sent.

Why: a link of a guide is a web or mail address, or a reference that is checked; anything else breaks or runs code.
Bad:  info: See [the menu](javascript:open())
Good: info: See [the menu](#step:account.open-menu)
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import prose
from stepsheet.model.content import Book
from stepsheet.model.guide import Origin
from stepsheet.rules.context import Context

RULE = Rule("S113", "forbidden-link", Severity.ERROR, since="0.1")

SCHEMES = ("http", "https", "mailto")
_HELP = "link to http:, https: or mailto:, or refer to #step:…, #section:…, #field:… or #guide:…"


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each link of another kind, and a source that is none."""
    for written in context.texts(book):
        for href in prose.links(prose.tokens(written.text, written.kind)):
            if not allowed(href):
                yield Finding(written.at.within(href), f"the link {href!r} is not allowed", _HELP)
    for part in book.parts:
        if isinstance(part, Origin) and part.url and (prose.reference(part.url) or not allowed(part.url)):
            help_ = "write the address with https:// in front, or leave `url` out"
            yield Finding(part.at("url"), f"the link {part.url!r} is not allowed", help_)


def allowed(href: str) -> bool:
    """Whether a link is a reference or has one of the schemes, with an address behind it."""
    if prose.reference(href):
        return True
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return parts.scheme.lower() in SCHEMES and bool(parts.netloc or parts.path.strip("/"))
