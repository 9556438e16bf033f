"""The Markdown of a guide: every text once and in order, marked where it is no translation, its steps numbered."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from stepsheet.audit import telling
from stepsheet.audit.blocks import Block, blocks
from stepsheet.audit.claims import Claim, Claims, spoken
from stepsheet.audit.facts import Facts
from stepsheet.audit.faults import changed_data, lost_text, unmarked_fallback
from stepsheet.audit.markdown_text import MarkdownText, markdown_text
from stepsheet.audit.outline import outline
from stepsheet.audit.pictured import pictures
from stepsheet.audit.presence import lack
from stepsheet.audit.scope import Audit, Edition
from stepsheet.audit.sequence import compare
from stepsheet.audit.vocabulary import NOTES
from stepsheet.audit.wording import words
from stepsheet.diagnostics import Diagnostic, Location
from stepsheet.localize.interface import Interface
from stepsheet.model import guide as source
from stepsheet.model.body import BodyItem, Picture
from stepsheet.model.guide import Field, Section, Step, SubStep
from stepsheet.model.terms import Importance

_BEFORE = {
    "consequence": "What can happen:",
    "avoid": "What to do:",
    "example": "Example:",
    "expect": "Expected result:",
    "if_not": "If it did not work:",
}

SHARED = True


def check(audit: Audit) -> Iterator[Diagnostic]:
    """What is wrong with the Markdown of all guides."""
    for edition in audit.mine(audit.editions):
        lacking = lack(audit.built, edition.markdown, "the Markdown of this guide", edition.claims.bundle.place)
        yield from [lacking] if lacking else _file(audit, edition)


def _file(audit: Audit, edition: Edition) -> Iterator[Diagnostic]:
    """What is wrong with its texts, and then with the blocks of which nothing is told yet."""
    found = list(_texts(audit, edition))
    yield from found
    told = frozenset(one.finding.location for one in found)
    shown = blocks(audit.built.text(edition.markdown))
    asked = outline(audit.record(edition), _facts(audit, edition, shown))
    yield from compare(asked, shown, edition.markdown, told)


def _facts(audit: Audit, edition: Edition, shown: Sequence[Block]) -> Facts:
    """What the file says beside the guide's own texts; of which revision it is, it says itself."""
    locale = edition.locale
    revision = Interface(locale).gettext("Revision %(revision)s") % {"revision": "([0-9a-f]{8})"}
    said = (re.fullmatch(revision, block.text) for block in shown)
    category = _category(audit, edition)
    return Facts(category, next((found[1] for found in said if found), ""), audit.address(edition) or "")


def _category(audit: Audit, edition: Edition) -> tuple[str, str]:
    """The name of the guide's category, and in which state that is; both empty when it has none."""
    book = audit.content.categories
    for one in book.categories if book else ():
        if book and one.id == edition.claims.bundle.guide.category:
            title = next(message for message in book.messages if message.key == f"{one.key}.title")
            text, _, state = spoken(book, title, edition.locale, audit.source_locale)
            return text, state
    return "", ""


def _texts(audit: Audit, edition: Edition) -> Iterator[Diagnostic]:
    text = markdown_text(audit.built.text(edition.markdown), audit.address(edition) or "")
    around, titles = audit.around(edition), audit.titles(edition.locale)
    told = telling.Told(edition.claims, edition.markdown, around, titles=titles, marks_language=False)
    traced = told.trace(text.flow, list(_in_order(edition.claims)))
    yield from told.findings(text.flow, traced)
    found = _Found(edition, text, *_ends(traced))
    yield from found.unmarked()
    yield from found.unnumbered()
    yield from found.unlabelled()
    parts = edition.claims.bundle.parts
    wanted = [(part.src, part.key, part.at("src")) for part in parts if isinstance(part, Picture)]
    yield from pictures(wanted, text.pictures, edition.markdown, edition.claims.bundle.place)
    yield from _listings(edition, text)


def _in_order(claims: Claims) -> Iterator[Claim]:
    """The texts as the file has them: conditions behind the title of a section, and right before what is to be done."""
    tasks = (part for part in claims.bundle.parts if isinstance(part, Section | Step | SubStep) and part.when)
    own = {part.at("when"): part.key for part in tasks}
    held: dict[str, list[Claim]] = {}
    for claim in claims.texts:
        claim = replace(claim, floating=False)  # noqa: PLW2901 - the same claim, at a place that is known here
        owner, _, name = claim.key.rpartition(".")
        if claim.name == "when" and claim.at in own:
            held.setdefault(own[claim.at], []).append(claim)
        elif claim.key == "source.title":
            continue
        else:
            yield from held.pop(owner, ()) if name == "do" else ()
            yield claim
            yield from held.pop(owner, ()) if name == "title" else ()
        if claim.key == "summary" and "source.title" in claims.by_key:
            yield replace(claims.by_key["source.title"], floating=False)


