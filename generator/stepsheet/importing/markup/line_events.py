"""What stands in a line to events: the parser's inline tokens, and HTML, whose words may be Markdown in turn."""

from collections.abc import Iterator, Sequence
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from stepsheet.importing.markup import directive, gitbook
from stepsheet.importing.markup.events import (
    Anchored,
    Broken,
    End,
    Event,
    LeftOut,
    Origin,
    Said,
    SaidInCode,
    Shown,
    Start,
)
from stepsheet.importing.markup.html_events import HtmlEvents
from stepsheet.importing.markup.syntax import attribute_list, depth, formula, liquid

_MARKDOWN = ("**", "](", "`")
_SPANS = frozenset({"strong", "em", "link"})


class LineEvents:
    """Reads the lines of one page; `tags` says whether GitBook's count in it."""

    def __init__(self, parser: MarkdownIt, env: dict[str, object], *, tags: bool) -> None:
        self.parser, self.env, self.tags = parser, env, tags
        self.notes: dict[str, int] = {}
        self.addresses: set[str] = set()

    def note(self, label: str) -> int:
        """The number of a footnote: in order of where it is first met."""
        return self.notes.setdefault(label, len(self.notes) + 1)

    def events(self, token: Token, line: int) -> Iterator[Event]:
        """The events of an inline token that begins on a line."""
        if token.meta.get(depth.FLAT):
            yield LeftOut(line, "what is nested too deep is read as one line of words")
        html: HtmlEvents | None = None
        for child in token.children or ():
            if child.type == "html_inline":
                html = html or HtmlEvents(self._words, self._words, token.content)
                html.take(child.content, line)
                yield from html.events
                html.events.clear()
            else:
                yield from self._child(child, line)
            line += child.type in {"softbreak", "hardbreak"} or child.content.count("\n")

    def html(self, text: str, line: int) -> Iterator[Event]:
        """The events of a block of HTML."""
        reader = HtmlEvents(self._words, self.markdown)
        reader.take(text, line)
        yield from reader.events

    def _child(self, token: Token, line: int) -> Iterator[Event]:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.type == "text":
            yield Said(line, token.content)
        elif token.type == "softbreak":
            yield Said(line, "\n")
        elif token.type == "hardbreak":
            yield Broken(line)
        elif name in _SPANS and token.nesting > 0:
            values = {key: str(value) for key, value in token.attrs.items()}
            self.addresses.add(values.get("href", ""))
            yield Start(line, Origin.INLINE, name, name, values)
        elif name in _SPANS:
            yield End(line, Origin.INLINE, name)
        else:
            yield from self._other(token, line)

    def _other(self, token: Token, line: int) -> Iterator[Event]:
        match token.type:
            case "code_inline" | formula.INLINE:
                yield SaidInCode(line, token.content)
            case "image":
                self.addresses.add(str(token.attrGet("src") or ""))
                alt = "".join(_alt(token.children or ())) or None
                yield Shown(line, str(token.attrGet("src") or ""), alt, str(token.attrGet("title") or ""))
            case "footnote_ref":
                yield Said(line, f"[{self.note(token.meta['label'])}]")
            case liquid.TAG:
                yield gitbook.event(token.meta["tag"], line)
            case attribute_list.LIST:
                if name := attribute_list.anchor(token.content):
                    yield Anchored(line, name)
            case _:
                pass

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

    def markdown(self, text: str, line: int) -> Iterator[Event]:
        """Words with their entities as written, of HTML or of a title: read as Markdown where they look like it."""
        if not any(mark in text for mark in _MARKDOWN):
            yield from self._words(unescape(text), line)
            return
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        yield Said(line, before)
        for token in self.parser.parseInline(text.strip(), self.env):
            yield from self.events(token, line)
        yield Said(line, after)


def _alt(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.children:
            yield from _alt(token.children)
        else:
            yield " " if token.type in {"softbreak", "hardbreak"} else token.content
