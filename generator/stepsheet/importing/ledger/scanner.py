"""The ledger's own reader of Markdown: lexical, for all flavours at once.

It knows what is no word (tags, addresses, marks) and who names what, and nothing of how blocks nest. Emphasis, brackets
and inline tags leave no trace, so that a word is one whether half of it is bold or not.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from stepsheet.importing.ledger import address, attributes, patterns, words
from stepsheet.importing.ledger.html_names import BLOCK, INLINE
from stepsheet.importing.ledger.lines import parts
from stepsheet.importing.ledger.scan import Scan, Setting

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp")
_HINTS = frozenset({"hint", "note", "tip", "info", "warning", "caution", "danger", "important"})
_MENTION = "mention"  # by it GitBook marks a link that shows the other page's title


def scan(text: str) -> Scan:
    """What a Markdown file holds."""
    found = parts(text)
    made = passage(found.body)
    made.code = found.code
    for key, value, line in found.front:
        if key in {"title", "description", "summary"}:
            made.repeats.append(list(words.split(value.replace('\\"', '"').replace("''", "'"), line)))
        else:
            made.settings.append(Setting(key, words.of(value), line))
    return made


def passage(text: str) -> Scan:
    """What Markdown without front matter and listings holds."""
    made = Scan()
    _Scanner(text, made).run()
    return made


@dataclass(slots=True)
class _Open:
    """A bracket or tag of a link that is open: where its contents begin, how many links there were, where it leads."""

    start: int
    links: int
    is_picture: bool = False
    is_tag: bool = False
    to: str = ""


@dataclass(slots=True)
class _Scanner:
    body: str
    made: Scan
    brackets: list[_Open] = field(default_factory=list)
    anchors: list[_Open] = field(default_factory=list)
    definitions: dict[str, str] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    code: int = 0  # how many tags of code are open: an address in them is words
    referred: str = ""  # the address of a reference to a page, which is often said again below it

    def run(self) -> None:
        """Read the text: markup gives way to what it says, the rest is words."""
        if "]:" in self.body:
            for label, to in patterns.DEFINITION.findall(self.body):
                self.definitions.setdefault(_label(label), to)
            self.body = patterns.DEFINITION.sub("", self.body)
        self.starts = [0, *(found.end() for found in re.finditer("\n", self.body))]
        plain = patterns.MARKUP.sub(self._markup, self.body)
        self.made.words += words.split(plain)

    def _markup(self, found: re.Match[str]) -> str:
        """What markup leaves among the words, in as many lines."""
        said = _SAID[found.lastgroup or ""](self, found)
        missing = found[0].count("\n") - said.count("\n")
        return said + "\n" * missing if missing > 0 else said

    def line(self, found: re.Match[str]) -> int:
        """The line that a match begins on."""
        return bisect_right(self.starts, found.start())

    def link(self, to: str, line: int) -> None:
        """A link, unless it only says again where the reference above it leads."""
        to = address.same(to)
        if to and to != self.referred:
            self.made.links.append((to, line))
        self.referred = ""

    def picture(self, src: str, line: int) -> None:
        """A picture."""
        if src.strip():
            self.made.pictures.append((address.same(src), line))

    def close(self, opened: _Open, found: re.Match[str], to: str) -> None:
        """The end of a link or picture. An address among its words is no second link; one that is all is no word."""
        line = self.line(found)
        if opened.is_picture:
            del self.made.links[opened.links :]
            self.picture(to, line)
            return
        shown, led = self.body[opened.start : found.start()].strip(), address.same(to)
        said = address.same(re.sub("<[^<>]*>", "", shown))
        if not said and led.startswith("#"):
            return  # the anchor of a heading, which leads to itself
        del self.made.links[opened.links :]
        is_name = bool(said) and said == PurePosixPath(led).name
        is_spelled = is_name or (bool(said) and said == led)
        if is_spelled:
            self.made.optional += words.split(shown, line)
        # GitBook names the picture of a card by a link that says its file.
        if is_name and opened.is_tag and led.lower().endswith(_PICTURES):
            self.picture(to, line)
        else:
            self.link(to, line)


def _label(text: str) -> str:
    return " ".join(text.lower().split())


def _comment(scanner: _Scanner, found: re.Match[str]) -> str:
    """What it says is said to nobody, but it is said."""
    scanner.made.words += words.split(found[0][4:-3], scanner.line(found))
    return ""


def _directive(scanner: _Scanner, found: re.Match[str]) -> str:
    name, values = attributes.directive(found[0])
    line = scanner.line(found)
    if name in {"hint", "tab", "step"}:
        scanner.made.blocks.append((name, line))
    for value in values.addresses:
        scanner.link(value, line)
        scanner.referred = address.same(value) if name in {"content-ref", "page-ref"} else ""
    if name.startswith("end"):
        scanner.referred = ""
    return f" {' '.join(values.words)} "


def _tag(scanner: _Scanner, found: re.Match[str]) -> str:
    name, values = attributes.tag(found[0])
    line = scanner.line(found)
    if name not in INLINE | BLOCK:
        return " " if found[0].startswith("</") else f" {found[0][1:-1]} "
    if name in {"code", "pre"}:
        scanner.code = max(0, scanner.code + (-1 if found[0].startswith("</") else 1))
    for src in values.pictures:
        scanner.picture(src, line)
    if name == "a":
        _anchor(scanner, found, values)
    else:
        for to in values.addresses:
            scanner.link(to, line)
    between = "" if name in INLINE else " "
    return f"{between}{' '.join(values.words)}{between}"


def _anchor(scanner: _Scanner, found: re.Match[str], values: attributes.Values) -> None:
    if not found[0].startswith("</"):
        to = values.addresses[0] if values.addresses else ""
        scanner.anchors.append(_Open(found.end(), len(scanner.made.links), is_tag=True, to=to))
    elif scanner.anchors:
        opened = scanner.anchors.pop()
        if opened.to:
            scanner.close(opened, found, opened.to)


def _open(scanner: _Scanner, found: re.Match[str]) -> str:
    scanner.brackets.append(_Open(found.end(), len(scanner.made.links), is_picture=found[0] == "!["))
    return ""


def _close(scanner: _Scanner, found: re.Match[str]) -> str:
    opened = scanner.brackets.pop() if scanner.brackets else None
    to, title = found["to"], (found["title"] or "")[1:-1]
    if to is None and opened:
        label = found["label"] or scanner.body[opened.start : found.start()]
        to = scanner.definitions.get(_label(label)) if scanner.definitions else None
    if opened is None or to is None:
        return found[0][1:] and f" {found[0][1:]} "
    scanner.close(opened, found, to)
    return f" {title} " if title and title != _MENTION else ""


def _url(scanner: _Scanner, found: re.Match[str]) -> str:
    written = found[0]
    if scanner.code:
        return html.unescape(written)
    to = address.without_punctuation(written)
    scanner.link(to, scanner.line(found))
    return f" {written[len(to) :]} "


def _autolink(scanner: _Scanner, found: re.Match[str]) -> str:
    scanner.link(found[0], scanner.line(found))
    return " "


def _hint(scanner: _Scanner, found: re.Match[str]) -> str:
    name = found[0].strip(" \t!?+:[]").split(" ")[0].lower()
    if found.lastgroup != "container" or name in _HINTS:
        scanner.made.blocks.append(("hint", scanner.line(found)))
    return " "


def _content_tab(scanner: _Scanner, found: re.Match[str]) -> str:
    scanner.made.blocks.append(("tab", scanner.line(found)))
    return " "


def _nothing(_scanner: _Scanner, _found: re.Match[str]) -> str:
    return " "


_SAID: dict[str, Callable[[_Scanner, re.Match[str]], str]] = {
    "comment": _comment,
    "directive": _directive,
    "tag": _tag,
    "autolink": _autolink,
    "code": lambda _, found: found[0],
    "escape": lambda _, found: found[0][1],
    "entity": lambda _, found: html.unescape(found[0]),
    "alert": _hint,
    "open": _open,
    "close": _close,
    "url": _url,
    "attributes": _nothing,
    "number": _nothing,
    "box": _nothing,
    "admonition": _hint,
    "content_tab": _content_tab,
    "container": _hint,
}
