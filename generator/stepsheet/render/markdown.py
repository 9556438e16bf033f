"""Texts inside a plain Markdown file: already CommonMark, with their references resolved and their language told."""

import re
from dataclasses import dataclass

from stepsheet.localize.document import Condition, State, Text
from stepsheet.localize.interface import Interface
from stepsheet.model import prose

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|&~])")
_FENCE = re.compile(r" *(`{3,})")


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the texts of one document; `page` is the way from the file to the guide's page."""

    locale: str
    interface: Interface
    page: str

    def text(self, text: Text) -> str:
        """A CommonMark text as it is, with a word about its language when it is not an up-to-date translation."""
        return self.resolved(text.value.strip()) + self.note(text)

    def plain(self, text: Text) -> str:
        """A text that is no Markdown, escaped so that it reads as written."""
        return escape(text.value.strip()) + self.note(text)

    def note(self, text: Text) -> str:
        """What the reader must know about a text that fell back; empty for all others."""
        if not text.fell_back:
            return ""
        told = self.interface.gettext("not translated") if text.state is State.MISSING else ""
        if text.state is State.STALE:
            told = self.interface.gettext("translation out of date")
        return f" _({told})_"

    def resolved(self, text: str) -> str:
        """The text with its references turned into links to the guide's page."""
        for href in dict.fromkeys(prose.links(prose.blocks(text))):
            reference = prose.reference(href)
            if reference:
                kind, path = reference
                target = f"../guides/{path}/" if kind == "guide" else f"{self.page}#{path}"
                written = rf"(\](?:\(|:)\s*<?){re.escape(href)}(?=[\s>)]|$)"  # inline or as a link reference definition
                text = re.sub(written, rf"\g<1>{target}", text)
        return text

    def condition(self, clause: Condition) -> str:
        """A condition in words: `Does Watchdog run on a separate server? — yes`."""
        answers = self.interface.join([self.text(choice.label) for choice in clause.answers], style="or")
        return f"{self.text(clause.ask)} — {answers}"


def escape(text: str) -> str:
    """A plain text as CommonMark that shows it as written (CommonMark 0.31.2, section 2.4)."""
    return _SPECIAL.sub(r"\\\1", text)


def fence(text: str) -> str:
    """A fence longer than any run of backticks in a listing."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    return "`" * max(3, longest + 1)


def tidy(text: str) -> str:
    """One blank line between blocks, none at the beginning, one line end at the end; listings stay as they are."""
    kept: list[str] = []
    fenced = ""
    for line in text.strip().split("\n"):
        mark = _FENCE.match(line)
        if mark and fenced in {"", mark[1]}:
            fenced = "" if fenced else mark[1]
        bare = line if fenced else line.rstrip()
        if bare or fenced or (kept and kept[-1]):
            kept.append(bare)
    return "\n".join(kept) + "\n"
