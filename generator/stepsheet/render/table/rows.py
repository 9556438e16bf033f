"""What stands in which row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from stepsheet.localize.document import Condition, Document, Section, Step, Text
from stepsheet.localize.document import Warning as Hazard
from stepsheet.render.sheet import words as said
from stepsheet.render.site import Site
from stepsheet.render.table.words import Words


@dataclass(frozen=True, slots=True)
class Row:
    """One row, each value a text that may have several lines, empty where there is nothing to say.

    `anchor` is its place on the page. A row that is not `tickable` tells what to know before the rows below it.
    """

    anchor: str
    number: str = ""
    only_if: str = ""
    warnings: str = ""
    action: str = ""
    details: str = ""
    fields: str = ""
    expect: str = ""
    if_not: str = ""
    tickable: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of a section, or of what comes before the first one; `title` has no number, `number` may be empty."""

    anchor: str
    number: str
    title: str
    rows: tuple[Row, ...]


def parts(document: Document, site: Site) -> tuple[Part, ...]:
    """The whole guide as rows, part by part; a part that says nothing is left out."""
    table = _Table(document, site, Words(document, site))
    made = (table.beginning(), *(table.section(section) for section in document.sections), table.end())
    return tuple(part for part in made if part.rows)


def holding(document: Document, section: Section) -> tuple[Condition, ...]:
    """The conditions of a section, after those of the sections that it belongs to."""
    sections, level = document.sections, section.level + 1
    held: tuple[Condition, ...] = ()
    for one in reversed(sections[: sections.index(section) + 1]):
        if one.level < level:
            level, held = one.level, (*one.conditions, *held)
    return held


@dataclass(frozen=True, slots=True)
class _Table:
    document: Document
    site: Site
    words: Words

    def beginning(self) -> Part:
        """What holds for the whole guide, and the things to have at hand."""
        document, _ = self.document, self.site.interface.gettext
        none = [_("You need nothing for this.")] if document.needs == () else []
        told = "\n".join(filter(None, (self.words.body(document.body), *none)))
        about = Row("", warnings=self._hazards(document.warnings), details=told)
        needs = [Row(need.anchor, action=self.words.line(need.text), tickable=True) for need in document.needs or ()]
        return Part("", "", _("Before you start"), (*_telling(about), *needs))

    def section(self, section: Section) -> Part:
        """A section: what it says, its steps, what it says after them. What it is for is said of each of its steps."""
        holds = holding(self.document, section)
        name = self.site.interface.gettext("section %(number)s", {"number": section.number})
        about = Row(
            section.anchor,
            number=name,
            warnings=self._hazards(section.warnings),
            details=self.words.body(section.body),
        )
        after = Row(section.anchor, number=name, details=self.words.body(section.after))
        only_if = self.words.conditions(holds)
        rows = [*_telling(about), *self._steps(section.steps, holds), *_telling(after)]
        return Part(
            section.anchor,
            section.number,
            self._title(section),
            tuple(row if row.tickable else replace(row, only_if=only_if) for row in rows),
        )

    def end(self) -> Part:
        """What the reader has in the end."""
        title = self.site.interface.gettext("What you have now")
        outcome = self._block(self.document.outcome)
        return Part("ss:outcome", "", title, tuple(_telling(Row("ss:outcome", details=outcome))))

    def _title(self, section: Section) -> str:
        importance = said.importance(self.site.interface, section.importance)
        return self.words.line(section.title) + (f" ({importance})" if importance else "")

    def _steps(self, steps: Iterable[Step], holds: tuple[Condition, ...]) -> Iterator[Row]:
        for step in steps:
            conditions = tuple(dict.fromkeys((*holds, *step.conditions)))
            yield self._step(step, conditions)
            yield from self._steps(step.steps, conditions)

    def _step(self, step: Step, conditions: tuple[Condition, ...]) -> Row:
        return Row(
            step.anchor,
            number=said.step(step.number, self.site.interface),
            only_if=self.words.conditions(conditions),
            warnings=self._hazards(step.warnings),
            action=self.words.line(step.do),
            details=self.words.body(step.body),
            fields="\n\n".join(map(self.words.field, step.fields)),
            expect=self._block(step.expect),
            if_not=self._block(step.if_not),
            tickable=True,
        )

    def _hazards(self, hazards: Iterable[Hazard]) -> str:
        return "\n\n".join(map(self.words.warning, hazards))

    def _block(self, text: Text | None) -> str:
        return self.words.block(text) if text else ""


def _telling(row: Row) -> list[Row]:
    """The row, unless there is nothing in it."""
    return [row] if row.warnings or row.details else []
