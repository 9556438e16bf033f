"""HTML to events, by the standard library's tokenizer; which tag belongs to which is not asked here."""

import re
from collections.abc import Callable, Iterable
from html import unescape
from html.parser import HTMLParser

from stepsheet.importing.markup import elements
from stepsheet.importing.markup.events import Broken, Edge, End, Event, LeftOut, Origin, Ready, Said, Shown, Start
from stepsheet.importing.markup.pieces import pieces
from stepsheet.importing.tree import Embed, Rule, Words

_SPACE = re.compile(r"[ \t]*\n[ \t\n]*|[ \t]+")
# Inside these, GitBook and HTML alike read asterisks as asterisks.
_LITERAL = frozenset({"td", "th", "figcaption", "code", "kbd"})
_CLOSED = re.compile(r"</([a-z][\w-]*)\s*>")
_DATA = "<![CDATA["
Read = Callable[[str, int], Iterable[Event]]


class HtmlEvents(HTMLParser):
    """Pieces of HTML, one after another, as `events`.

    `words(text, line)` reads text for the tags of GitBook that it may hold, `markdown(text, line)` as Markdown too.
    `inline` is the line of words that the pieces stand in, None when they are blocks.
    """

    def __init__(self, words: Read, markdown: Read, inline: str | None = None) -> None:
        super().__init__()
        self.words, self.markdown, self.is_inline = words, markdown, inline is not None
        self.closed = frozenset(_CLOSED.findall(inline.lower())) if inline else frozenset[str]()
        self.events: list[Event] = []
        self.line = 1
        self.piece = ""
        self.literal = self.code = 0
        self.dark = ""
        self.in_picture = False

    def take(self, html: str, line: int) -> None:
        """Read a whole piece that begins on a line."""
        self.line = line
        for piece in pieces(html):
            if not piece.is_markup:
                self._read(piece.text)
            elif piece.text.startswith(("<!", "<?")):
                self._unseen(piece.text)
            else:
                self._tag(piece.text)
            self.line += piece.text.count("\n")

    def _tag(self, text: str) -> None:
        """A tag, by the tokenizer; what is none to it is words."""
        self.reset()
        self.piece = text
        self.feed(text)
        if self.piece:
            self.events.append(Said(self.line, self.piece))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that opens something, or stands alone."""
        values = {key: value or "" for key, value in attrs}
        if tag not in elements.KNOWN or self._is_word(tag, values):
            return
        self.piece = ""
        self.literal += tag in _LITERAL
        self.code += tag == "pre"
        if tag in elements.MEDIA or tag in elements.FOREIGN:
            self._media(tag, values)
        elif kind := elements.FRAMES.get(tag) or elements.INLINE.get(tag):
            self.events.append(Start(self.line, Origin.ELEMENT, _key(tag), kind, {**values, "": tag}, f"<{tag}>"))
        elif tag in elements.PASSAGES:
            self.events.append(Edge(self.line))
        else:
            self._silent(tag, values)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself."""
        self.handle_starttag(tag, attrs)
        if not self.piece and tag not in elements.MEDIA:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """A tag that closes something."""
        if tag not in elements.KNOWN or self._is_word(tag, {}):
            return
        self.piece = ""
        self.literal = max(0, self.literal - (tag in _LITERAL))
        self.code = max(0, self.code - (tag == "pre"))
        if tag in elements.FRAMES or tag in elements.INLINE:
            self.events.append(End(self.line, Origin.ELEMENT, _key(tag), f"</{tag}>"))
        elif tag in elements.PASSAGES:
            self.events.append(Edge(self.line))
        elif tag == "picture":
            self.dark, self.in_picture = "", False
        elif tag == "option":
            self.events.append(Said(self.line, " "))

    def _read(self, text: str) -> None:
        """Words between tags."""
        if self.code:
            self.events.append(Said(self.line, unescape(text)))
        elif self.literal or self.is_inline:
            self.events.extend(self.words(_SPACE.sub(_folded, unescape(text)), self.line))
        else:
            self.events.extend(self.markdown(_SPACE.sub(_folded, text), self.line))

    def _unseen(self, text: str) -> None:
        """A comment, a declaration, an instruction: no reader sees them. A section of character data is words."""
        if text.startswith(_DATA):
            self.events.append(Said(self.line, text[len(_DATA) : -len("]]>")]))
            return
        comment = text.startswith("<!--")
        said = text[4:-3] if comment else text[2:].rstrip("?>")
        what = "a comment is left out" if comment else "an instruction to a program is left out"
        self.events.append(LeftOut(self.line, what, " ".join(said.split())))

    def _is_word(self, tag: str, values: dict[str, str]) -> bool:
        """Whether a tag within a line is a value of the reader's between angle brackets."""
        return self.is_inline and tag in elements.AMBIGUOUS and not values and tag not in self.closed

    def _media(self, tag: str, values: dict[str, str]) -> None:
        if tag == "br":
            self.events.append(Broken(self.line))
        elif tag == "hr":
            self.events.append(Ready(self.line, Rule(self.line)))
        elif tag == "img":
            self._picture(values)
        elif tag == "source" and self.in_picture:
            if "dark" in values.get("media", ""):
                self.dark = _first_of(values.get("srcset", ""))
        elif url := values.get(elements.FOREIGN.get(tag, "src"), ""):
            caption = (Words(values["title"]),) if values.get("title") else ()
            self.events.append(Ready(self.line, Embed(self.line, url, caption)))

    def _picture(self, values: dict[str, str]) -> None:
        small = values.get("data-size") == "line"
        shown = Shown(self.line, values.get("src", ""), values.get("alt"), values.get("title", ""), self.dark, small)
        self.events.append(shown)

    def _silent(self, tag: str, values: dict[str, str]) -> None:
        if tag == "picture":
            self.in_picture = True
        elif tag in {"meta", "base", "link"}:
            said = " ".join(value for value in values.values() if value)
            self.events.append(LeftOut(self.line, f"<{tag}> is left out", said))


def _key(tag: str) -> str:
    """The name under which a tag is closed: `</td>` closes a `<th>` as well."""
    return "td" if tag == "th" else tag


def _folded(space: re.Match[str]) -> str:
    return "\n" if "\n" in space[0] else " "


def _first_of(srcset: str) -> str:
    """The first address of a `srcset`, which GitBook writes with the blanks of file names as they are."""
    return re.sub(r"\s+\d+(?:\.\d+)?[wx]$", "", re.split(r",\s", srcset.strip())[0].strip())
