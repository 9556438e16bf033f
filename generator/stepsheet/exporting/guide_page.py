"""What the page of a guide says, in which order: the same for every flavour."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stepsheet.exporting.flavour import Flavour, Task
from stepsheet.exporting.links import Links
from stepsheet.exporting.piece import NOTHING, Made, Piece, Told, framed, growing, line, run, stack
from stepsheet.exporting.words import Words
from stepsheet.localize.document import Block, Choice, Code, Condition, Document, Field, Figure, Section, Step, Warning
from stepsheet.model.element import join
from stepsheet.model.terms import Importance
from stepsheet.render.markdown.listing import language, lines, listing
from stepsheet.skeleton import Part, Slot

_NAMES = {"danger": "Danger", "warning": "Warning", "caution": "Caution", "note": "Note", "tip": "Tip"}
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class GuidePage:
    """Writes one document; `folder` is the way from its page to the folder of its pictures."""

    document: Document
    flavour: Flavour
    words: Words
    links: Links
    folder: str

    def piece(self) -> Piece:
        """The whole page."""
        document, say = self.document, self.words.say
        head = self.flavour.head(document.title, document.summary, self.words)
        return stack(
            [
                self.told(head, document.body, ""),
                self.facts(),
                *self.needs(),
                *self.options(),
                self.warnings(document.warnings),
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
        nothing = self.made("You need nothing for this.")
        return self.ending("Before you start", [self.flavour.bullets(needs, "[ ] ") if needs else nothing])

    def options(self) -> list[Piece]:
        """The questions, with their answers."""
        options = self.document.options
        if not options:
            return []
        asked = [stack([run(*self.words.line(option.ask)), self.choices(option.choices)], 0) for option in options]
        many = "Your answer decides which steps you need", "Your answers decide which steps you need"
        intro = self.words.interface.ngettext(*many, len(options))
        return [line(self.words.made(f"{intro}:")), self.flavour.bullets(asked)]

    def choices(self, choices: Iterable[Choice]) -> Piece:
        """Answers to a question or values of a field; `yes` and `no` are the export's own."""
        return self.flavour.bullets(
            [run(*self.words.line(choice.label)) if choice.label.key else self.plain(choice) for choice in choices]
        )

    def plain(self, choice: Choice) -> Piece:
        return line(self.words.made(choice.label.value))

    def warnings(self, warnings: Iterable[Warning]) -> Piece:
        return stack(self.warning(warning) for warning in warnings)

    def warning(self, warning: Warning) -> Piece:
        """A hazard: what it is, what can happen, what to do."""
        parts = [run(*self.words.line(warning.text))]
        if warning.info:
            parts.append(self.words.prose(warning.info))
        for label, text in (("What can happen:", warning.consequence), ("What to do:", warning.avoid)):
            if text:
                parts.append(run(*self.label(label), *self.words.line(text)))
        return self.flavour.hint(warning.kind, self.words.say(_NAMES[warning.kind.value]), parts)

    def section(self, section: Section) -> Piece:
        """A section with its heading."""
        level = min(section.level + 1, _DEEPEST - 1)
        told: list[Made | Told] = [*self.words.title(section.title)]
        if section.importance is not Importance.REQUIRED:
            word = self.words.say(section.importance.value)
            told.append(Made(f" ({self.words.made(word)})", f" ({word})"))
        heading = self.flavour.heading(level, told, self.anchor(section.anchor))
        begin = stack([heading, *self.conditions(section.conditions)])
        return stack(
            [
                self.told(begin, section.body, section.anchor),
                self.warnings(section.warnings),
                self.flavour.steps([self.task(step) for step in section.steps], level),
                *(self.block(block) for block in section.after),
            ]
        )

    def task(self, step: Step) -> Task:
        """A step in the pieces that a flavour puts together."""
        conditions = stack(self.conditions(step.conditions))
        rest = [
            self.told(conditions, step.body, step.anchor),
            self.flavour.bullets([self.field(field) for field in step.fields]),
            *self.after(step),
            self.flavour.substeps([self.task(inner) for inner in step.steps]),
        ]
        do = self.words.line(step.do)
        return Task(step.number, self.warnings(step.warnings), do, self.anchor(step.anchor), stack(rest))

    def after(self, step: Step) -> Iterator[Piece]:
        """What the reader sees when it worked, and what to do when it did not."""
        if step.expect:
            yield self.words.prose(step.expect, self.words.say("Expected result:"))
        if step.if_not:
            yield self.words.prose(step.if_not, self.words.say("If it did not work:"))

    def field(self, field: Field) -> Piece:
        """What to enter or choose."""
        parts: list[Made | Told] = list(self.words.bold(field.label, ":"))
        if field.enter:
            parts += [Made(" ", " "), *self.words.line(field.enter)]
        if field.required is not None:
            word = self.words.say("required" if field.required else "optional")
            parts.append(Made(f" _({self.words.made(word)})_", f" ({word})"))
        begin = stack([run(*parts), self.choices(field.choices)], 0)
        return stack([begin, *self.example(field), *(self.figure(figure) for figure in field.figures)])

    def example(self, field: Field) -> Iterator[Piece]:
        if field.example:
            label = self.words.say("Example:")
            yield run(Made(f"{self.words.made(label)} ", f"{label} "), *self.words.code(field.example))
        if field.secret:
            yield self.made("Keep it in the password manager")

    def told(self, begin: Piece, body: Sequence[Block], key: str) -> Piece:
        """What explains a guide, a section or a step, after its beginning; where nothing does, something may come."""
        if not body:
            return growing(begin, join(key, "info"))
        return stack([begin, *(self.block(block) for block in body)])

    def block(self, block: Block) -> Piece:
        """A text, a picture or a listing, after the conditions it has."""
        match block:
            case Figure():
                shown = self.figure(block)
            case Code():
                shown = self.listing(block)
            case _:
                shown = self.words.prose(block.text)
        return stack([*self.conditions(block.conditions), shown])

    def listing(self, code: Code) -> Piece:
        written = listing(lines(code.text), language(code.language)).split("\n")
        return Piece(tuple(written), (Slot(join(code.anchor, "text"), Part.CODE, 0, len(written) - 1),))

    def figure(self, figure: Figure) -> Piece:
        """A picture, and what its marks point at."""
        address = self.folder + figure.path.removeprefix("images/")
        marks = [run(*self.words.line(mark.text)) for mark in figure.marks]
        return stack([self.flavour.figure(figure, address, self.words), self.flavour.numbers(marks)])

    def conditions(self, clauses: Sequence[Condition]) -> list[Piece]:
        """Who needs it, in words."""
        if not clauses:
            return []
        said = "; ".join(map(self.clause, clauses))
        return [run(Made(f"_{self.words.made(self.words.say('Only if:'))}_ {self.words.made(said)}.", ""))]

    def clause(self, clause: Condition) -> str:
        answers = [self.words.spoken(answer.label) for answer in clause.answers]
        return f"{self.words.spoken(clause.ask)} — {self.words.interface.join(answers, style='or')}"

    def ending(self, title: str, pieces: list[Piece]) -> list[Piece]:
        """Pieces below a heading of the export; nothing where there are none."""
        return [self.flavour.heading(2, [Made(self.words.made(self.words.say(title)), "")], ""), *pieces] if pieces else []

    def neighbours(self) -> Iterator[Piece]:
        for neighbour in self.document.next:
            way = self.links.way(f"guide:{neighbour.id}", self.document.id)
            if way:
                yield self.flavour.neighbour(self.words.spoken(neighbour.title), way, self.words)

    def label(self, message: str) -> Iterator[Made]:
        words = self.words.say(message)
        yield Made(f"**{self.words.made(words)}** ", f"{words} ")

    def made(self, message: str) -> Piece:
        return line(self.words.made(self.words.say(message)))

    def anchor(self, path: str) -> str:
        return self.links.heading(f"guide:{self.document.id}", path)
