"""Tokens of the parser to events; what is open, and what belongs to what, is for the folding to find out."""

from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token

from stepsheet.importing.markup import containers, fences, gitbook
from stepsheet.importing.markup.events import Anchored, Edge, End, Event, Origin, Ready, Start
from stepsheet.importing.markup.line_events import LineEvents
from stepsheet.importing.markup.syntax import attribute_list, formula, liquid
from stepsheet.importing.tree import Formula, Rule

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
_TITLE = "title"


class Tokens:
    """The tokens of one page; `place` gives the line of the source for one that the parser counts from 0."""

    def __init__(self, lines: LineEvents, place: Callable[[int], int]) -> None:
        self.lines, self.place = lines, place
        self.numbers: list[int] = []

    def events(self, tokens: Sequence[Token]) -> Iterator[Event]:
        """The events of a page."""
        line = self.place(0)
        for index, token in enumerate(tokens):
            line = self.place(token.map[0]) if token.map else line
            if token.type == "inline":
                yield from self.lines.events(token, line)
            elif token.nesting:
                yield from self._frame(tokens, index, line)
            elif token.type == "html_block":
                yield from self.lines.html(token.content, line)
            else:
                yield from _leaf(token, line)

    def _frame(self, tokens: Sequence[Token], index: int, line: int) -> Iterator[Event]:
        token = tokens[index]
        name = token.type.removesuffix("_open").removesuffix("_close")
        kind = _FRAMES.get(name)
        if kind is None:
            if name == "paragraph":
                yield Edge(line)
        elif token.nesting > 0:
            kind, values = containers.frame(kind, token)
            title = values.pop("title", "")
            yield Start(line, Origin.MARKDOWN, name, kind, {**values, **self._counted(tokens, index, kind)})
            if title:
                yield Start(line, Origin.MARKDOWN, _TITLE, "caption")
                yield from self.lines.markdown(title, line)
                yield End(line, Origin.MARKDOWN, _TITLE)
        else:
            if kind == "list":
                self.numbers.pop()
            yield End(line, Origin.MARKDOWN, name)

    def _counted(self, tokens: Sequence[Token], index: int, kind: str) -> dict[str, str]:
        """What a list, an item of it or a note is counted as."""
        token = tokens[index]
        if kind == "list":
            self.numbers.append(-1)
            tag = "ol" if token.type == "ordered_list_open" else "ul"
            return {"": tag, "tight": "" if _loose(tokens, index) else "tight"}
        if kind == "item":
            first = self.numbers[-1] < 0
            self.numbers[-1] = int(token.info or 0) if first else self.numbers[-1] + 1
            return {"number": str(self.numbers[-1]) if token.info else "0"}
        if kind == "footnote":
            return {"number": str(self.lines.note(token.meta["label"]))}
        return {}


def _leaf(token: Token, line: int) -> Iterator[Event]:
    """The event of a token that holds no others."""
    match token.type:
        case "fence" | "code_block":
            yield from fences.events(line, token.info, token.content)
        case "hr":
            yield Ready(line, Rule(line))
        case formula.BLOCK:
            yield Ready(line, Formula(line, token.content))
        case liquid.TAG:
            yield gitbook.event(token.meta["tag"], line)
        case attribute_list.LIST:
            if name := attribute_list.anchor(token.content):
                yield Anchored(line, name)
        case _:
            pass


def _loose(tokens: Sequence[Token], index: int) -> bool:
    """Whether the paragraphs of a list are paragraphs: the parser hides those of a tight one."""
    level = tokens[index].level
    for place in range(index + 1, len(tokens)):
        token = tokens[place]
        if token.type == "paragraph_open" and token.level == level + 2:
            return not token.hidden
        if token.level == level and token.nesting < 0:
            break
    return False
