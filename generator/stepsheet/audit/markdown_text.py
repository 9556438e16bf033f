"""The words of a Markdown file, and the lists, pictures and listings among them.

Read by a plain CommonMark parser with tables: what a stranger's program sees, not what the file was written from.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from stepsheet.audit.flow import Flow, Setting
from stepsheet.audit.wording import words

_PARSER = MarkdownIt("commonmark").enable("table")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LABEL = re.compile(r"(\d+\.\d+)\.\s")
_SETTING = Setting()


@dataclass(slots=True)
class Item:
    """An item of a list from one offset in the flow to another; `label` is its number, as it is written."""

    begin: int
    label: str = ""
    end: int = -1


@dataclass(slots=True)
class MarkdownText:
    """What a file says: its pictures are their addresses, its listings info string and content."""

    flow: Flow = field(default_factory=Flow)
    items: list[Item] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    listings: list[tuple[str, str]] = field(default_factory=list)

    def item(self, at: int) -> Item | None:
        """The innermost item around an offset."""
        around = (item for item in self.items if item.begin <= at < item.end)
        return max(around, key=lambda item: item.begin, default=None)


@dataclass(slots=True)
class _Reader:
    """`own` is the address of the file's page, which is no text."""

    own: str
    made: MarkdownText = field(default_factory=MarkdownText)
    parts: list[str] = field(default_factory=list)
    at: int = 0
    open: list[Item] = field(default_factory=list)

    def read(self, tokens: Sequence[Token]) -> None:
        """All tokens of the file."""
        for token in tokens:
            match token.type:
                case "inline":
                    self._line(token.children or [])
                case "fence" | "code_block":
                    self.made.listings.append((token.info.strip(), token.content))
                    self._say(token.content)
                case "html_block":
                    self._say(_COMMENT.sub(" ", token.content))
                case _:
                    self._frame(token)
        self.made.flow.text = "".join(self.parts)

    def _frame(self, token: Token) -> None:
        match token.type:
            case "list_item_open":
                self.open.append(Item(self.at, token.info))
                self.made.items.append(self.open[-1])
            case "list_item_close":
                self.open.pop().end = self.at

    def _line(self, children: Sequence[Token]) -> None:
        said = ""
        is_own = False
        for token in children:
            match token.type:
                case "text" | "code_inline" | "html_inline":
                    said += "" if is_own else token.content
                case "softbreak" | "hardbreak":
                    said += " "
                case "image":
                    self.made.pictures.append(str(token.attrs["src"]))
                    said += f" {_flat(token.children or [])} {token.attrs.get('title', '')} "
                case "link_open":
                    is_own = token.markup == "autolink" and token.attrs["href"] == self.own
                case "link_close":
                    said += "\n"
                    is_own = False
        self._label(said)
        for run in said.split("\n"):
            self._say(run)

    def _label(self, said: str) -> None:
        """The number that stands at the beginning of an item without one of its own."""
        found = _LABEL.match(said)
        if found and self.open and self.open[-1].begin == self.at and not self.open[-1].label:
            self.open[-1].label = found[1]

    def _say(self, text: str) -> None:
        for word in words(text):
            self.made.flow.starts.append(self.at)
            self.made.flow.settings.append(_SETTING)
            self.parts.append(word)
            self.at += len(word)


def _flat(children: Sequence[Token]) -> str:
    return "".join(" " if child.type.endswith("break") else child.content for child in children)


def markdown_text(text: str, own: str = "") -> MarkdownText:
    """The words of a Markdown file; `own` is the address of its page, which it may name."""
    reader = _Reader(own)
    reader.read(_PARSER.parse(text))
    return reader.made
