"""Writing down the blocks that a Markdown file must have, each with where it comes from."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from markdown_it.token import Token

from stepsheet.audit.blocks import Block, Blocks, line
from stepsheet.audit.record import Record
from stepsheet.audit.vocabulary import NOTES
from stepsheet.diagnostics import Location
from stepsheet.localize.interface import Interface
from stepsheet.model import prose
from stepsheet.model.blanks import BLANKS


@dataclass(frozen=True, slots=True)
class Asked:
    """A block that must be there; `name` is what it is to the author, `beside` are places of what else it says."""

    block: Block
    name: str
    at: Location
    beside: tuple[Location, ...] = ()


@dataclass(slots=True)
class Sketch:
    """Writes down the blocks; `before` is what stood last at each depth: an item of the same kind goes on its list."""

    interface: Interface
    asked: list[Asked] = field(default_factory=list)
    blocks: Blocks = field(default_factory=Blocks)
    before: list[str] = field(default_factory=lambda: [""])

    def say(self, kind: str, texts: tuple[str, str], name: str, at: Location, *beside: Location) -> None:
        """A block of words, for people and to compare."""
        self.before[-1] = kind
        block = self.blocks.say(kind, *texts)
        if block:
            self.asked.append(Asked(block, name, at, beside))

    def label(self, kind: str, message: str, at: Location) -> None:
        """Words of the interface, those of a heading or before a list."""
        self.say(kind, (message, ""), "label", at)

    def prose(self, text: Record, label: str = "") -> None:
        """A text of paragraphs: label and note are in its line when it is a single one."""
        tokens = prose.blocks(text.values["value"].strip("\n"))
        note, name, at = self.note(text.values["state"]), named(text), text.place
        label = self.interface.gettext(label) if label else ""
        if [token.type for token in tokens if token.level == 0 and token.nesting >= 0] == ["paragraph_open"]:
            self.say("p", around(label, line(tokens[1].children or ()), note), name, at)
            return
        if label:
            self.label("p", label, at)
        self.read(tokens, name, at)
        if note:
            self.label("p", note, at)

    def read(self, tokens: Sequence[Token], name: str, at: Location) -> None:
        """The blocks of some Markdown of the author."""
        known = len(self.blocks.made)
        self.blocks.read(tokens)
        self.before[-1] = "prose"
        self.asked += [Asked(block, name, at) for block in self.blocks.made[known:]]

    def line(self, text: Record, *, is_plain: bool = False) -> tuple[str, str]:
        """A text of one line with its note."""
        return self.noted(text.values["value"], text.values["state"], is_plain=is_plain)

    def noted(self, text: str, state: str, *, is_plain: bool = False) -> tuple[str, str]:
        """A line, followed by a word about its state."""
        said = (text, text) if is_plain else line(prose.inline(text.strip(BLANKS)))
        return around("", said, self.note(state))

    def note(self, state: str) -> str:
        """What is said of a text that is no up-to-date translation."""
        told = NOTES.get(state)
        return self.interface.gettext(told) if told else ""

    @contextmanager
    def item(self, mark: str, kind: str) -> Iterator[None]:
        """An item; it begins a list unless one of its kind stands right before."""
        begun = () if self.before[-1] == kind else ("list",)
        self.before[-1] = kind
        with self._inside(*begun, mark, deep=2):
            yield

    @contextmanager
    def quote(self) -> Iterator[None]:
        """A quotation."""
        self.before[-1] = "quote"
        with self._inside("quote", deep=1):
            yield

    @contextmanager
    def _inside(self, *marks: str, deep: int) -> Iterator[None]:
        self.before.append("")
        with self.blocks.inside(*marks, deep=deep):
            yield
        self.before.pop()


def named(text: Record) -> str:
    """What a text is called in its part."""
    return text.key.rpartition(".")[2]


def around(before: str, said: tuple[str, str], after: str) -> tuple[str, str]:
    """A text between two others, for people and to compare."""
    shown, compared = (f"{before} {one} {after}" for one in said)
    return shown, compared


def same(text: str) -> tuple[str, str]:
    """A text that is compared as it is shown."""
    return text, text


def joined(one: tuple[str, str], other: tuple[str, str]) -> tuple[str, str]:
    """Two texts in one line."""
    return f"{one[0]} {other[0]}", f"{one[1]} {other[1]}"
