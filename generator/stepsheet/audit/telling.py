"""The texts of a guide against the words of a file: lost, moved, said again, in the wrong language, or stray."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial, reduce

from stepsheet.audit.claims import Claim
from stepsheet.audit.faults import (
    lost_text,
    out_of_order,
    said_twice,
    stray_text,
    unmarked_fallback,
    wrong_language,
)
from stepsheet.audit.flow import Flow, Traced, Wanted, placed, trace
from stepsheet.audit.vocabulary import Claimed, interface_words, names, strangers
from stepsheet.audit.wording import words
from stepsheet.diagnostics import Diagnostic, Location

__all__ = ["LABEL", "Flow", "Told", "Traced"]

LABEL = "words"  # the name of a claim that is no text of the author's: words of the interface with one


@dataclass(frozen=True, slots=True)
class Told:
    """A file, or a part of one, that tells a guide in one locale.

    `around` are the words it may say of other things, `place` is where the part begins in the author's file;
    `marks_language` and `marks_state` say whether the words of the file have those;
    `spelled` is how its reader spells a text, when that is not as the author does. `titles` are the names of other
    guides and pages, their words without blanks: a text that is such a name, or a part of one, may be said again.
    `phrased` is given where a reader needs the blanks of a text to know its words.
    """

    claims: Claimed
    file: str
    around: frozenset[str] = frozenset()
    place: Location | None = None
    marks_language: bool = True
    marks_state: bool = True
    spelled: Callable[[str], str] = str
    titles: frozenset[str] = frozenset()
    phrased: Callable[[str], str] | None = None

    def trace(self, flow: Flow, claims: Sequence[Claim]) -> "Traced[Claim]":
        """Where the texts stand in a flow."""
        pieces = ((piece, claim) for claim in claims for piece in self._pieces(claim))
        wanted = [Wanted(piece, claim, claim.loose) for piece, claim in pieces if piece]
        traced = trace(flow, [one for one in wanted if not one.of.floating])
        anywhere = [one for one in (*traced.moved, *traced.missing) if one.is_loose]
        strict = replace(
            traced,
            moved=tuple(one for one in traced.moved if not one.is_loose),
            missing=tuple(one for one in traced.missing if not one.is_loose),
        )
        return reduce(partial(placed, flow), (*anywhere, *(one for one in wanted if one.of.floating)), strict)

    def phrase(self, text: str) -> str:
        """A text as its words follow one another in the file."""
        return self.phrased(text) if self.phrased else "".join(map(self.spelled, words(text)))

    def _pieces(self, claim: Claim) -> Iterator[str]:
        return map(self.phrased, claim.runs) if self.phrased else map(self.spelled, claim.pieces)

    def findings(self, flow: Flow, traced: "Traced[Claim]") -> Iterator[Diagnostic]:
        """What is wrong, one finding a text and kind."""
        seen: set[tuple[str, str]] = set()
        for item, key in self._found(flow, traced):
            if (item.rule.code, key) not in seen:
                seen.add((item.rule.code, key))
                yield item

    def _found(self, flow: Flow, traced: "Traced[Claim]") -> Iterator[tuple[Diagnostic, str]]:
        for one in traced.missing:
            yield self._lost(one.of), one.of.key
        for one in traced.moved:
            yield out_of_order.text(one.of.at, one.of.name, one.of.text, self.file), one.of.key
        if self.marks_language:
            for one, start, end in traced.found:
                yield from ((item, one.of.key) for item in self._marked(one.of, flow, start, end))
        yield from self._strays(flow, traced)

    def _lost(self, claim: Claim) -> Diagnostic:
        if claim.name == LABEL:
            return lost_text.words(claim.at, claim.text, repr(claim.owner) if claim.owner else "the guide", self.file)
        return lost_text.text(claim.at, claim.name, claim.text, self.file)

    def _marked(self, claim: Claim, flow: Flow, start: int, end: int) -> Iterator[Diagnostic]:
        """Whether a text is said to be in the language that it is in, in the state that it is in, and seen."""
        settings = [setting for _, setting in flow.over(start, end)]
        if any(setting.hidden for setting in settings):
            yield lost_text.hidden(claim.at, claim.name, claim.text, self.file)
        if not claim.locale:
            return
        said = next((one.lang for one in settings if not _is_language(one.lang, claim.locale)), None)
        if said is not None:
            yield wrong_language.said(claim.at, claim.name, claim.text, self.file, (claim.locale, said))
        if self.marks_state and claim.fell_back and any(setting.state != claim.state for setting in settings):
            yield unmarked_fallback.text(claim.at, claim.name, claim.text, self.file, claim.state)

    def _strays(self, flow: Flow, traced: "Traced[Claim]") -> Iterator[tuple[Diagnostic, str]]:
        """What is said beside the texts: again, or by nobody."""
        known = (self._interface, *(_respelled(some, self.spelled) for some in (names(self.claims), self.around)))
        texts = {one.text: one for one, _, _ in traced.found if not one.is_loose}
        for start, end, before in traced.rest:
            place = before.of.at if before else self.place or self.claims.bundle.place
            left = [word for word, _ in flow.over(start, end)]
            again = next((one for one in texts.values() if self._is_again(flow, one, start, end)), None)
            if again:
                yield said_twice.text(again.of.at, again.of.name, again.of.text, self.file), again.of.key
            elif strangers(left, *known):
                yield stray_text.at(place, " ".join(left), self.file), before.of.key if before else ""

    def _is_again(self, flow: Flow, one: "Wanted[Claim]", start: int, end: int) -> bool:
        """Whether what is left holds a text again that is no mere name."""
        if one.of.name in {"title", "ask", "label", "when"} or not strangers([one.text], self._interface):
            return False
        at = flow.find(one.text, start)
        return at >= 0 and at + len(one.text) <= end and not self._is_in_title(one.text, flow.text[start:end])

    def _is_in_title(self, words: str, said: str) -> bool:
        """Whether some words are said as part of the name of something else."""
        return any(words in title and title in said for title in self.titles)

    @property
    def _interface(self) -> frozenset[str]:
        return _respelled(interface_words(self.claims.locale), self.spelled)


def _is_language(said: str, locale: str) -> bool:
    return not said or said.replace("_", "-").lower() == locale.lower()


@lru_cache(maxsize=64)
def _respelled(words: frozenset[str], spelled: Callable[[str], str]) -> frozenset[str]:
    return words if spelled is str else frozenset(map(spelled, words))
