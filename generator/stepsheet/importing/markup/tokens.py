"""Tokens of the parser to events; what is open, and what belongs to what, is for the folding to find out."""

from collections.abc import Callable, Iterator, Sequence
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from stepsheet.importing.markup import containers, directive, fences, gitbook
from stepsheet.importing.markup.events import (
    Anchored,
    Broken,
    Edge,
    End,
    Event,
    LeftOut,
    Origin,
    Ready,
    Said,
    SaidInCode,
    Shown,
    Start,
)
from stepsheet.importing.markup.html_events import HtmlEvents
from stepsheet.importing.markup.syntax import attribute_list, formula, liquid
from stepsheet.importing.tree import Formula, Rule

_MARKDOWN = ("**", "](", "`")
_FRAMES = {
    "bullet_list": "list",
    "ordered_list": "list",
    "list_item": "item",
    "blockquote": "quote",
    "table": "table",
    "tr": "row",
    "th": "cell",
    "td": "cell",
    "heading": "heading",
    "dl": "terms",
    "dt": "term",
    "dd": "definition",
    "footnote_reference": "footnote",
    "admonition": "hint",
    "admonition_title": "caption",
    "container_any": "container",
    "content_tab": "tab",
}
_SPANS = {"strong": "strong", "em": "em", "link": "link"}


