"""What the files of a guide must say in one locale, straight from the author's file and the catalog.

The policy for texts without an up-to-date translation stands here a second time (see `localize.speaker`): what the
renderers are handed is part of what is proven.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from stepsheet.audit.pieces import pieces, runs
from stepsheet.audit.wording import words
from stepsheet.diagnostics import Location
from stepsheet.localize.interface import Interface
from stepsheet.model import prose
from stepsheet.model.body import BodyItem, Image, Mark
from stepsheet.model.book import Book
from stepsheet.model.catalog import Standing
from stepsheet.model.content import Bundle
from stepsheet.model.element import Element, Message
from stepsheet.model.guide import Field, Need, Option, Section, Step, SubStep
from stepsheet.model.guide import Warning as Hazard
from stepsheet.model.text import Kind

# What a page can be asked for by its id path.
ANCHORED = (Section, Step, SubStep, Hazard, Field, Need, Option, Image, Mark)


@dataclass(frozen=True, slots=True)
class Claim:
    """A text that must be shown once.

    `name` is its key in the element (`do`, `info`), `owner` the id path of the part whose text it is, `locale` the
    language it must be in (empty for a listing); `state` says in CSS and data what it is: source, translated, missing
    or stale. A `floating` text has a place of its own in each output; a `loose` one is looked for in its order first,
    then anywhere. `lead` are the words of the interface that stand before it.
    """

    key: str
    name: str
    owner: str
    text: str
    kind: Kind
    locale: str
    state: str
    at: Location
    floating: bool = False
    loose: bool = False
    lead: str = ""

    @property
    def pieces(self) -> tuple[str, ...]:
        """Its words in runs that nothing may interrupt: an output may say more behind a link, and between blocks."""
        return pieces(self.text, self.kind)

    @property
    def runs(self) -> tuple[str, ...]:
        """The same runs, with their blanks."""
        return (self.text,) if self.kind is Kind.PLAIN else tuple(runs(prose.tokens(self.text, self.kind)))

    @property
    def links(self) -> tuple[str, ...]:
        """Where its links lead, as the author wrote it."""
        return tuple(prose.links(prose.tokens(self.text, self.kind)))

    @property
    def fell_back(self) -> bool:
        """Whether the reader must be told that this is no up-to-date translation."""
        return self.state in {"missing", "stale"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a guide that has an anchor; `parent` is the id path of the nearest part around it."""

    key: str
    parent: str
    element: Element

    @property
    def at(self) -> Location:
        """Where it begins."""
        return self.element.location

    @property
    def kind(self) -> str:
        """What it is, as people say it."""
        name = type(self.element).__name__
        return {"SubStep": "sub-step", "Image": "picture", "BodyItem": "picture or listing"}.get(name, name.lower())


