"""What a template writes the texts of a document with."""

from collections.abc import Callable
from dataclasses import dataclass

from stepsheet.localize.document import Choice, Code, Condition, Figure, State, Text
from stepsheet.localize.interface import Interface
from stepsheet.model import prose
from stepsheet.model.blanks import BLANKS
from stepsheet.render.markdown import blocks, escaping, inline, structure
from stepsheet.render.markdown.listing import language, lines, listing
from stepsheet.render.places import FOLDERS, joined, place

_SAFE_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the texts of one document.

    `root` is the way from their file to the root of the locale's site, or its address; None for a text that will stand
    elsewhere and knows no address: its references lead nowhere. `place` says where a guide or page is from that root.
    """

    interface: Interface
    root: str | None
    id: str
    place: Callable[[str, str], str] = place

    @property
    def guides(self) -> str:
        """The way from the file to the folder of the guides, where `guides/<id>.md` lies."""
        return "" if self.root == "../" else f"{self.root or ''}guides/"

    def line(self, text: Text) -> str:
        """A text of one line, with a word about its language when it is not an up-to-date translation."""
        return self._words(text) + self.note(text)

    def heading(self, text: Text) -> str:
        """The line of a heading."""
        return escaping.heading(self.line(text))

    def strong(self, text: Text) -> str:
        """A text of one line in bold."""
        return f"**{self._words(text, inside='strong')}**{self.note(text)}"

    def link(self, text: Text, url: str) -> str:
        """A text of one line as a link; links inside it are words, as links cannot be in links."""
        words = inline.line(prose.inline(text.value.strip(BLANKS)), lambda _: None)
        return inline.link(escaping.guard(words), url) + self.note(text)

    def plain(self, text: Text) -> str:
        """A text that is no Markdown, so that it reads as written."""
        return escaping.plain(text.value) + self.note(text)

    def prose(self, text: Text, label: str = "") -> str:
        """A text of paragraphs; the label and the note are in its line when it is one paragraph, else on their own."""
        tokens = prose.blocks(text.value.strip("\n"))
        written, note = blocks.blocks(tokens, self.target), self.note(text)
        begin = f"**{label}**" if label else ""
        if [token.type for token in tokens if token.level == 0 and token.nesting >= 0] == ["paragraph_open"]:
            return f"{begin}{self.interface.marks.gap if begin else ''}{written}{note}"
        parts = "\n\n".join(part for part in (begin, written, note.strip()) if part)
        return structure.apart(parts) if blocks.ends_in_list(tokens) and not note else parts

    def listing(self, code: Code) -> str:
        """A code listing, byte for byte."""
        return listing(lines(code.text), language(code.language))

    def picture(self, figure: Figure) -> str:
        """A picture; a decorative one has no words, and one whose alt text nobody wrote says so."""
        missing = "" if figure.decorative else self.interface.gettext("Picture without a description")
        alt = self.plain(figure.alt) if figure.alt else missing
        return f"![{alt}]({self.guides}{self.id}/{escaping.path(figure.path)})"

    def conditions(self, clauses: tuple[Condition, ...]) -> str:
        """Conditions in words: `Does Watchdog run on a separate server? — yes; Which account? — Main or Sub`."""
        marks = self.interface.marks
        return marks.semicolon.join(
            self.line(clause.ask) + marks.dash + self.interface.join(list(map(self._label, clause.answers)), style="or")
            for clause in clauses
        )

    def _words(self, text: Text, inside: str = "") -> str:
        return escaping.guard(inline.line(prose.inline(text.value.strip(BLANKS)), self.target, inside))

    def _label(self, choice: Choice) -> str:
        return self.line(choice.label)

    def note(self, text: Text) -> str:
        """What the reader must know about a text that fell back; empty for all others."""
        if not text.fell_back:
            return ""
        told = self.interface.gettext("not translated") if text.state is State.MISSING else ""
        if text.state is State.STALE:
            told = self.interface.gettext("translation out of date")
        return f" _({told})_"

    def target(self, href: str) -> str | None:
        """Where a link leads from the file; a link of a kind that the content model refuses leads nowhere."""
        reference = prose.reference(href)
        if reference is None:
            return href if href.lower().startswith(_SAFE_SCHEMES) else None
        kind, path = reference
        if self.root is None:
            return None
        way = self.place(kind, path) if kind in FOLDERS else ""
        if kind == "page" or way.startswith("../"):
            return joined(self.root, way)
        guide, inside = prose.place(path) if kind == "guide" else (self.id, path)
        return f"{self.guides}{guide}/{f'#{inside}' if inside else ''}"

    def item(self, marker: str, caller: Callable[[], str]) -> str:
        """A list item, from the body of a template's `{% call %}`."""
        return structure.item(marker, caller())

    def quote(self, caller: Callable[[], str]) -> str:
        """A block quote, from the body of a template's `{% call %}`."""
        return structure.quote(caller())