def _ends(traced: telling.Traced[Claim]) -> tuple[dict[str, tuple[int, int]], frozenset[int]]:
    """Where each text begins and ends, by its key, and where all the pieces begin."""
    ends: dict[str, tuple[int, int]] = {}
    for one, start, end in traced.found:
        first, last = ends.get(one.of.key, (start, end))
        ends[one.of.key] = min(first, start), max(last, end)
    return ends, frozenset(start for _, start, _ in traced.found)


@dataclass(frozen=True, slots=True)
class _Found:
    """The texts at their places in a file."""

    edition: Edition
    text: MarkdownText
    ends: Mapping[str, tuple[int, int]]
    starts: frozenset[int]

    @property
    def claims(self) -> Claims:
        return self.edition.claims

    @property
    def file(self) -> str:
        return self.edition.markdown

    def say(self, message: str) -> str:
        """Words of the interface in the locale."""
        return Interface(self.claims.locale).gettext(message)

    def unmarked(self) -> Iterator[Diagnostic]:
        """Texts that are no up-to-date translation without a word about it, and others with one."""
        for claim in self.claims.texts:
            if claim.key not in self.ends:
                continue
            noted = self._noted(self.ends[claim.key][1])
            if claim.fell_back and noted != claim.state:
                yield unmarked_fallback.text(claim.at, claim.name, claim.text, self.file, claim.state)
            elif noted and not claim.fell_back:
                yield changed_data.value(claim.at, f"the state of {claim.key!r}", noted, claim.state, self.file)

    def _noted(self, end: int) -> str:
        """The state that the words behind a text tell of."""
        if end in self.starts:
            return ""
        return next((state for state, note in NOTES.items() if self._follows(end, self.say(note))), "")

    def _follows(self, end: int, told: str) -> bool:
        return self.text.flow.text.startswith("".join(words(told)), end)

    def _precedes(self, start: int, told: str) -> bool:
        return self.text.flow.text.endswith("".join(words(told)), 0, start)

    def unnumbered(self) -> Iterator[Diagnostic]:
        """Steps that are no item of a list with their number."""
        for step, number in _numbers(self.claims):
            place = self.ends.get(f"{step.key}.do")
            item = self.text.item(place[0]) if place else None
            if place and (item is None or item.label != number):
                yield changed_data.label(step.location, f"the step {step.key!r}", f"{number}.", self.file)

    def unlabelled(self) -> Iterator[Diagnostic]:
        """Texts without the words that say what they are."""
        for key, told, at, is_behind in self._labels():
            if key not in self.ends:
                continue
            start, end = self.ends[key]
            after = end + sum(len(word) for word in words(self._note(key)))
            if not (self._follows(after, told) if is_behind else self._precedes(start, told)):
                yield changed_data.label(at, repr(key), told, self.file)

    def _note(self, key: str) -> str:
        noted = self._noted(self.ends[key][1])
        return self.say(NOTES[noted]) if noted else ""

    def _labels(self) -> Iterator[tuple[str, str, Location, bool]]:
        """Key of a text, words of the interface, the place they are about, whether they stand behind the text."""
        before: Location | None = None
        for claim in self.claims.texts:
            if claim.name == "when" and claim.at != before:
                before = claim.at
                yield claim.key, self.say("Only if:"), claim.at, False
            if claim.name in _BEFORE and claim.key.rpartition(".")[2] == claim.name:
                yield claim.key, self.say(_BEFORE[claim.name]), claim.at, False
        for part in self.claims.bundle.parts:
            match part:
                case source.Warning():
                    yield f"{part.key}.text", self.say(part.kind.value.capitalize()), part.at("kind"), False
                case Section() if part.importance is not Importance.REQUIRED:
                    yield f"{part.key}.title", self.say(part.importance.value), part.at("importance"), True
                case Field() if part.required is not None:
                    word = "required" if part.required else "optional"
                    yield f"{part.key}.label", self.say(word), part.at("required"), True


def _numbers(claims: Claims) -> Iterator[tuple[Step | SubStep, str]]:
    """Every step with its number, counted through the guide."""
    count = 0
    for section in claims.bundle.guide.sections:
        for step in section.steps:
            count += 1
            yield step, str(count)
            yield from ((inner, f"{count}.{index}") for index, inner in enumerate(step.steps, 1))


def _listings(edition: Edition, text: MarkdownText) -> Iterator[Diagnostic]:
    """Listings that are not, character by character, the author's."""
    shown = {(info, content.rstrip("\n")) for info, content in text.listings}
    for part in edition.claims.bundle.parts:
        if isinstance(part, BodyItem) and part.code:
            lines = part.code.text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
            if (" ".join(part.code.language.split()), lines) not in shown:
                yield lost_text.text(part.code.at("text"), "code", part.code.text, edition.markdown)
