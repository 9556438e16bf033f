"""What the files of a plain page must say in one locale, straight from the author's file or its translation."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from markdown_it.token import Token

from stepsheet.audit.claims import Claim
from stepsheet.audit.wording import words
from stepsheet.diagnostics import Location
from stepsheet.model import passage
from stepsheet.model.page import IMAGES, PageBook, PageText
from stepsheet.model.text import Kind


@dataclass(frozen=True, slots=True)
class BlockClaim(Claim):
    """A block of a page; `tokens` are its own."""

    tokens: tuple[Token, ...] = ()

    @property
    def fell_back(self) -> bool:
        """No: the page says it once, of all its text."""
        return False

    @property
    def alert(self) -> str:
        """The kind of a hazard block, empty for any other block."""
        return str(self.tokens[0].meta.get(passage.ALERT, ""))

    @property
    def pieces(self) -> tuple[str, ...]:
        """Its words in runs that nothing may interrupt."""
        return tuple(joined for run in _runs(self.tokens) if (joined := "".join(words(run))))


@dataclass(frozen=True)
class PageClaims:
    """All that is claimed of one page in one locale."""

    bundle: PageBook
    locale: str
    source_locale: str

    @property
    def shown(self) -> PageText:
        """The text that readers of the locale get."""
        return self.bundle.translations.get(self.locale, self.bundle.text)

    @property
    def state(self) -> str:
        """Whether that is an up-to-date translation."""
        if self.locale == self.source_locale:
            return "source"
        if self.locale not in self.bundle.translations:
            return "missing"
        return "translated" if self.shown.page.translates == self.bundle.text.fingerprint else "stale"

    @cached_property
    def texts(self) -> tuple[Claim, ...]:
        """The title, the summary, and each block of the text."""
        return tuple(self._texts())

    @property
    def pictures(self) -> tuple[tuple[str, Location], ...]:
        """The names of the pictures, and where each is named, in reading order."""
        return tuple((one.src.removeprefix(IMAGES), one.place) for one in self.shown.pictures)

    @property
    def languages(self) -> frozenset[str]:
        """The words by which the page speaks of the languages of its listings."""
        fences = (token for block in self.shown.blocks for token in block.tokens if token.type == "fence")
        return frozenset(word for token in fences for word in words(token.info))

    def _texts(self) -> Iterator[Claim]:
        shown, state = self.shown, self.state
        for name, text in (("title", shown.page.title), ("summary", shown.page.summary)):
            if text:
                yield Claim(name, name, "", text, Kind.LINE, shown.locale, state, shown.page.at(name))
        for number, block in enumerate(shown.blocks):
            locale = shown.locale
            yield BlockClaim(
                f"text.{number}", "text", "", block.text, Kind.PROSE, locale, state, block.at, tokens=block.tokens
            )


def _runs(tokens: tuple[Token, ...]) -> Iterator[str]:
    """The words of a block, cut between lines, behind links and around pictures: one without a description says so."""
    for token in tokens:
        match token.type:
            case "inline":
                yield from _line(token.children or []).split("\n")
            case "fence" | "code_block" | "html_block":
                yield token.content
            case "figure":
                yield passage.words(token)
                yield passage.caption(token)


def _line(children: list[Token]) -> str:
    said = ""
    for token in children:
        match token.type:
            case "text" | "code_inline" | "html_inline":
                said += token.content
            case "softbreak" | "hardbreak":
                said += " "
            case "image":
                said += f"\n{passage.words(token)} {passage.caption(token)}\n"
            case "link_close":
                said += "\n"
    return said
