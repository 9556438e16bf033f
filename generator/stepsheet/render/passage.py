"""The text of a plain page as finished HTML: blocks in one line each, headings apart from them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from stepsheet.localize.document import Code, Figure, State, Text
from stepsheet.localize.page import PlainPage
from stepsheet.model import passage, prose
from stepsheet.render import html
from stepsheet.render.markdown import escaping
from stepsheet.render.page import heading, one_line, resolver, writers
from stepsheet.render.site import Site
from stepsheet.render.templating import environment

_MARKDOWN = MarkdownIt("commonmark")


def parts(page: PlainPage, site: Site, folder: str) -> Iterator[Markup]:
    """The blocks of a page as the Markdown that the site engine reads."""
    renderer = _Renderer(page, site, folder)
    runs = passage.runs(passage.tokens(page.body.value))
    for is_heading, group in groupby(runs, lambda run: run[0].type == "heading_open"):
        if is_heading:
            yield from (renderer.heading(*run[:2]) for run in group)
        else:
            yield renderer.blocks([token for run in group for token in run])


class _Renderer(html.Renderer):
    """Writes one page; counts what has no name of its own."""

    def __init__(self, page: PlainPage, site: Site, folder: str) -> None:
        super().__init__()
        self._page = page
        self._tongue = html.language(page.body.locale, site.locale)
        self._env = {**html.surroundings(page.body.locale, _resolver(site, folder)), "open": []}
        template = environment(site.locale).get_template("passage.html.j2")
        self._macros: Any = template.make_module(writers(site, folder))
        self._numbers: dict[str, int] = {}

    def heading(self, opened: Token, inline: Token) -> Markup:
        """A heading of the page itself."""
        number = self._next("heading")
        words = self.renderInline(inline.children or [], _MARKDOWN.options, self._env)
        shown = f"<span{self._tongue}>{words}</span>" if self._tongue else words
        return heading(shown, passage.anchor(opened) or number, int(opened.tag[1]))

    def blocks(self, tokens: Sequence[Token]) -> Markup:
        """Blocks between two headings."""
        inside = self.render(tokens, _MARKDOWN.options, self._env)
        return one_line(f'<div class="ss-prose"{self._tongue}>{inside}</div>') + Markup("\n")

    def blockquote_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:  # noqa: ARG002 - its signature
        """A quotation, or a hazard block."""
        kind = tokens[idx].meta.get(passage.ALERT)
        env["open"].append(kind)
        return str(self._macros.alert_open(kind, self._next("alert"))) if kind else "<blockquote>"

    def blockquote_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:  # noqa: ARG002
        """The end of either."""
        return str(self._macros.alert_close()) if env["open"].pop() else "</blockquote>"

    def fence(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:  # noqa: ARG002
        """A listing with its copy button."""
        language = (tokens[idx].info.split() or [""])[0]
        code = Code("", self._next("code"), language, tokens[idx].content.removesuffix("\n"))
        return str(self._macros.code(code))

    code_block = fence

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:  # noqa: ARG002
        """A picture inside a line."""
        return str(self._macros.inline_picture(self._picture(tokens[idx], "picture")))

    def figure(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:  # noqa: ARG002
        """A picture on its own."""
        return str(self._macros.figure(self._picture(tokens[idx], "figure")))

    def _picture(self, token: Token, kind: str) -> Figure:
        shot = self._page.shots[passage.address(token)]
        alt, caption = passage.words(token).strip(), passage.caption(token)
        return Figure(
            id="",
            anchor=self._next(kind),
            path=f"../{shot.file.path}",
            width=shot.width,
            height=shot.height,
            alt=Text("", alt, self._page.body.locale, State.SOURCE) if alt else None,
            caption=Text("", escaping.plain(caption), self._page.locale, State.SOURCE) if caption else None,
            marks=(),
            locale=shot.locale,
            decorative=False,
        )

    def _next(self, kind: str) -> str:
        """A name that no author can give: `figure:3`."""
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        return f"{kind}:{self._numbers[kind]}"


def _resolver(site: Site, folder: str) -> html.Resolve:
    """How links on the page are resolved, those to its own headings too."""
    elsewhere = resolver(site, folder)
    return lambda href: html.Way(href) if prose.anchor(href) else elsewhere(href)
