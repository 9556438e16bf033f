"""What the page of a guide says, in which order: the same for every flavour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stepsheet.exporting.flavour import Flavour, Task
from stepsheet.exporting.links import Links
from stepsheet.exporting.parts import Parts
from stepsheet.exporting.piece import NOTHING, Made, Piece, Told, growing, line, run, stack
from stepsheet.exporting.words import Words
from stepsheet.localize.document import Block, Document, Section, Step
from stepsheet.model.element import join
from stepsheet.model.terms import Importance

_NAMES = {"danger": "Danger", "warning": "Warning", "caution": "Caution", "note": "Note", "tip": "Tip"}
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class GuidePage:
    """Writes one document."""

    document: Document
    parts: Parts
    links: Links

    @property
    def flavour(self) -> Flavour:
        """How it is written."""
        return self.parts.flavour

    @property
    def words(self) -> Words:
        """What writes its texts."""
        return self.parts.words

    def piece(self) -> Piece:
        """The whole page."""
        document = self.document
        head = self.flavour.head(document.title, document.summary, self.words)
        return stack(
            [
                self.told(stack([head, self.facts()]), document.body, ""),
                *self.needs(),
                *self.options(),
                self.parts.warnings(document.warnings),
                *(self.section(section) for section in document.sections),
                *self.ending("What you have now", [self.words.prose(document.outcome)] if document.outcome else []),
                *self.ending("What to do next", list(self.neighbours())),
            ]
        )

    def facts(self) -> Piece:
        """How long it takes, when it was checked, where it comes from."""
        document, say, interface = self.document, self.words.say, self.words.interface
        facts = []
        if document.time:
            facts.append(say("Takes %(time)s", time=interface.duration(document.time)))
        if document.reviewed:
            facts.append(say("Checked on %(date)s", date=interface.date(document.reviewed)))
        told = run(Made(f"_{self.words.made(' · '.join(facts))}_", " · ".join(facts))) if facts else NOTHING
        return stack([told, self.origin()])

    def origin(self) -> Piece:
        """Where the facts come from."""
        origin = self.document.origin
        if not origin:
            return NOTHING
        label = self.words.say("Source:")
        title = self.words.link(origin.title, origin.url) if origin.url else self.words.line(origin.title)
        return run(Made(f"{self.words.made(label)} ", f"{label} "), *title)

    def needs(self) -> list[Piece]:
        """What to have at hand."""
        if self.document.needs is None:
            return []
        needs = [run(*self.words.line(need.text)) for need in self.document.needs]
        nothing = self.parts.made("You need nothing for this.")
        return self.ending("Before you start", [self.flavour.bullets(needs, "[ ] ") if needs else nothing])

    def options(self) -> list[Piece]:
        """The questions, with their answers."""
        options = self.document.options
        if not options:
            return []
        asked = [
            stack([run(*self.words.line(option.ask)), self.parts.choices(option.choices)], 0) for option in options
        ]
        many = "Your answer decides which steps you need", "Your answers decide which steps you need"
        intro = self.words.interface.ngettext(*many, len(options))
        return [line(self.words.made(f"{intro}:")), self.flavour.bullets(asked)]

    def section(self, section: Section) -> Piece:
        """A section with its heading."""
        level = min(section.level + 1, _DEEPEST - 1)
        told: list[Made | Told] = [*self.words.title(section.title)]
        if section.importance is not Importance.REQUIRED:
            word = self.words.say(section.importance.value)
            told.append(Made(f" ({self.words.made(word)})", f" ({word})"))
        heading = self.flavour.heading(level, told, self.anchor(section.anchor))
        begin = stack([heading, *self.parts.conditions(section.conditions)])
        return stack(
            [
                begin if section.body else growing(begin, join(section.anchor, "info")),
                self.parts.warnings(section.warnings),
                *(self.parts.block(block) for block in section.body),
                self.flavour.steps([self.task(step) for step in section.steps], level, self.words),
                *(self.parts.block(block) for block in section.after),
            ]
        )

    def task(self, step: Step) -> Task:
        """A step in the pieces that a flavour puts together."""
        conditions = stack(self.parts.conditions(step.conditions))
        rest = [
            self.told(conditions, step.body, step.anchor),
            self.flavour.bullets([self.parts.field(field) for field in step.fields]),
            *self.after(step),
            self.flavour.substeps([self.task(inner) for inner in step.steps], self.words),
            *([self.parts.made("A second person checks this step.")] if step.verify else []),
        ]
        return Task(step.number, self.parts.warnings(step.warnings), step.do, self.anchor(step.anchor), stack(rest))

    def after(self, step: Step) -> Iterator[Piece]:
        """What the reader sees when it worked, and what to do when it did not."""
        if step.expect:
            yield self.words.prose(step.expect, self.words.say("Expected result:"))
        if step.if_not:
            yield self.words.prose(step.if_not, self.words.say("If it did not work:"))

    def told(self, begin: Piece, body: Sequence[Block], key: str) -> Piece:
        """What explains a guide, a section or a step, after its beginning; where nothing does, something may come."""
        if not body:
            return growing(begin, join(key, "info"))
        return stack([begin, *(self.parts.block(block) for block in body)])

    def ending(self, title: str, pieces: list[Piece]) -> list[Piece]:
        """Pieces below a heading of the export; nothing where there are none."""
        return (
            [self.flavour.heading(2, [Made(self.words.made(self.words.say(title)), "")], ""), *pieces] if pieces else []
        )

    def neighbours(self) -> Iterator[Piece]:
        """The guides to follow after this one, as far as they are in the tree."""
        for neighbour in self.document.next:
            way = self.links.way(f"guide:{neighbour.id}", f"guide:{self.document.id}")
            if way:
                yield self.flavour.neighbour(self.words.spoken(neighbour.title), way, self.words)

    def anchor(self, path: str) -> str:
        """The anchor of a section or a step, empty where nothing leads to it."""
        return self.links.heading(f"guide:{self.document.id}", path)
