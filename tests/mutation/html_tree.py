"""Where the elements and texts of a built page stand, byte for byte, so that one can be changed and no other."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    """An element: where its tag begins and ends, and where its end tag does."""

    tag: str
    attributes: dict[str, str]
    begin: int
    opened: int
    parent: "Element | None"
    closes: int = 0
    end: int = 0
    children: list["Element"] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.attributes.get("id", "")

    def ancestors(self) -> Iterator["Element"]:
        """Itself and those around it, from the inside out."""
        yield self
        if self.parent:
            yield from self.parent.ancestors()

    @property
    def next(self) -> "Element | None":
        """The element after it under the same parent."""
        siblings = self.parent.children if self.parent else []
        after = [one for one in siblings if one.begin > self.begin]
        return after[0] if after else None


@dataclass(frozen=True)
class Words:
    """A text of the page and the element that holds it."""

    text: str
    begin: int
    end: int
    holder: Element


class Page(HTMLParser):
    """A page, parsed."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.text = text
        self.lines = [0, *(index for index, character in enumerate(text, 1) if character == "\n")]
        self.elements: list[Element] = []
        self.words: list[Words] = []
        self._open: list[Element] = []
        self._run: tuple[int, str] | None = None
        self.feed(text)
        self.close()
        self._flush(len(text))
        for element in self._open:
            element.closes = element.end = len(text)

    @property
    def _here(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = self._here
        self._flush(here)
        parent = self._open[-1] if self._open else None
        opened = here + len(self.get_starttag_text() or "")
        made = Element(tag, {name: value or "" for name, value in attrs}, here, opened, parent, opened, opened)
        self.elements.append(made)
        if parent:
            parent.children.append(made)
        if tag not in _VOID:
            self._open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        here = self._here
        self._flush(here)
        while any(one.tag == tag for one in self._open):
            closed = self._open.pop()
            closed.closes, closed.end = here, self.text.index(">", here) + 1
            if closed.tag == tag:
                return
            closed.end = here

    def handle_data(self, data: str) -> None:
        begin, text = self._run or (self._here, "")
        self._run = begin, text + data

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def _flush(self, end: int) -> None:
        if self._run and self._run[1].strip() and self._open:
            self.words.append(Words(self.text[self._run[0] : end], self._run[0], end, self._open[-1]))
        self._run = None

    def by_id(self, name: str) -> Element | None:
        """The first element of an id."""
        return next((one for one in self.elements if one.id == name), None)

    @property
    def article(self) -> list[Words]:
        """The texts of the page's own part that a reader sees."""
        inside = [words for words in self.words if not any(_is_aside(one) for one in words.holder.ancestors())]
        return [words for words in inside if any(one.tag == "article" for one in words.holder.ancestors())]


def _is_aside(element: Element) -> bool:
    hidden = element.attributes.get("aria-hidden") == "true" or "hidden" in element.attributes
    return element.tag in {"script", "style", "svg", "button"} or hidden
