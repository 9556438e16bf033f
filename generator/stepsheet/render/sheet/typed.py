"""Texts as the sheet typesets them: spans with their references resolved, marked when they are not up to date."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from unicodedata import bidirectional

from stepsheet.localize.document import State, Text
from stepsheet.model import prose
from stepsheet.render import spans
from stepsheet.render.places import FOLDERS
from stepsheet.render.site import Site
from stepsheet.render.spans import Span

# Scripts without spaces between words (Thai, Lao, Burmese, Khmer, Han and its neighbours): Typst breaks their lines.
_SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U00020000-\U0003ffff"
)
# A word of 25 letters may be broken anywhere: it could be wider than its column. A short one with a hyphen near its
# beginning, `e-mail`, is never broken at it.
_APART = re.compile(rf"(?P<long>[^\s{_SPACELESS}]{{25,}})|(?<!\S)(?P<whole>\S{{1,6}}-\S{{1,14}})(?!\S)")
_LEFTWARD = re.compile("[\u05d0-\u08c9\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001ee7f]")


@dataclass(frozen=True, slots=True)
class Target:
    """A place on the sheet that a text can refer to; `words` say where it is to somebody who cannot click.

    Without words it is in another guide of the same file, and its page is told.
    """

    anchor: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Typist:
    """Turns texts into data for the template. `targets` are the places on this sheet, by reference as written.

    `here` is where the text stands, in the words of a target: a text need not say that its own step is meant.
    """

    locale: str
    site: Site
    targets: Mapping[str, Target]
    here: str = ""

    def line(self, text: Text) -> dict[str, Any]:
        """A one-line text."""
        return self._marked(text, spans.line(text)) | self._turned(text.value)

    def block(self, text: Text) -> dict[str, Any]:
        """A text of paragraphs."""
        return self._marked(text, spans.block(text))

    def plain(self, text: Text) -> dict[str, Any]:
        """A text shown as it was typed."""
        return self._marked(text, [{"t": "text", "v": text.value}]) | self._turned(text.value)

    def _marked(self, text: Text, tree: list[Span]) -> dict[str, Any]:
        """The spans, with the language they are in and the mark that tells the reader of it."""
        typed: dict[str, Any] = {"c": self._spans(tree)}
        if text.locale != self.locale:
            typed |= {"lang": language(text.locale), "mark": text.locale.upper()}
        elif text.state is State.STALE:
            typed["mark"] = "†"
        return typed

    def _turned(self, words: str) -> dict[str, str]:
        """The direction of words where it is not the one of the sheet around them.

        On a sheet that runs from left to right the first letter tells (UAX 9, rule P2). Texts in Arabic often begin
        with a Latin name, so on a sheet that runs from right to left one letter of its own is enough.
        """
        leftward = bool(_LEFTWARD.search(words))
        strong = (kind for kind in map(bidirectional, words) if kind in {"L", "R", "AL"})
        if self.site.interface.direction == "rtl":
            return {} if leftward or "L" not in strong else {"dir": "ltr"}
        return {"dir": "rtl"} if leftward and next(strong) != "L" else {}

    def _spans(self, tree: list[Span]) -> list[Span]:
        return [typed for span in tree for typed in self._span(span)]

    def _span(self, span: Span) -> list[Span]:
        match span["t"]:
            case "text" | "code":
                return _pieces(span["t"], unmarked(span["v"]))
            case "pre":
                return [span | {"v": unmarked(span["v"])}]
            case "link":
                return self._link(span["href"], self._spans(span["c"]))
            case "p" | "th" | "td":
                return [span | {"c": self._spans(span["c"])} | self._turned(_words(span["c"]))]
            case _:
                return [span | {"c": self._spans(span["c"])}] if "c" in span else [span]

    def _link(self, href: str, content: list[Span]) -> list[Span]:
        """A link that also says on paper where it leads; its words alone when it leads nowhere."""
        reference = prose.reference(href)
        if reference is None:
            return _outside(href, content)
        if target := self.targets.get(href):
            link: Span = {"t": "link", "label": target.anchor, "c": content}
            if not target.words:
                return [link, {"t": "page", "label": target.anchor}]
            inside = self.site.interface.marks.bracketed(target.words)
            return [link] if target.words == self.here else [link, {"t": "text", "v": inside}]
        kind, path = reference
        address = self.site.address(self.site.place(kind, path)) if kind in FOLDERS else None
        return [{"t": "link", "url": address, "c": content}] if address else content


def label(guide: str, anchor: str) -> str:
    """The name of a place in the file, which may hold several guides."""
    return f"{guide}/{anchor}"


def unmarked(text: str) -> str:
    """A text without byte order marks: they show nothing, and PDF/UA-1 refuses them."""
    return text.replace("\ufeff", "")


def language(locale: str) -> dict[str, str | None]:
    """A locale as Typst wants it: `pt-BR` is language `pt`, region `BR` (BCP 47)."""
    first, *rest = locale.split("-")
    region = next((part for part in rest if len(part) == 2), None)  # noqa: PLR2004
    return {"locale": locale, "lang": first, "region": region or ("TW" if "Hant" in rest else None)}


def _outside(href: str, content: list[Span]) -> list[Span]:
    """A link to the world, its address printed after its words unless they are the address."""
    if not href.lower().startswith(("https://", "http://", "mailto:")):
        return content
    address = href.removeprefix("mailto:")
    link: Span = {"t": "link", "url": href, "c": content}
    if _bare(_words(content)) == _bare(address):
        return [link]
    return [link, {"t": "text", "v": " "}, {"t": "address", "c": _pieces("text", address)}]


def _bare(address: str) -> str:
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def _words(tree: list[Span]) -> str:
    return "".join(span.get("v", "") or _words(span.get("c", [])) for span in tree)


def _pieces(kind: str, value: str) -> list[Span]:
    """A text, the words apart that break in a way of their own: `how` is `long` or `whole`."""
    pieces: list[Span] = []
    end = 0
    for found in _APART.finditer(value):
        pieces += [{"t": kind, "v": value[end : found.start()]}, {"t": kind, "v": found[0], "how": found.lastgroup}]
        end = found.end()
    return [piece for piece in [*pieces, {"t": kind, "v": value[end:]}] if piece["v"]]
