"""The hand that writes a page's texts: it resolves addresses, drops what cannot be shown, and notes what it meets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from urllib.parse import quote

from stepsheet.importing.entry import Entry
from stepsheet.importing.tree import Break, CodeSpan, Emphasis, Icon, Inline, Inlines, Link, Strong, Words, words
from stepsheet.importing.writing.inline_markdown import markdown
from stepsheet.importing.writing.means import Means

# Blanks, and what ends a line to some reader. Other white space (no-break, wide) is the writer's own.
_BLANK = re.compile(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_NO_TITLE = "mention"  # by it GitBook marks a link that shows the other page's title


@dataclass(slots=True)
class Scribe:
    """Writes the texts of one page; `entries` gathers what is met on the way.

    `unset` are the characters that no font can show. `is_page` says that it is a plain page, where pictures may stand.
    """

    means: Means
    unset: frozenset[str] = frozenset()
    is_page: bool = False
    entries: list[Entry] = field(default_factory=list)

    def line(self, inlines: Inlines, at: int, line_break: str = " ") -> str:
        """Inline Markdown without white space at its ends, on one line unless the break is told otherwise."""
        return markdown(self._cleaned(inlines, at), line_break)

    def link(self, href: str, inlines: Inlines, at: int) -> str:
        """A link on its own."""
        return self.line((Link(href, inlines),), at)

    def words(self, text: str) -> str:
        """Words without what cannot be shown, each run of blanks one blank."""
        return _BLANK.sub(" ", self.shown(text))

    def shown(self, text: str) -> str:
        """A text without the characters that cannot be shown."""
        return "".join(character for character in text if character not in self.unset) if self.unset else text

    def target(self, href: str, at: int) -> str | None:
        """Where a link leads from the result, None where it leads nowhere."""
        target, entries = self.means.resolve(href, at)
        self.entries += entries
        return "".join(map(self._settable, target)) if target else None

    def picture(self, src: str, at: int) -> str:
        """The name of a picture's file."""
        name, entries = self.means.picture(src, at)
        self.entries += entries
        return name

    def _settable(self, character: str) -> str:
        """A character of an address; one that cannot be shown as a code in small letters: capital ones are undone."""
        return quote(character).lower() if character in self.unset else character

    def _cleaned(self, inlines: Inlines, at: int) -> Inlines:
        return tuple(node for inline in inlines for node in self._clean(inline, at))

    def _clean(self, inline: Inline, at: int) -> Iterator[Inline]:
        """An inline as the result has it; nothing when nothing is left of it."""
        match inline:
            case Words(text=text):
                yield Words(self.words(text))
            case CodeSpan(text=text):
                yield from (CodeSpan(code),) if (code := self.words(text).strip()) else ()
            case Strong() | Emphasis():
                yield replace(inline, children=self._cleaned(inline.children, at))
            case Link():
                yield from self._led(inline, at)
            case Icon(src=src, alt=alt, title=title) if self.is_page:
                yield Icon(f"images/{self.picture(src, at)}", self.words(alt or ""), self.words(title))
            case Break():
                yield inline

    def _led(self, link: Link, at: int) -> Iterator[Inline]:
        """A link, or its words where it leads nowhere; one that says nothing but an address gets its target's title."""
        target, children = self.target(link.href, at), self._cleaned(link.children, at)
        title = "" if link.title == _NO_TITLE else self.words(link.title)
        if not target:
            yield from (*children, Words(f" ({title})")) if title else children
            return
        said = words(children).strip()
        is_empty = not said and not any(isinstance(child, Icon) for child in children)
        is_address = children == (Words(said),) and said in {link.href, PurePosixPath(link.href).name}
        name = self.means.title(link.href) if is_empty or is_address else ""
        if is_empty or name:
            children = (Words(self.words(name or link.href)),)
        yield Link(target, children, title)
