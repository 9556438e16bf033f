"""A run of words that is being read: spans open and close in it, well paired or not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from urllib.parse import unquote

from stepsheet.importing.markup.events import End, Origin, Shown, Start
from stepsheet.importing.markup.spans import Picture, hoisted, joined, pictures, spoken
from stepsheet.importing.tree import Break, CodeSpan, Emphasis, Inline, Inlines, Link, Strong, Words

# Marks within marks beyond this are read as words: nobody writes them, and a tree must end.
MAX_DEPTH = 30

_ENCODED = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")
_URL = re.compile(r"https?://[^\s<>\"'`|\\^{}\u3000-\u303f\uff00-\uff0f\uff1a-\uff20「」『』（）]+")
_TRAIL = ".,:;!?*_~'\"…»”"
_ICON = re.compile(r":[\w-]+:|\s*")
_ICON_CLASS = re.compile(r"\bfa-")


@dataclass(slots=True)
class _Span:
    """A span whose end has not come yet."""

    key: tuple[Origin, str]
    kind: str
    attributes: Mapping[str, str]
    inlines: list[Inline] = field(default_factory=list)


class Run:
    """The words between two edges."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.spans = [_Span((Origin.MARKDOWN, ""), "", {})]
        self.anchor = ""
        self.left_out: list[str] = []

    def start(self, event: Start) -> None:
        """A span begins."""
        if len(self.spans) <= MAX_DEPTH:
            self.spans.append(_Span((event.origin, event.name), event.kind, event.attributes))

    def end(self, event: End) -> None:
        """A span ends, and those that were opened in it; an end of nothing is no words."""
        key = (event.origin, event.name)
        if any(span.key == key for span in self.spans):
            while self._close() != key:
                pass

    def say(self, text: str) -> None:
        """Words, with the addresses among them made links."""
        if "://" not in text or any(span.kind in {"link", "code"} for span in self.spans):
            self._add(Words(text))
            return
        start = 0
        for found in _URL.finditer(text):
            url = _bare(found[0])
            self._add(Words(text[start : found.start()]))
            self._add(Link(address(url), (Words(url),)))
            start = found.start() + len(url)
        self._add(Words(text[start:]))

    def code(self, text: str) -> None:
        """Code."""
        self._add(CodeSpan(text))

    def stop(self) -> None:
        """A hard line break."""
        self._add(Break())

    def show(self, event: Shown) -> None:
        """A picture."""
        self._add(picture(event))

    def finish(self) -> Inlines:
        """The spans, those left open closed."""
        while len(self.spans) > 1:
            self._close()
        return joined(self.spans[0].inlines)

    def _add(self, inline: Inline) -> None:
        self.spans[-1].inlines.append(inline)

    def _close(self) -> tuple[Origin, str]:
        span = self.spans.pop()
        before, inner, after = hoisted(joined(span.inlines))
        self.spans[-1].inlines += [*before, *self._made(span, inner), *after]
        return span.key

    def _made(self, span: _Span, inner: Inlines) -> Inlines:
        match span.kind:
            case "link":
                return self._link(span.attributes, inner)
            case "code":
                return _coded(inner)
            case "em" if _is_icon(span, inner):
                self.left_out.append(spoken(inner))
                return ()
            case "strong" if inner:
                return (Strong(inner),)
            case "em" if inner:
                return (Emphasis(inner),)
            case _:
                return inner

    def _link(self, attributes: Mapping[str, str], inner: Inlines) -> Inlines:
        self.anchor = self.anchor or (attributes.get("id") or attributes.get("name") or "" if not inner else "")
        href = attributes.get("href")
        if href is None or not inner:
            if href and not href.startswith("#"):
                self.left_out.append(href)
            return inner
        return (Link(address(href), inner, attributes.get("title", "")),)


def _is_icon(span: _Span, inner: Inlines) -> bool:
    """Whether a span is a picture from a font of icons, which GitBook writes with its name for words."""
    if not _ICON_CLASS.search(span.attributes.get("class", "")) or not _ICON.fullmatch(spoken(inner)):
        return False
    return not any(icon for inline in inner for icon in pictures(inline))


def picture(event: Shown) -> Picture:
    """A picture as the tree has it."""
    return Picture(address(event.src), event.alt, event.title, address(event.dark), event.line, event.small)


def _coded(inlines: Inlines) -> Inlines:
    """The spans as code; links and pictures among them stay what they are."""
    made: list[Inline] = []
    for is_plain, run in groupby(inlines, lambda inline: not isinstance(inline, Link | Picture)):
        if is_plain:
            kept = tuple(run)
            text = " ".join(spoken(kept).split("\n"))
            inside = [icon for inline in kept for icon, _ in pictures(inline)]
            made += [*([CodeSpan(text)] if text else []), *inside]
        else:
            made += [replace(span, children=_coded(span.children)) if isinstance(span, Link) else span for span in run]
    return tuple(made)


def address(href: str) -> str:
    """An address as in the source, but for the percent signs of letters beyond ASCII."""
    return _ENCODED.sub(_decoded, href.strip())


def _decoded(found: re.Match[str]) -> str:
    text = unquote(found[0], errors="replace")
    return found[0] if "\ufffd" in text else text


def _bare(url: str) -> str:
    """An address without the punctuation of the sentence around it."""
    end, excess = len(url), url.count(")") - url.count("(")
    while end and (url[end - 1] in _TRAIL or (url[end - 1] == ")" and excess > 0)):
        excess -= url[end - 1] == ")"
        end -= 1
    return url[:end]
