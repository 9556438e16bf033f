"""CommonMark as HTML: escaped, references resolved, every text marked with its language when it fell back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

from stepsheet.localize.document import State, Text
from stepsheet.localize.interface import Interface
from stepsheet.model import prose


@dataclass(frozen=True, slots=True)
class Way:
    """Where a link leads; `locale` is the language of what is there when it is not that of the page."""

    href: str
    locale: str = ""


Resolve = Callable[[str], Way]


class Renderer(RendererHTML):
    """markdown-it's own renderer; raw HTML comes out as the text it was typed as."""

    def html_inline(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:  # noqa: ARG002 - its signature
        """The HTML as text."""
        return str(escape(tokens[idx].content))

    html_block = html_inline

    def code_inline(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:  # noqa: ARG002
        """Code, which runs from left to right in every language."""
        return f"<code{_ltr(env)}>{escape(tokens[idx].content)}</code>"

    def code_block(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """A listing, likewise."""
        return super().code_block(tokens, idx, options, env).replace("<pre", f"<pre{_ltr(env)}", 1)

    def fence(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """A listing with its language, likewise."""
        return super().fence(tokens, idx, options, env).replace("<pre", f"<pre{_ltr(env)}", 1)

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:  # noqa: ARG002
        """The alt text: a picture in a text is refused by a rule, and never loaded from anywhere."""
        return str(escape(tokens[idx].content))

    def link_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:  # noqa: ARG002
        """The link to where the reference leads."""
        way = env["resolve"](str(tokens[idx].attrs["href"]))
        hreflang = f' hreflang="{escape(way.locale)}"' if way.locale else ""
        return f'<a href="{escape(way.href)}"{hreflang}>'


_MARKDOWN = MarkdownIt("commonmark")
_RENDERER = Renderer()


def _ltr(env: dict[str, Any]) -> str:
    return ' dir="ltr"' if env.get("direction") == "rtl" else ""


@cache
def _direction(locale: str) -> str:
    return Interface(locale).direction


def surroundings(locale: str, resolve: Resolve) -> dict[str, Any]:
    """What the renderer must know of a text: its language, and how its references become links."""
    return {"resolve": resolve, "direction": _direction(locale)}


def _marked(body: str, tag: str, text: Text, locale: str) -> Markup:
    """Wrap a text that is not an up-to-date translation, so that no reader or screen reader is misled."""
    if text.locale == locale and text.state is not State.STALE:
        return Markup(body)  # noqa: S704 - the renderer has escaped it
    tongue = language(text.locale, locale)
    return Markup(f'<{tag} class="ss-fallback" data-state="{text.state}"{tongue}>{body}</{tag}>')  # noqa: S704 - as above


def language(locale: str, around: str) -> Markup:
    """The attributes of an element in another language than what is around it; empty for the same."""
    if locale == around:
        return Markup()
    direction = _direction(locale)
    turned = f' dir="{direction}"' if direction != _direction(around) else ""
    return Markup(f' lang="{escape(locale)}"{turned}')  # noqa: S704 - escaped


def line(text: Text, locale: str, resolve: Resolve) -> Markup:
    """A one-line text as inline HTML."""
    tokens = prose.inline(text.value)
    return _marked(
        _RENDERER.render(tokens, _MARKDOWN.options, surroundings(text.locale, resolve)), "span", text, locale
    )


def block(text: Text, locale: str, resolve: Resolve) -> Markup:
    """A text of paragraphs as block HTML, without line breaks that the site engine could read as Markdown."""
    tokens = prose.blocks(text.value)
    body = _RENDERER.render(tokens, _MARKDOWN.options, surroundings(text.locale, resolve))
    return _marked(body, "div", text, locale)


def plain(text: Text) -> str:
    """The words of a one-line text, without its markup."""
    return "".join(
        " " if token.type in {"softbreak", "hardbreak"} else token.content for token in prose.inline(text.value)
    )
