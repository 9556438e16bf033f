"""The parts of a guide that stand in many places of its page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from stepsheet.exporting.flavour import Flavour
from stepsheet.exporting.piece import Made, Piece, Told, line, run, stack
from stepsheet.exporting.words import Words
from stepsheet.localize import document as made
from stepsheet.model.element import join
from stepsheet.model.terms import FieldKind
from stepsheet.render.markdown.listing import language, lines, listing
from stepsheet.skeleton import Part, Slot

NAMES = {"danger": "Danger", "warning": "Warning", "caution": "Caution", "note": "Note", "tip": "Tip"}


@dataclass(frozen=True, slots=True)
class Parts:
    """Writes parts of one guide; `folder` is the way from its page to the folder of its pictures."""

    flavour: Flavour
    words: Words
    folder: str

    def warnings(self, warnings: Iterable[made.Warning]) -> Piece:
        """Hazards, one after the other."""
        return stack(self.warning(warning) for warning in warnings)

    def warning(self, warning: made.Warning) -> Piece:
        """A hazard: what it is, what can happen, what to do."""
        parts = [run(*self.words.line(warning.text))]
        if warning.info:
            parts.append(self.words.prose(warning.info))
        for label, text in (("What can happen:", warning.consequence), ("What to do:", warning.avoid)):
            if text:
                parts.append(run(*self._label(label), *self.words.line(text)))
        return self.flavour.hint(warning.kind, self.words.say(NAMES[warning.kind.value]), parts)

    def field(self, field: made.Field) -> Piece:
        """What to enter or choose."""
        parts: list[Made | Told] = list(self.words.bold(field.label, ":"))
        if field.enter:
            parts += [Made(" ", " "), *self.words.line(field.enter)]
        if field.required is not None:
            word = self.words.say("required" if field.required else "optional")
            parts.append(Made(f" _({self.words.made(word)})_", f" ({word})"))
        if field.kind is not FieldKind.TEXT:
            word = self.words.say(field.kind.value)
            parts.append(Made(f" _({self.words.made(word)})_", f" ({word})"))
        begin = stack([run(*parts), self.choices(field.choices)], 0)
        return stack([begin, *self._example(field), *(self.figure(figure) for figure in field.figures)])

    def _example(self, field: made.Field) -> Iterator[Piece]:
        """A value to copy, or where to keep a secret."""
        if field.example:
            label = self.words.say("Example:")
            yield run(Made(f"{self.words.made(label)} ", f"{label} "), *self.words.code(field.example))
        if field.secret:
            yield self.made("Keep it in the password manager")

    def choices(self, choices: Iterable[made.Choice]) -> Piece:
        """Answers to a question or values of a field; `yes` and `no` are the export's own."""
        return self.flavour.bullets(
            [run(*self.words.line(choice.label)) if choice.label.key else self._plain(choice) for choice in choices]
        )

    def _plain(self, choice: made.Choice) -> Piece:
        """An answer whose word is the export's own."""
        return line(self.words.made(choice.label.value))

    def block(self, block: made.Block) -> Piece:
        """A text, a picture or a listing, after the conditions it has."""
        match block:
            case made.Figure():
                shown = self.figure(block)
            case made.Code():
                shown = self.listing(block)
            case _:
                shown = self.words.prose(block.text)
        return stack([*self.conditions(block.conditions), shown])

    def listing(self, code: made.Code) -> Piece:
        """made.Code, byte for byte."""
        written = listing(lines(code.text), language(code.language)).split("\n")
        return Piece(tuple(written), (Slot(join(code.anchor, "text"), Part.CODE, 0, len(written) - 1),))

    def figure(self, figure: made.Figure) -> Piece:
        """A picture, and what its marks point at."""
        address = self.folder + figure.path.removeprefix("images/")
        marks = [run(*self.words.line(mark.text)) for mark in figure.marks]
        shown = self.flavour.figure(figure, address, self.words)
        file = Slot(join(figure.anchor, "src"), Part.FILE, 0, len(shown.lines) - 1)
        return stack([replace(shown, slots=(*shown.slots, file)), self.flavour.numbers(marks)])

    def conditions(self, clauses: Sequence[made.Condition]) -> list[Piece]:
        """Who needs it, in words."""
        if not clauses:
            return []
        said = "; ".join(map(self._clause, clauses))
        return [run(Made(f"_{self.words.made(self.words.say('Only if:'))}_ {self.words.made(said)}.", ""))]

    def _clause(self, clause: made.Condition) -> str:
        """One condition in words."""
        answers = [self.words.spoken(answer.label) for answer in clause.answers]
        return f"{self.words.spoken(clause.ask)} — {self.words.interface.join(answers, style='or')}"

    def _label(self, message: str) -> Iterator[Made]:
        """Words in bold that lead a text in."""
        words = self.words.say(message)
        yield Made(f"**{self.words.made(words)}** ", f"{words} ")

    def made(self, message: str) -> Piece:
        """An interface string as a paragraph."""
        return line(self.words.made(self.words.say(message)))
