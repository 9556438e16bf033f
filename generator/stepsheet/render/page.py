"""What every page that goes through the site engine shares: front matter, links, and HTML that Markdown leaves alone.

The engine reads Markdown and its templates print front matter as it stands. Content is not trusted with either: it
reaches the page as one-line chunks of finished HTML, and the front matter as escaped text.
"""

import re
from collections.abc import Callable, Iterable
from html import escape, unescape
from typing import Any

import yaml
from markupsafe import Markup
from markupsafe import escape as escape_html

from stepsheet.localize.document import Document, Text
from stepsheet.localize.page import PlainPage
from stepsheet.localize.presence import Presence
from stepsheet.model import prose
from stepsheet.model.blanks import BLANKS, folded
from stepsheet.render import html, twins
from stepsheet.render.card import PATH as CARD
from stepsheet.render.places import FOLDERS
from stepsheet.render.site import Site

Fields = dict[str, Any]

_PRE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")
_SPECIAL = re.compile(r"[!-/:-@\[-`{-~]|(?! )\s")  # the rarer spaces too, which the engine takes off the ends
_SPECIAL_IN_TAG = re.compile(r"[!()*\[\\\]^_`{|}~]")
_SAFE_SCHEMES = ("http://", "https://", "mailto:")


def one_line(source: str) -> Markup:
    """Finished HTML as a single line, which Python-Markdown and its extensions pass on unread.

    Fences, snippets, attribute lists and headings are all recognised at the start of a line, so there must be only one.
    Line breaks and tabs inside `<pre>` become character references; elsewhere they mean the same as a space.
    """
    parts = _PRE.split(source.replace("\r\n", "\n").replace("\r", "\n"))
    for index, part in enumerate(parts):
        if index % 2:
            parts[index] = part.replace("\n", "&#10;").replace("\t", "&#9;")
        else:
            parts[index] = _joined(part.replace("\t", " ").split("\n"))
    return Markup("".join(parts).strip(BLANKS))  # noqa: S704 - HTML before, HTML after


def _joined(lines: list[str]) -> str:
    """Lines as one, a space between them; blanks at the ends of the whole are kept, they may part two words."""
    if len(lines) == 1:
        return lines[0]
    between = (line for line in (line.strip(BLANKS) for line in lines[1:-1]) if line)
    return " ".join([lines[0].rstrip(BLANKS), *between, lines[-1].lstrip(BLANKS)])


def attribute(text: str) -> Markup:
    """A text for an attribute's value, byte for byte: `one_line` would fold its line breaks and tabs."""
    escaped = str(escape_html(text)).replace("\n", "&#10;").replace("\t", "&#9;")
    return Markup(escaped)  # noqa: S704 - escaped above


def chunk(caller: Callable[[], str]) -> Markup:
    """A Markdown block of its own, from the body of a template's `{% call %}`."""
    return one_line(caller()) + Markup("\n")


def shielded(inline: str) -> str:
    """Inline HTML for a line of Markdown: every character that Markdown could read as markup is a numeric reference."""
    parts = _TAG.split(folded(inline))
    for index, part in enumerate(parts):
        source, special = (part, _SPECIAL_IN_TAG) if index % 2 else (unescape(part), _SPECIAL)
        parts[index] = special.sub(lambda match: f"&#{ord(match.group())};", source)
    return "".join(parts)


def heading(inline: str, anchor: str, level: int = 2) -> Markup:
    """A real Markdown heading, for the table of contents and the search index, around inline HTML.

    >>> print(heading("2 * 2 = {{ 4 }}", "sum"), end="")
    ## 2 &#42; 2 &#61; &#123;&#123; 4 &#125;&#125; {#sum}
    """
    return Markup(f"{'#' * level} {shielded(inline)} {{#{anchor}}}\n")  # noqa: S704 - shielded above


def front_matter(fields: Fields) -> Markup:
    """YAML front matter, its texts escaped: the engine's templates and its search print them as HTML.

    Markup is finished and stays as it is.
    """
    dumped = yaml.safe_dump(_escaped(fields), allow_unicode=True, sort_keys=False, width=2**20)
    return Markup(f"---\n{dumped}---\n")  # noqa: S704 - escaped above


def _escaped(value: Any) -> Any:
    match value:
        case Markup():
            return str(value)
        case str():
            return escape(folded(value))
        case dict():
            return {key: _escaped(item) for key, item in value.items()}
        case list() | tuple():
            return [_escaped(item) for item in value]
        case _:
            return value


def addresses(site: Site, folder: str, card: str = "") -> Fields:
    """Where a page and its twins in the other locales are: for canonical, hreflang and the language switch.

    `folder` is the page's own, relative to its locale's root: empty, or ending in a slash. `card` is the folder of the
    picture that is shown with a link to the page: the page's own, or the root for that of the site.
    """
    is_indexed = site.presences(folder, site.locale) is Presence.TRANSLATED
    return {
        "locale": site.locale,
        "prefix_depth": site.prefix.count("/"),
        "address": site.address(folder),
        "canonical": site.address(folder if is_indexed else f"{site.source_root}{folder}"),
        "noindex": not is_indexed,
        "card": site.address(f"{card}{CARD}"),
        "alternates": list(twins.switch(site, folder)),
        "hreflang": list(twins.hreflang(site, folder)) if is_indexed else [],
    }


def up(folder: str) -> str:
    """The way from a folder back to where it hangs: `../../` for `guides/x/`."""
    return "../" * folder.count("/")


def resolver(site: Site, folder: str) -> html.Resolve:
    """How cross-references become links on a page in this folder.

    A link of any other kind than the content model allows leads nowhere.
    """

    def resolve(href: str) -> html.Way:
        reference = prose.reference(href)
        if reference is None:
            return html.Way(href if href.lower().startswith(_SAFE_SCHEMES) else "#")
        kind, path = reference
        if kind not in FOLDERS:
            return html.Way(f"#{path}")
        elsewhere = site.default_locale if site.is_left_out(kind, path) else ""
        return html.Way(f"{up(folder)}{site.place(kind, path)}", elsewhere)

    return resolve


def writers(site: Site, folder: str) -> Fields:
    """What templates write texts with: `line`, `block` and `plain`, and `chunk` and `heading` to set them down."""
    resolve = resolver(site, folder)

    def line(text: Text) -> Markup:
        return html.line(text, site.locale, resolve)

    def block(text: Text) -> Markup:
        return html.block(text, site.locale, resolve)

    return {
        "line": line,
        "block": block,
        "plain": html.plain,
        "chunk": chunk,
        "heading": heading,
        "attribute": attribute,
        "tongue": lambda locale, around=site.locale: html.language(locale, around),
        "absences": twins.absences(site, folder),
        "has_status": bool(site.progress),
        "root": up(folder),
    }


def card(document: Document) -> Fields:
    """What a list of guides shows of one guide."""
    return {"document": document, "steps": sum(1 for _ in document.steps())}


def cards(documents: Iterable[Document], pages: Iterable[PlainPage]) -> list[Fields]:
    """What a list shows of guides and of the plain pages after them."""
    return [*(card(document) for document in documents), *({"page": page} for page in pages)]