@dataclass(frozen=True)
class Claims:
    """All that is claimed of one guide in one locale."""

    bundle: Bundle
    locale: str
    source_locale: str

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Every part with an anchor, in reading order."""
        return tuple(self._parts(self.bundle.guide, ""))

    @cached_property
    def keys(self) -> frozenset[str]:
        """The id paths of all parts."""
        return frozenset(part.key for part in self.parts)

    @cached_property
    def _by_key(self) -> dict[str, Part]:
        return {part.key: part for part in self.parts}

    def part(self, key: str) -> Part | None:
        """The part of that id path."""
        return self._by_key.get(key)

    @cached_property
    def texts(self) -> tuple[Claim, ...]:
        """Every text, in reading order, with listings and conditions; the words of pictures are not among them."""
        return tuple(self._texts(self.bundle.guide, ""))

    @cached_property
    def _messages(self) -> dict[str, Message]:
        return {message.key: message for message in self.bundle.messages}

    @cached_property
    def by_key(self) -> dict[str, Claim]:
        """The texts by their keys."""
        return {claim.key: claim for claim in self.texts}

    @property
    def title(self) -> str:
        """The title, in the language in which it is shown."""
        return self.text(self._messages["title"])[0]

    def text(self, message: Message) -> tuple[str, str, str]:
        """What a reader of the locale gets of a message: the text, its language, its state."""
        return spoken(self.bundle, message, self.locale, self.source_locale)

    def _parts(self, element: Element, parent: str) -> Iterator[Part]:
        for child in element.children():
            inside = parent
            if _is_anchored(child):
                yield Part(child.key, parent, child)
                inside = child.key
            yield from self._parts(child, inside)

    def _texts(self, element: Element, owner: str) -> Iterator[Claim]:
        """What an element says and all below it; `owner` is the part around it."""
        before: Element | None = None
        for part in element.contents():
            if isinstance(part, Message):
                yield self._claim(part, owner)
                continue
            yield from self._conditions(part, before, owner)
            yield from self._texts(part, part.key if _is_anchored(part) else owner)
            before = part
        if isinstance(element, BodyItem) and element.code:
            at = element.code.at("text")
            yield Claim(element.key, "code", owner, element.code.text, Kind.PLAIN, "", "source", at)

    def _claim(self, message: Message, owner: str) -> Claim:
        name = message.key.rpartition(".")[2]
        return Claim(message.key, name, owner, *self._told(message), message.at, floating=message.key == "source.title")

    def _told(self, message: Message) -> tuple[str, Kind, str, str]:
        text, locale, state = self.text(message)
        return text, message.kind, locale, state

    def _conditions(self, part: Element, before: Element | None, owner: str) -> Iterator[Claim]:
        """What is said of the answers under which a part applies: once for a run of body items with the same ones."""
        when = getattr(part, "when", None) or {}
        if isinstance(part, BodyItem) and isinstance(before, BodyItem) and before.when == part.when:
            return
        inside = part.key if _is_anchored(part) and not isinstance(part, BodyItem) else owner
        for name, answers in when.items():
            opening = "Only if:" if name == next(iter(when)) else "and"
            leads = chain([Interface(self.locale).gettext(opening), ""], self._between(len(answers)))
            for lead, (key, (text, kind, locale, state)) in zip(leads, self._clause(name, answers), strict=False):
                full = f"{part.key}.when.{key}"
                at = part.at("when")
                yield Claim(full, "when", inside, text, kind, locale, state, at, floating=True, lead=lead)

    def _between(self, answers: int) -> list[str]:
        """The words between the answers to a question, one after the other; some languages have only a comma there."""
        slots = [f"{{{index}}}" for index in range(answers)]
        between = re.split(r"{\d+}", Interface(self.locale).join(slots, "or"))[1:-1]
        return [" ".join(words(one)) for one in between]

    def _clause(self, name: str, answers: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, Kind, str, str]]]:
        """A question and the answers to it, by their ids."""
        messages = self._messages
        option = next(option for option in self.bundle.guide.options if option.id == name)
        yield name, self._told(messages[f"{option.key}.ask"])
        for choice in option.choices:
            if choice.id in answers:
                yield f"{name}.{choice.id}", self._told(messages[f"{choice.key}.label"])
        if not option.choices:
            for answer in answers:
                words_ = Interface(self.locale).gettext(answer)
                yield f"{name}.{answer}", (words_, Kind.PLAIN, self.locale, "source")


def spoken(book: Book, message: Message, locale: str, source_locale: str) -> tuple[str, str, str]:
    """What a reader of a locale gets of a message: the text, its language, its state."""
    if locale == source_locale:
        return message.text, locale, "source"
    catalog = book.catalogs.get(locale)
    if catalog is None:
        return message.text, source_locale, "missing"
    standing, translation = catalog.standing(message.key, message.text, source_locale)
    if standing is Standing.OK:
        return translation, locale, "translated"
    if standing is Standing.STALE and not message.hazard:
        return translation, locale, "stale"
    return message.text, source_locale, "missing" if standing is Standing.MISSING else "stale"


def _is_anchored(element: Element) -> bool:
    if isinstance(element, BodyItem):
        return element.text is None
    return isinstance(element, ANCHORED)
