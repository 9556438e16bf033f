"""What a translator sees around a text: what kind of text it is, in which section and step, and where on the page."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from stepsheet.model import guide
from stepsheet.model.body import BodyItem, Mark, Picture
from stepsheet.model.book import Book
from stepsheet.model.content import Category
from stepsheet.model.element import Element, Message
from stepsheet.model.navigation import NavigationEntry
from stepsheet.model.text import Kind

_SHOWN = 60  # characters of a text that tells where another one stands
_ANCHORED = (guide.Section, guide.Step, guide.SubStep, guide.Warning, guide.Field)
_NAMES: Mapping[type[Element], str] = {
    guide.Guide: "Guide",
    guide.Origin: "Source of the facts",
    guide.Need: "Thing to have at hand",
    guide.Option: "Question",
    guide.Choice: "Answer or value to choose",
    guide.Warning: "Warning",
    guide.Section: "Section",
    guide.Step: "Step",
    guide.SubStep: "Step within a step",
    guide.Field: "Field",
    Picture: "Picture",
    BodyItem: "Paragraphs",
    Mark: "Callout on a picture",
    Category: "Category",
    NavigationEntry: "Entry of the navigation",
}
_TEXTS = {
    "title": "title",
    "summary": "summary",
    "info": "explanation",
    "outcome": "outcome",
    "text": "text",
    "ask": "wording",
    "label": "label",
    "consequence": "what happens",
    "avoid": "how to avoid it",
    "do": "what to do",
    "expect": "what one sees when it worked",
    "if_not": "what to do when it did not",
    "enter": "what to enter",
    "example": "example",
    "alt": "description for those who cannot see it",
    "caption": "caption",
}
_KINDS = {
    Kind.LINE: "One line; Markdown inside it.",
    Kind.PROSE: "Markdown: paragraphs, lists, tables, code.",
    Kind.PLAIN: "One line without Markdown.",
}


class Surroundings:
    """The elements of a book around each of its texts."""

    def __init__(self, book: Book, page: str | None) -> None:
        self._book = book
        self._page = page

    def context(self, message: Message) -> tuple[str, ...]:
        """What the text is, where it stands, and how it may be written."""
        return tuple(line for line in (self._what(message), self._where(message), _KINDS[message.kind]) if line)

    def link(self, message: Message) -> str:
        """The address of the nearest place on the page, empty when the site has no address."""
        if self._page is None:
            return ""
        anchors = [part.key for part in self._around(message) if isinstance(part, _ANCHORED)]
        return f"{self._page}#{anchors[-1]}" if anchors else self._page

    def _what(self, message: Message) -> str:
        picture, mark, _ = message.key.removeprefix("images/").partition("#")
        if mark:
            return f"Words in the picture {picture}."
        around = self._around(message)
        name = message.key.rpartition(".")[2]
        kind = next((said for part, said in _NAMES.items() if around and isinstance(around[-1], part)), "")
        return f"{kind}: {_TEXTS.get(name, name)}." if kind else ""

    def _where(self, message: Message) -> str:
        """The titles of what the text stands in, from the outside in."""
        names = [_title(part) for part in self._around(message)[:-1]]
        inside = " > ".join(name for name in names if name)
        return f"In: {inside}" if inside else ""

    def _around(self, message: Message) -> tuple[Element, ...]:
        return self._paths.get(message.key.rpartition(".")[0] if "#" not in message.key else "", ())

    @cached_property
    def _paths(self) -> Mapping[str, tuple[Element, ...]]:
        """The elements around each id path, the last of them its own; of two with one path the inner one has texts."""
        return dict(_walk(self._book.root, ()))


def _walk(part: Element, outer: tuple[Element, ...]) -> Iterator[tuple[str, tuple[Element, ...]]]:
    path = (*outer, part)
    yield part.key, path
    for child in part.children():
        yield from _walk(child, path)


def _title(part: Element) -> str:
    """What tells a part from its like."""
    for name in ("title", "do", "label", "ask", "text"):
        said = getattr(part, name, None)
        if isinstance(said, str):
            line = " ".join(said.split())
            return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
    return ""
