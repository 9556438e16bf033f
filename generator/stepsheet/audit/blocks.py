"""A Markdown file as the sequence of its blocks: headings, paragraphs, rows, listings, and the lists they stand in.

Words say what a block is about; how deep it stands, and what begins with it, says where a reader takes it to belong.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from stepsheet.audit.wording import words
from stepsheet.model import passage

_PARSER = MarkdownIt("commonmark").enable("table")
_APART = "<!-- -->"  # stands between two lists that would else be one
_BOX = "[ ] "
_BAR = re.compile(r"(?<!\\)\|")
_LINE_END = re.compile(r"\r\n|\r|\n")
_LISTS = {"bullet_list_open", "ordered_list_open"}


@dataclass(frozen=True, slots=True)
class Block:
    """What stands on its own.

    `begun` are the lists, items and quotes that begin with it, `depth` is how many of them it stands in; `words` are
    joined, a picture among them is the name of its file. `text` is for people.
    """

    begun: tuple[str, ...]
    depth: int
    kind: str
    words: str
    text: str = field(compare=False)


@dataclass(slots=True)
class Blocks:
    """Blocks as they are read or asked for, one after another."""

    made: list[Block] = field(default_factory=list)
    begun: list[str] = field(default_factory=list)
    depth: int = 0

    def say(self, kind: str, text: str, said: str = "") -> Block | None:
        """A block of some words; nothing is said by none but in a listing. `said` is what to compare instead."""
        joined = "".join(words(said or text) or (text.split() if kind == "code" else ()))
        if not joined:
            return None
        self.made.append(Block(tuple(self.begun), self.depth, kind, joined, " ".join(text.split())))
        self.begun.clear()
        return self.made[-1]

    @contextmanager
    def inside(self, *marks: str, deep: int) -> Iterator[None]:
        """What stands in a list, an item or a quote that begins here; `deep` is how many these are."""
        self.begun += marks
        self.depth += deep
        yield
        self.depth -= deep

    def read(self, tokens: Sequence[Token], lines: Sequence[str] = ()) -> None:
        """The blocks of some Markdown; `lines` are those of the file, where `[ ]` before an item is a box."""
        _Reader(self, lines).read(tokens)


@dataclass(slots=True)
class _Reader:
    """`kinds` are those of the blocks that are open, `numbers` the next ones of the open lists.

    `row` is the open row of a table, as it is written.
    """

    made: Blocks
    lines: Sequence[str]
    row: str = ""
    kinds: list[str] = field(default_factory=list)
    numbers: list[int | None] = field(default_factory=list)

    def read(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            match token.type:
                case "inline":
                    self._line(token)
                case "fence" | "code_block":
                    self.made.say("code", token.content)
                case "html_block":
                    self.made.say("p", "" if token.content.strip() == _APART else token.content)
                case "figure":
                    self.made.say("p", *_picture(token))
                case "hr":
                    self.made.say("rule", "rule")
                case _:
                    self._frame(token)

    def _line(self, token: Token) -> None:
        is_box = bool(self.lines) and token.content.startswith(_BOX)
        text, said = line(token.children or ())
        self.made.say("box" if is_box else self.kinds[-1], text, said)

    def _frame(self, token: Token) -> None:
        if token.type in _LISTS:
            self.numbers.append(int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None)
            self._begin("list")
        elif token.type == "list_item_open":
            self._begin(f"{self._number()}{token.markup}")
        elif token.type == "blockquote_open":
            self._begin(str(token.meta.get(passage.ALERT, "")) or "quote")
        elif token.type.endswith("list_close"):
            self.numbers.pop()
            self.made.depth -= 1
        elif token.type in {"list_item_close", "blockquote_close"}:
            self.made.depth -= 1
        elif token.type == "tr_open":
            self.made.begun.append("row")
            self.row = self.lines[token.map[0]] if token.map and self.lines else ""
        elif token.type == "tr_close":
            self.made.say("cell", _BAR.split(self.row)[-1] if _BAR.search(self.row) else "")
        elif token.nesting > 0:
            self.kinds.append(token.tag)
        elif token.nesting < 0:
            self.kinds.pop()

    def _begin(self, mark: str) -> None:
        self.made.begun.append(mark)
        self.made.depth += 1

    def _number(self) -> str:
        """The number of the next item, as a reader sees it: counted from that of the first one."""
        number = self.numbers[-1]
        if number is None:
            return ""
        self.numbers[-1] = number + 1
        return str(number)


def line(children: Sequence[Token]) -> tuple[str, str]:
    """What a line says, for people and to compare."""
    shown, said = "", ""
    for token in children:
        match token.type:
            case "softbreak" | "hardbreak":
                text = compared = " "
            case "image":
                text, compared = _picture(token)
            case _:
                text = compared = token.content
        shown += text
        said += compared
    return shown, said


def _picture(token: Token) -> tuple[str, str]:
    name = unquote(str(token.attrs["src"])).rpartition("images/")[2]
    told = f" {passage.words(token)} {passage.caption(token)} "
    return told, f"\n<{name}> {told}\n"


def blocks(text: str) -> list[Block]:
    """The blocks of a Markdown file."""
    return _read(text, _PARSER.parse(text))


def page_blocks(text: str) -> list[Block]:
    """The blocks of a file in which a quotation may be a hazard block."""
    return _read(text, passage.tokens(text))


def _read(text: str, tokens: Sequence[Token]) -> list[Block]:
    made = Blocks()
    made.read(tokens, _LINE_END.split(text))
    return made.made
