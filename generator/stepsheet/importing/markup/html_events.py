"""HTML to events, by the standard library's tokenizer; which tag belongs to which is not asked here."""

import re
from collections.abc import Callable, Iterable
from html import unescape
from html.parser import HTMLParser

from stepsheet.importing.markup import elements
from stepsheet.importing.markup.events import Broken, Edge, End, Event, LeftOut, Origin, Ready, Said, Shown, Start
from stepsheet.importing.tree import Embed, Rule, Words

_SPACE = re.compile(r"[ \t]*\n[ \t\n]*|[ \t]+")
# Inside these, GitBook and HTML alike read asterisks as asterisks.
_LITERAL = frozenset({"td", "th", "figcaption", "code", "kbd"})
Read = Callable[[str, int], Iterable[Event]]


class HtmlEvents(HTMLParser):
    """Pieces of HTML, one after another, as `events`.

    `words(text, line)` reads text for the tags of GitBook that it may hold, `markdown(text, line)` as Markdown too.
    `inline` is the line of words that the pieces stand in, None when they are blocks.
    """

    def __init__(self, words: Read, markdown: Read, inline: str | None = None) -> None:
        super().__init__(convert_charrefs=False)
        self.first, self.words, self.markdown, self.inline = 1, words, markdown, inline
        self.events: list[Event] = []
        self.literal = self.code = 0
        self.dark = ""
        self.in_picture = False
        self.text: list[str] = []
        self.begun = 1

    def take(self, html: str, line: int) -> None:
        """Read a whole piece that begins on a line."""
        self.reset()
        self.first = line
        self.feed(html)
        self.close()
        self._read()

    @property
    def line(self) -> int:
        """The line of the source."""
        return self.first + self.getpos()[0] - 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that opens something, or stands alone."""
        self._read()
        values = {key: value or "" for key, value in attrs}
        if tag not in elements.KNOWN or self._is_word(tag, values):
            self.events.append(Said(self.line, self.get_starttag_text() or f"<{tag}>"))
            return
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
        if tag in elements.KNOWN and tag not in elements.MEDIA:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """A tag that closes something."""
        self._read()
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
        elif tag not in elements.KNOWN or self._is_word(tag, {}):
            self.events.append(Said(self.line, f"</{tag}>"))

    def handle_data(self, data: str) -> None:
        """Words."""
        if self.code:
            self.events.append(Said(self.line, data))
        else:
            self._gather(_SPACE.sub(_folded, data))

    def handle_entityref(self, name: str) -> None:
        """A character by its name, or an ampersand that only looks like one."""
        whole = f"&{name};"
        self._character(whole if whole in self.rawdata else whole[:-1])

    def handle_charref(self, name: str) -> None:
        """A character by its number."""
        self._character(f"&#{name};")

    def _character(self, written: str) -> None:
        """A character that is written as markup: Markdown reads it by itself, and would miss what is cut at it."""
        if self.code or self.literal or self.inline is not None:
            self._read()
            self.events.append(Said(self.line, unescape(written)))
        else:
            self._gather(written)

    def _gather(self, text: str) -> None:
        self.begun = self.begun if self.text else self.line
        self.text.append(text)

    def _read(self) -> None:
        """Read the words that were gathered up to a tag."""
        text = "".join(self.text)
        self.text.clear()
        if text:
            read = self.markdown if not self.literal and self.inline is None else self.words
            self.events.extend(read(text if read == self.markdown else unescape(text), self.begun))

    def handle_comment(self, data: str) -> None:
        """What no reader sees."""
        self._read()
        self.events.append(LeftOut(self.line, "a comment is left out", " ".join(data.split())))

    def handle_pi(self, data: str) -> None:
        """An instruction to some program."""
        self._read()
        self.events.append(LeftOut(self.line, "an instruction to a program is left out", " ".join(data.split())))

    def handle_decl(self, decl: str) -> None:
        """A declaration."""
        self._read()
        self.events.append(LeftOut(self.line, "a declaration is left out", " ".join(decl.split())))

    def unknown_decl(self, data: str) -> None:
        """A section of character data: words."""
        self._read()
        self.events.append(Said(self.line, data.removeprefix("CDATA[")))

    def _is_word(self, tag: str, values: dict[str, str]) -> bool:
        """Whether a tag within a line is a value of the reader's between angle brackets."""
        if self.inline is None or tag not in elements.AMBIGUOUS or values:
            return False
        return not re.search(rf"<{tag}\b[^>]*>.*</{tag}\s*>", self.inline, re.IGNORECASE | re.DOTALL)

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
        elif tag == "option":
            self.events.append(Said(self.line, " "))


def _key(tag: str) -> str:
    """The name under which a tag is closed: `</td>` closes a `<th>` as well."""
    return "td" if tag == "th" else tag


def _folded(space: re.Match[str]) -> str:
    return "\n" if "\n" in space[0] else " "


def _first_of(srcset: str) -> str:
    """The first address of a `srcset`, which GitBook writes with the blanks of file names as they are."""
    return re.sub(r"\s+\d+(?:\.\d+)?[wx]$", "", re.split(r",\s", srcset.strip())[0].strip())
