"""A guide and its catalog become a document in one locale: numbers, conditions, pictures and texts in their places."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from stepsheet.load.nodes import plain
from stepsheet.localize import document as made
from stepsheet.localize import former, revision
from stepsheet.localize.document import State, Text
from stepsheet.localize.gallery import Gallery
from stepsheet.localize.interface import Interface
from stepsheet.localize.speaker import Speaker
from stepsheet.model import guide as source
from stepsheet.model.body import BodyItem, Picture
from stepsheet.model.book import Book
from stepsheet.model.content import Bundle, Category
from stepsheet.model.values import YES_NO, When


def category(book: Book, part: Category, locale: str, source_locale: str) -> tuple[Text, Text | None]:
    """The title and the summary of a category."""
    speaker = Speaker(book, locale, source_locale)
    return speaker.text(part, "title"), speaker.maybe(part, "summary")


def titles(bundles: Iterable[Bundle], locale: str, source_locale: str) -> dict[str, Text]:
    """The title of every guide by its id."""
    return {bundle.id: Speaker(bundle, locale, source_locale).text(bundle.guide, "title") for bundle in bundles}


def numbers(levels: Iterable[int]) -> Iterator[str]:
    """The number of each section in a row of sections of these levels.

    >>> list(numbers([1, 2, 2, 3, 1]))
    ['1', '1.1', '1.2', '1.2.1', '2']
    """
    counts: list[int] = []
    for level in levels:
        counts = [*counts, 0][:level]
        counts[-1] += 1
        yield ".".join(map(str, counts))


def document(bundle: Bundle, locale: str, source_locale: str, names: Mapping[str, Text]) -> made.Document:
    """The guide in a locale; `names` are the titles of the guides that may follow it.

    The guide must have passed the rules: its pictures are there and its conditions name options it has.
    """
    speaker = Speaker(bundle, locale, source_locale)
    return _Localizer(bundle, speaker, Gallery(bundle, speaker), names).document()


@dataclass
class _Localizer:
    """Walks a guide once; the only state is the number of the step it is at."""

    bundle: Bundle
    speaker: Speaker
    gallery: Gallery
    names: Mapping[str, Text]
    number: int = 0

    @cached_property
    def _former(self) -> dict[str, tuple[str, ...]]:
        return former.anchors(self.bundle.guide)

    @cached_property
    def _digests(self) -> dict[str, str]:
        return {src: self.gallery.file(src).digest for src in self.bundle.sources}

    def document(self) -> made.Document:
        guide, say = self.bundle.guide, self.speaker
        return made.Document(
            id=self.bundle.id,
            locale=say.locale,
            source_locale=say.source_locale,
            title=say.text(guide, "title"),
            summary=say.text(guide, "summary"),
            body=tuple(self._body(guide)),
            category=guide.category,
            tags=guide.tags,
            time=guide.time,
            reviewed=guide.reviewed,
            origin=made.Origin(say.text(guide.source, "title"), guide.source.url) if guide.source else None,
            needs=None if guide.needs is None else tuple(self._need(need) for need in guide.needs),
            options=tuple(self._option(option) for option in guide.options),
            warnings=self._warnings(guide.warnings),
            sections=tuple(map(self._section, guide.sections, numbers(section.level for section in guide.sections))),
            outcome=say.maybe(guide, "outcome"),
            next=tuple(made.Neighbour(name, self.names[name]) for name in guide.next if name in self.names),
            pictures=tuple(map(self.gallery.picture, self.bundle.sources)),
            revision=self._revision(),
            missing=say.count(State.MISSING),
            stale=say.count(State.STALE),
        )

    def _need(self, need: source.Need) -> made.Need:
        return made.Need(need.id, need.key, self.speaker.text(need, "text"))

    def _option(self, option: source.Option) -> made.Option:
        return made.Option(option.id, option.key, self.speaker.text(option, "ask"), self._answers(option))

    def _answers(self, option: source.Option) -> tuple[made.Choice, ...]:
        if option.choices:
            return self._choices(option.choices)
        interface = Interface(self.speaker.locale)
        words = {"yes": interface.gettext("yes"), "no": interface.gettext("no")}
        return tuple(
            made.Choice(answer, Text("", words[answer], self.speaker.locale, State.TRANSLATED)) for answer in YES_NO
        )

    def _choices(self, choices: tuple[source.Choice, ...]) -> tuple[made.Choice, ...]:
        return tuple(made.Choice(choice.id, self.speaker.text(choice, "label")) for choice in choices)

    def _conditions(self, when: When | None) -> tuple[made.Condition, ...]:
        options = {option.id: option for option in self.bundle.guide.options}
        return tuple(
            made.Condition(
                name,
                self.speaker.text(options[name], "ask"),
                tuple(choice for choice in self._answers(options[name]) if choice.id in answers),
            )
            for name, answers in (when or {}).items()
        )

    def _warnings(self, warnings: tuple[source.Warning, ...]) -> tuple[made.Warning, ...]:
        say = self.speaker
        return tuple(
            made.Warning(
                id=warning.id,
                anchor=warning.key,
                kind=warning.kind,
                text=say.text(warning, "text"),
                consequence=say.maybe(warning, "consequence"),
                avoid=say.maybe(warning, "avoid"),
                info=say.maybe(warning, "info"),
            )
            for warning in warnings
        )

    def _section(self, section: source.Section, number: str) -> made.Section:
        return made.Section(
            id=section.id,
            anchor=section.key,
            number=number,
            level=section.level,
            title=self.speaker.text(section, "title"),
            importance=section.importance,
            conditions=self._conditions(section.when),
            warnings=self._warnings(section.warnings),
            body=tuple(self._body(section)),
            steps=tuple(self._step(step) for step in section.steps),
            after=tuple(map(self._block, section.after)),
            was=self._former.get(section.key, ()),
        )

    def _step(self, step: source.Step) -> made.Step:
        self.number += 1
        number = str(self.number)
        steps = tuple(self._task(inner, f"{number}.{index}") for index, inner in enumerate(step.steps, 1))
        return self._task(step, number, steps)

    def _task(self, task: source.Step | source.SubStep, number: str, steps: tuple[made.Step, ...] = ()) -> made.Step:
        say = self.speaker
        step = made.Step(
            id=task.id,
            anchor=task.key,
            number=number,
            conditions=self._conditions(task.when),
            warnings=self._warnings(task.warnings),
            do=say.text(task, "do"),
            body=tuple(self._body(task)),
            fields=tuple(self._field(field) for field in task.fields),
            expect=say.maybe(task, "expect"),
            if_not=say.maybe(task, "if_not"),
            steps=steps,
            revision="",
            was=self._former.get(task.key, ()),
            verify=task.verify,
        )
        return replace(step, revision=revision.of_step(step, self._digests))

    def _body(self, told: source.Guide | source.Section | source.Step | source.SubStep) -> Iterable[made.Block]:
        """What explains: the short form, `info` and `images`, or the long one."""
        info = self.speaker.maybe(told, "info")
        if info:
            yield made.Prose("info", info)
        yield from (self._figure(image, image.id) for image in told.images)
        yield from map(self._block, told.body)

    def _block(self, item: BodyItem) -> made.Block:
        conditions = self._conditions(item.when)
        if item.image is not None:
            return replace(self._figure(item.image, item.id), conditions=conditions)
        if item.code is not None:
            return made.Code(item.id, item.key, item.code.language, item.code.text, conditions)
        return made.Prose(item.id, self.speaker.text(item, "text"), conditions)

    def _field(self, field: source.Field) -> made.Field:
        say = self.speaker
        return made.Field(
            id=field.id,
            anchor=field.key,
            label=say.text(field, "label"),
            enter=say.maybe(field, "enter"),
            choices=self._choices(field.choose),
            example=say.maybe(field, "example"),
            required=field.required,
            secret=field.secret,
            figures=tuple(self._figure(image, image.id) for image in field.images),
            was=self._former.get(field.key, ()),
            kind=field.kind,
        )

    def _figure(self, image: Picture, name: str) -> made.Figure:
        say = self.speaker
        file = self.gallery.file(image.src)
        return made.Figure(
            id=name,
            anchor=image.key,
            path=f"images/{image.src}",
            width=file.width,
            height=file.height,
            alt=say.maybe(image, "alt"),
            decorative=image.decorative,
            caption=say.maybe(image, "caption"),
            marks=tuple(
                made.Mark(mark.id, mark.key, index, *mark.at_, say.text(mark, "text"))
                for index, mark in enumerate(image.marks, 1)
            ),
            locale=self.gallery.locale(image.src),
        )

    def _revision(self) -> str:
        """A digest of the structure, the texts of this locale and the pictures."""
        return revision.of([plain(self.bundle.folder.guide), list(self.speaker.fingerprint()), self._digests])[:8]