class Reader:
    """Reads the tokens of one page; `place` gives the line of the source for one that the parser counts from 0."""

    def __init__(self, parser: MarkdownIt, env: dict[str, object], place: Callable[[int], int], *, tags: bool) -> None:
        self.parser, self.env, self.place, self.tags = parser, env, place, tags
        self.numbers: list[int] = []
        self.notes: dict[str, int] = {}

    def events(self, tokens: Sequence[Token]) -> Iterator[Event]:
        """The events of a page."""
        line = self.place(0)
        for index, token in enumerate(tokens):
            line = self.place(token.map[0]) if token.map else line
            if token.type == "inline":
                yield from self._inline(token, line)
            elif token.type in _BLOCKS:
                yield from _BLOCKS[token.type](self, token, line)
            elif token.nesting:
                yield from self._frame(tokens, index, line)

    def _frame(self, tokens: Sequence[Token], index: int, line: int) -> Iterator[Event]:
        token = tokens[index]
        name = token.type.removesuffix("_open").removesuffix("_close")
        kind = _FRAMES.get(name)
        if kind is None:
            if name == "paragraph":
                yield Edge(line)
        elif token.nesting > 0:
            made = containers.frame(kind, token)
            yield Start(line, Origin.MARKDOWN, name, made[0], {**made[1], **self._counted(tokens, index, kind)})
        else:
            if kind == "list":
                self.numbers.pop()
            yield End(line, Origin.MARKDOWN, name)

    def _counted(self, tokens: Sequence[Token], index: int, kind: str) -> dict[str, str]:
        """What a list or an item of it is counted as."""
        token = tokens[index]
        if kind == "list":
            ordered = token.type == "ordered_list_open"
            start = token.attrGet("start")
            self.numbers.append(1 if start is None else int(start))
            return {"": "ol" if ordered else "ul", "tight": "" if _loose(tokens, index) else "tight"}
        if kind == "item":
            self.numbers[-1] += 1
            return {"number": str(self.numbers[-1] - 1) if token.info else "0"}
        if kind == "footnote":
            return {"number": str(self._note(token.meta["label"]))}
        return {}

    def _note(self, label: str) -> int:
        """The number of a footnote: in order of where it is first met."""
        return self.notes.setdefault(label, len(self.notes) + 1)

    def _html(self, token: Token, line: int) -> Iterator[Event]:
        reader = HtmlEvents(self._words, self._markdown)
        reader.take(token.content, line)
        yield from reader.events

    def _words(self, text: str, line: int) -> Iterator[Event]:
        """Words of HTML, with the tags of GitBook between them."""
        start = 0
        while self.tags and (mark := text.find(directive.MARK, start)) >= 0:
            end = directive.end(text, mark, len(text))
            tag = directive.read(text[mark:end]) if end > 0 else None
            if not tag or not liquid.is_block(tag):
                break
            yield Said(line, text[start:mark])
            yield gitbook.event(tag, line)
            start = end
        yield Said(line, text[start:])

    def _markdown(self, text: str, line: int) -> Iterator[Event]:
        """Words between tags of HTML, read as Markdown where they look like it."""
        if not any(mark in text for mark in _MARKDOWN):
            yield from self._words(unescape(text), line)
            return
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        yield Said(line, before)
        for token in self.parser.parseInline(text.strip(), self.env):
            yield from self._inline(token, line)
        yield Said(line, after)

    def _inline(self, token: Token, line: int) -> Iterator[Event]:
        if token.meta.get("flat"):
            yield LeftOut(line, "what is nested deeper than 20 levels is read as one line of words")
        html: HtmlEvents | None = None
        for child in token.children or ():
            if child.type == "text":
                yield Said(line, child.content)
            elif child.type == "softbreak":
                line += 1
                yield Said(line, "\n")
            elif child.type == "html_inline":
                html = html or HtmlEvents(self._words, self._words, token.content)
                html.take(child.content, line)
                yield from html.events
                html.events.clear()
                line += child.content.count("\n")
            else:
                yield from self._span(child, line)
                line += child.type == "hardbreak"

    def _span(self, token: Token, line: int) -> Iterator[Event]:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _SPANS and token.nesting > 0:
            attributes = {key: str(value) for key, value in token.attrs.items()}
            yield Start(line, Origin.INLINE, name, _SPANS[name], attributes)
        elif name in _SPANS:
            yield End(line, Origin.INLINE, name)
        elif token.type in _INLINE:
            yield from _INLINE[token.type](self, token, line)

    def _tag(self, token: Token, line: int) -> Iterator[Event]:
        yield gitbook.event(token.meta["tag"], line)

    def _fence(self, token: Token, line: int) -> Iterator[Event]:
        yield Ready(line, fences.listing(line, token.info, token.content))

    def _rule(self, token: Token, line: int) -> Iterator[Event]:
        yield Ready(line, Rule(line))

    def _formula(self, token: Token, line: int) -> Iterator[Event]:
        yield Ready(line, Formula(line, token.content))

    def _attributes(self, token: Token, line: int) -> Iterator[Event]:
        if name := attribute_list.anchor(token.content):
            yield Anchored(line, name)

    def _code(self, token: Token, line: int) -> Iterator[Event]:
        yield SaidInCode(line, token.content)

    def _break(self, token: Token, line: int) -> Iterator[Event]:
        yield Broken(line + 1)

    def _picture(self, token: Token, line: int) -> Iterator[Event]:
        alt = "".join(_alt(token.children or ())) or None
        yield Shown(line, str(token.attrGet("src") or ""), alt, str(token.attrGet("title") or ""))

    def _reference(self, token: Token, line: int) -> Iterator[Event]:
        yield Said(line, f"[{self._note(token.meta['label'])}]")


def _alt(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.children:
            yield from _alt(token.children)
        else:
            yield " " if token.type in {"softbreak", "hardbreak"} else token.content


def _loose(tokens: Sequence[Token], index: int) -> bool:
    """Whether the paragraphs of a list are paragraphs: the parser hides those of a tight one."""
    level = tokens[index].level
    for token in tokens[index + 1 :]:
        if token.type == "paragraph_open" and token.level == level + 2:
            return not token.hidden
        if token.level == level and token.nesting < 0:
            break
    return False


_Handler = Callable[[Reader, Token, int], Iterator[Event]]
_BLOCKS: dict[str, _Handler] = {
    "html_block": Reader._html,
    "fence": Reader._fence,
    "code_block": Reader._fence,
    "hr": Reader._rule,
    liquid.TOKEN: Reader._tag,
    formula.BLOCK: Reader._formula,
    attribute_list.TOKEN: Reader._attributes,
}
_INLINE: dict[str, _Handler] = {
    "code_inline": Reader._code,
    "hardbreak": Reader._break,
    "image": Reader._picture,
    "footnote_ref": Reader._reference,
    liquid.TOKEN: Reader._tag,
    formula.INLINE: Reader._code,
    attribute_list.TOKEN: Reader._attributes,
}
