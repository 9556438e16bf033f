"""Writes the texts of one document in a flavour, and remembers what it wrote."""

from dataclasses import dataclass, field

from stepsheet.exporting.piece import Made, Piece, Told
from stepsheet.exporting.script import Script
from stepsheet.localize.document import State, Text
from stepsheet.localize.interface import Interface
from stepsheet.model import prose
from stepsheet.render.markdown import blocks, escaping, inline
from stepsheet.render.markdown.inline import Target
from stepsheet.skeleton import Part, Slot

_LISTS = {"bullet_list": "*", "ordered_list": "1."}


@dataclass(frozen=True, slots=True)
class Words:
    """`target` says where a link leads from the page; `indent` is what a list item needs at least, 0 for its marker."""

    interface: Interface
    script: Script
    target: Target
    indent: int = 0
    shown: dict[str, str] = field(default_factory=dict)

    def line(self, text: Text, inside: str = "") -> tuple[Told, Made]:
        """A text of one line, and a word about its language when it is not an up-to-date translation."""
        return Told(self.key(text), self._inline(text.value.strip(), inside)), self.note(text)

    def title(self, text: Text) -> tuple[Told, Made]:
        """A text of one line as a heading."""
        told, note = self.line(text)
        return (Told(told.key, escaping.heading(told.markdown)), note)

    def bold(self, text: Text, colon: str = "") -> tuple[Made, Told, Made, Made]:
        """A text of one line in bold."""
        told, note = self.line(text, "strong")
        return Made("**", ""), told, Made(f"{self.made(colon)}**", colon), note

    def link(self, text: Text, url: str) -> tuple[Made, Told, Made, Made]:
        """A text of one line as a link; a link inside it is words."""
        masked = self.script.masked(prose.inline(text.value.strip()))
        words = self.script.unmask(escaping.guard(inline.line(masked, lambda _: None)))
        address = inline.link("", url).removeprefix("[")
        return Made("[", ""), Told(self.key(text), words), Made(address, ""), self.note(text)

    def code(self, text: Text) -> tuple[Told, Made]:
        """A text that is no Markdown, to be copied."""
        return Told(self.key(text), inline.code(" ".join(text.value.split()))), self.note(text)

    def prose(self, text: Text, label: str = "") -> Piece:
        """A text of paragraphs; label and note are in its line when it is one paragraph, else on their own."""
        tokens = prose.blocks(text.value.strip("\n"))
        markdown = self.script.unmask(blocks.blocks(self.script.masked(tokens), self.target, self.indent))
        begin, note = (f"**{self.made(label)}**" if label else ""), self.note(text)
        outer = [token.type for token in tokens if token.level == 0]
        if outer == ["paragraph_open", "paragraph_close"]:
            written = f"{begin} {markdown}{note.markdown}" if begin else markdown + note.markdown
        else:
            written = "\n\n".join(part for part in (begin, markdown, note.markdown.strip()) if part)
        lines = tuple(written.split("\n"))
        slot = Slot(self.key(text), Part.BLOCKS, 0, len(lines) - 1, label, note.words.strip())
        return Piece(lines, (slot,), "" if begin else _list(outer[0]), "" if note.words else _list(outer[-1]))

    def made(self, words: str) -> str:
        """Words of the export as Markdown inside a line."""
        return self.script.unmask(escaping.escape(self.script.mask(words)))

    def spoken(self, text: Text) -> str:
        """The words of a text of one line that is no code, as they are read."""
        return "".join(
            " " if token.type in {"softbreak", "hardbreak"} else token.content
            for token in prose.inline(text.value.strip())
        )

    def note(self, text: Text) -> Made:
        """What the reader must know about a text that fell back; nothing for all others."""
        if not text.fell_back:
            return Made("", "")
        told = "not translated" if text.state is State.MISSING else "translation out of date"
        words = self.interface.gettext(told)
        return Made(f" _({self.made(words)})_", f" ({words})")

    def say(self, message: str, **values: object) -> str:
        """An interface string."""
        return self.interface.gettext(message, values or None)

    def _inline(self, text: str, inside: str = "") -> str:
        masked = self.script.masked(prose.inline(text))
        return self.script.unmask(escaping.guard(inline.line(masked, self.target, inside)))

    def key(self, text: Text) -> str:
        """The key of a text that is on the page."""
        self.shown[text.key] = text.value
        return text.key


def _list(token: str) -> str:
    """The kind of list that a token opens or closes, empty for none."""
    return _LISTS.get(token.removesuffix("_open").removesuffix("_close"), "")
