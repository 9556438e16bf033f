"""The steps of a sheet: what each shows, in order, and what may not be torn apart by the end of a page."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as default
from typing import Any

from stepsheet.localize.document import Block, Code, Condition, Field, Figure, Prose, Step, Text, Warning  # noqa: A004 - the term
from stepsheet.localize.interface import Interface
from stepsheet.render.html import plain
from stepsheet.render.passages import passages
from stepsheet.render.sheet import size, words
from stepsheet.render.sheet.blanks import Blanks
from stepsheet.render.sheet.fields import Fields
from stepsheet.render.sheet.order import Form
from stepsheet.render.sheet.size import Room
from stepsheet.render.sheet.tailoring import Missed, Tailoring
from stepsheet.render.sheet.typed import Typist, label, unmarked

Data = dict[str, Any]
# How large a pixel may get on paper, in millimetres (96 to the inch).
_PIXEL = 25.4 / 96


@dataclass(frozen=True, slots=True)
class Steps:
    """Turns steps into data for the template. `pictures` are files by their path in the guide, None for no pictures."""

    typist: Typist
    interface: Interface
    pictures: Mapping[str, str] | None
    form: Form = Form.TEXT
    tailoring: Tailoring = default(default_factory=Tailoring)
    blanks: Blanks = default(default_factory=Blanks)
    _anchors: frozenset[str] = default(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_anchors", frozenset(target.anchor for target in self.typist.targets.values()))

    @property
    def room(self) -> Room:
        """What a page of this form has room for."""
        return size.LARGE if self.form is Form.LARGE else size.NORMAL

    def label(self, anchor: str) -> str | None:
        """The anchor as a label of the sheet."""
        name = label(self.blanks.guide, anchor)
        return name if name in self._anchors else None

    def step(self, step: Step) -> Data:
        """One step with its parts and its sub-steps, or one line that says why it is not needed."""
        if missed := self.tailoring.missed(step.conditions):
            return {"label": self.label(step.anchor), "number": step.number, "unneeded": self.unneeded(missed)}
        here = words.step(step.number, self.interface)
        return replace(self, typist=replace(self.typist, here=here)).placed(step)

    def placed(self, step: Step) -> Data:
        """A step, its texts knowing which one they belong to."""
        parts = [*self.body(step.body), *self._fields(step.fields), *self._results(step)]
        return {
            "label": self.label(step.anchor),
            "number": step.number,
            "blank": self.blanks.tick(f"step/{step.anchor}", f"{step.number}. {plain(step.do)}"),
            "conditions": self.conditions(step.conditions),
            "warnings": [self.warning(warning) for warning in step.warnings],
            "do": self.typist.line(step.do),
            "parts": parts,
            "verify": self._verified(step) if step.verify else None,
            **self._together(step, parts),
            "steps": [self.step(inner) for inner in step.steps],
        }

    def _verified(self, step: Step) -> Data:
        said = words.words(self.interface)["verified"]
        return {"blank": self.blanks.text(f"check/{step.anchor}", f"{step.number}. {said}")}

    def warning(self, warning: Warning) -> Data:
        """A hazard: its signal word, what it is, what happens, how to avoid it."""
        more = [text for text in (warning.consequence, warning.avoid) if text is not None]
        return {
            "kind": warning.kind.value,
            "word": words.kinds(self.interface)[warning.kind.value],
            "text": self.typist.line(warning.text),
            "more": [self.typist.line(text) for text in more],
            "info": None if warning.info is None else self.typist.block(warning.info),
            "keep": self.room.texts(_words([warning])) <= self.room.page,
        }

    def unneeded(self, missed: Missed) -> list[Data]:
        """Why a part is not needed: the question and the answer that was given."""
        return [self.typist.line(missed.ask), _said(self.interface.marks.dash), self.typist.line(missed.answer.label)]

    def conditions(self, conditions: Iterable[Condition]) -> list[list[Data]]:
        """Each condition without an answer in words: the question, and the answers that call for the step."""
        left = self.tailoring.left(conditions)
        return [[self.typist.line(one.ask), _said(self.interface.marks.dash), *self._answers(one)] for one in left]

    def _answers(self, condition: Condition) -> Iterator[Data]:
        """The answers as a list of alternatives, each in its own language."""
        slots = [f"{{{index}}}" for index in range(len(condition.answers))]
        for piece in re.split(r"({\d+})", self.interface.join(slots, "or")):
            if piece in slots:
                yield self.typist.line(condition.answers[slots.index(piece)].label)
            elif piece:
                yield _said(piece)

    def body(self, blocks: Iterable[Block]) -> list[Data]:
        """What explains a guide, a section or a step; what is for one answer only stands under its condition."""
        parts: list[Data] = []
        for passage in passages(blocks) if self.form.explains else ():
            if self.tailoring.missed(passage.conditions):
                continue
            held, left = list(self._blocks(passage.blocks)), self.tailoring.left(passage.conditions)
            parts += [self._case(left, held)] if left and held else held
        return parts

    def _case(self, conditions: tuple[Condition, ...], held: list[Data]) -> Data:
        lines = len(conditions) + sum(part["lines"] for part in held)
        keep = lines <= self.room.short
        return {"k": "case", "conditions": self.conditions(conditions), "parts": held, "lines": lines, "keep": keep}

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Data]:
        """Blocks one after the other; pictures that follow each other stand side by side."""
        row: list[Figure] = []
        for block in blocks:
            if isinstance(block, Figure):
                row.append(block)
                continue
            yield from self._figures(row)
            row = []
            yield self._block(block)
        yield from self._figures(row)

    def _block(self, block: Prose | Code) -> Data:
        if isinstance(block, Code):
            return {"k": "code", "v": unmarked(block.text).rstrip("\n"), "lines": self.room.text(block.text)}
        return {"k": "prose", "text": self.typist.block(block.text), "lines": self.room.text(block.text.value)}

    def _figures(self, figures: Iterable[Figure]) -> Iterator[Data]:
        """A row of pictures, when the sheet has pictures."""
        found = [(figure, self.pictures[figure.path]) for figure in figures] if self.pictures is not None else []
        if found:
            shown = [self._figure(figure, file) for figure, file in found]
            yield {"k": "figures", "figures": shown, "lines": self.room.figures(len(shown))}

    def _figure(self, figure: Figure, file: str) -> Data:
        width, height = max(figure.width, 1), max(figure.height, 1)
        scale = min(self.room.picture[0] / width, self.room.picture[1] / height, _PIXEL)
        return {
            "file": file,
            "width": round(width * scale, 2),
            "height": round(height * scale, 2),
            "alt": self._alt(figure),
            "caption": self._optional(figure.caption),
            "marks": [
                {"number": str(mark.number), "x": mark.x, "y": mark.y, "text": self.typist.line(mark.text)}
                for mark in figure.marks
            ],
        }

    def _alt(self, figure: Figure) -> Data | None:
        """What is read out for a picture: PDF/UA-1 (7.3) wants words for each that is no decoration."""
        if figure.alt is None:
            return None if figure.decorative else {"c": [], "v": words.no_alt(self.interface)}
        return self.typist.plain(figure.alt) | {"v": figure.alt.value}

    def _fields(self, fields: tuple[Field, ...]) -> Iterator[Data]:
        """The table of what to enter, and the pictures of its fields after it."""
        if fields:
            yield Fields(self.typist, self.interface, self.room, self.blanks).table(fields)
            yield from self._figures(figure for one in fields for figure in one.figures)

    def _results(self, step: Step) -> Iterator[Data]:
        """What the reader sees when it worked, and what to do when not."""
        told = (("expect", step.expect), ("if_not", step.if_not if self.form.explains else None))
        given = [(key, text) for key, text in told if text is not None]
        if given:
            lines = self.room.texts(text.value for _, text in given)
            results = [{"word": key, "text": self.typist.block(text)} for key, text in given]
            yield {"k": "results", "results": results, "lines": lines, "keep": lines <= self.room.short}

    def _optional(self, text: Text | None) -> Data | None:
        return None if text is None else self.typist.line(text)

    def _together(self, step: Step, parts: list[Data]) -> Data:
        """What the end of a page may not part.

        `head` of the parts stay with the warnings and the sentence, if that fits a page (`keep`); `sticky` says that
        the next part begins on the same page.
        """
        top = self.room.texts(_words(step.warnings)) + 2 * len(step.warnings) + len(step.conditions)
        top += self.room.text(step.do.value, 0.8)
        if top + sum(part["lines"] for part in parts) <= self.room.short:
            return {"head": len(parts), "keep": True, "sticky": bool(step.steps and not parts)}
        first = parts[0]["lines"] if parts else 0
        head = 1 if 0 < first <= self.room.short else 0
        rest = parts[head:]
        # A sentence alone goes with what follows it; a form and a picture go with the sentence they belong to.
        sticky = rest[0]["k"] in {"fields", "figures"} or not head if rest else bool(step.steps and not parts)
        return {"head": head, "keep": top + head * first <= self.room.page, "sticky": sticky}


def _said(words_: str) -> Data:
    """Words of the sheet's own between typed texts."""
    return {"c": [{"t": "text", "v": words_}]}


def _words(warnings: Iterable[Warning]) -> Iterator[str]:
    for warning in warnings:
        texts = (warning.text, warning.consequence, warning.avoid, warning.info)
        yield from (text.value for text in texts if text is not None)
