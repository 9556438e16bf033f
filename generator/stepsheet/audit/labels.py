"""The words of the interface that a page says with the parts of a guide: kinds, numbers, headings of columns, effects.

They are claimed like texts. More words of the interface may stand beside them, and in another order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from stepsheet.audit import effects
from stepsheet.audit.claims import Claim, Claims, Part
from stepsheet.audit.effects import Task
from stepsheet.audit.telling import LABEL
from stepsheet.diagnostics import Location
from stepsheet.localize.interface import Interface
from stepsheet.model import guide as source
from stepsheet.model.body import BodyItem, Image, Mark, Picture
from stepsheet.model.guide import Field, Option, Section, Step, SubStep
from stepsheet.model.terms import FieldKind, Importance
from stepsheet.model.text import Kind
from stepsheet.model.values import YES_NO

# The words before a text, by its name.
BEFORE = {
    "consequence": "What can happen:",
    "avoid": "What to do:",
    "expect": "Expected result:",
    "if_not": "If it did not work:",
}
_EFFECTS = (
    ("plus the section", "plus the sections"),
    ("plus step", "plus steps"),
    ("see the section", "see the sections"),
    ("see step", "see steps"),
)
IMPORTANCE = {Importance.RECOMMENDED: "Recommended", Importance.OPTIONAL: "Optional"}


def count(sections: Sequence[Section]) -> int:
    """How many boxes for steps some sections have."""
    return sum(1 + len(step.steps) for section in sections for step in section.steps)


def numbers(claims: Claims) -> dict[str, str]:
    """The number of every step by its id path, counted through the guide."""
    made: dict[str, str] = {}
    steps = (step for section in claims.bundle.guide.sections for step in section.steps)
    for number, step in enumerate(steps, 1):
        made[step.key] = str(number)
        made |= {inner.key: f"{number}.{index}" for index, inner in enumerate(step.steps, 1)}
    return made


@dataclass(frozen=True)
class Speech:
    """Claims words of the interface in the locale of a guide."""

    claims: Claims

    @cached_property
    def interface(self) -> Interface:
        """The words."""
        return Interface(self.claims.locale)

    def label(self, owner: str, text: str, at: Location, locale: str | None = None) -> Claim:
        """Words as they stand on the page; their language is that of the page unless another is given."""
        spoken = self.claims.locale if locale is None else locale
        return Claim(f"{owner} {text}", LABEL, owner, text, Kind.PLAIN, spoken, "translated", at, loose=True)

    def say(self, owner: str, message: str, at: Location) -> Claim:
        """The interface's string for an English message."""
        return self.label(owner, self.interface.gettext(message), at)

    def plural(self, owner: str, forms: tuple[str, str], number: int, at: Location) -> Claim:
        """The plural form for a number."""
        return self.label(owner, self.interface.ngettext(*forms, number), at)

    def told(self, claims: Sequence[Claim]) -> Iterator[Claim]:
        """Conditions in their order, each with what stands before it; other texts as they are."""
        for claim in claims:
            if claim.lead:
                yield replace(self.label(claim.owner, claim.lead, claim.at), key=f"{claim.key} {claim.lead}")
            yield replace(claim, floating=False, loose=True) if claim.floating else claim


@dataclass(frozen=True)
class PartLabels(Speech):
    """The texts of the parts of a guide with the words around them, in the order of a page."""

    @cached_property
    def _numbers(self) -> dict[str, str]:
        return numbers(self.claims)

    def of(self, part: Part, own: Sequence[Claim]) -> Iterator[Claim]:
        """All that must be said in a part; `own` are its texts."""
        told = list(self.told(own))
        match part.element:
            case source.Warning() as hazard:
                yield self.say(part.key, hazard.kind.value.capitalize(), hazard.at("kind"))
                yield from (one for claim in told for one in self._named(part, claim))
            case Section() as section:
                yield from self._section(part, section, told)
            case Step() | SubStep() as task:
                yield from self._task(part, task, told)
            case Field() as field:
                yield from self._field(part, field, told)
            case Option() as option:
                yield from self._option(part, option, told)
            case Mark():
                yield self.label(part.key, self._place(part), part.at)
                yield from told
            case BodyItem() | Image():
                yield from self._shown(part)
                yield from told
            case _:
                yield from told

    def _place(self, part: Part) -> str:
        """The number of a mark on its picture."""
        marks = [one.key for one in self.claims.parts if one.parent == part.parent and isinstance(one.element, Mark)]
        return str(marks.index(part.key) + 1)

    def _named(self, part: Part, claim: Claim) -> Iterator[Claim]:
        """A text behind the words that say what it is."""
        if claim.key == f"{part.key}.{claim.name}" and claim.name in BEFORE:
            yield self.say(part.key, BEFORE[claim.name], claim.at)
        yield claim

    def _shown(self, part: Part) -> Iterator[Claim]:
        held = part.element
        picture = held if isinstance(held, Picture) else getattr(held, "image", None)
        code = getattr(held, "code", None)
        if picture and not picture.decorative and not picture.alt:
            yield self.say(part.key, "Picture without a description", part.at)
        if code and code.language:
            yield self.label(part.key, code.language, code.at("language"), "")

    def _section(self, part: Part, section: Section, told: Sequence[Claim]) -> Iterator[Claim]:
        yield from (claim for claim in told if claim.key == f"{part.key}.title")
        if section.importance in IMPORTANCE:
            yield self.say(part.key, IMPORTANCE[section.importance], section.at("importance"))
        total = count([section])
        if total:
            values = {"done": self.interface.number(0), "total": self.interface.number(total)}
            yield self.label(part.key, self.interface.gettext("%(done)s of %(total)s", values), part.at)
        yield from (claim for claim in told if claim.key != f"{part.key}.title")

    def _task(self, part: Part, task: Task, told: Sequence[Claim]) -> Iterator[Claim]:
        table = list(self._table(part, task))
        for claim in told:
            if claim.key == f"{part.key}.do":
                yield self.label(part.key, self._numbers[part.key], part.at)
            if claim.key in {f"{part.key}.expect", f"{part.key}.if_not"}:
                yield from table
                table = []
            yield from self._named(part, claim)
        yield from table
        if task.verify:
            yield self.say(part.key, "A second person checks this step.", task.at("verify"))

    def _table(self, part: Part, task: Task) -> Iterator[Claim]:
        """The heads of the columns."""
        if task.fields:
            names = ["Done", "Field", "What to enter or choose"]
            names += ["Example"] if any(field.example for field in task.fields) else []
            yield from (self.say(part.key, name, part.at) for name in names)

    def _field(self, part: Part, field: Field, told: Sequence[Claim]) -> Iterator[Claim]:
        choices = [f"{choice.key}.label" for choice in field.choose]
        secret = [self.say(part.key, "Keep it in the password manager", field.at("secret"))] if field.secret else []
        for claim in told:
            if choices and claim.key == choices[0]:
                yield self.say(part.key, "Choose:", field.at("choose"))
            if claim.key == f"{part.key}.example":
                yield from secret
                secret = []
                yield self.say(part.key, "Example", claim.at)
            yield claim
            if claim.key == f"{part.key}.label" and field.required is not None:
                yield self.say(part.key, "required" if field.required else "optional", field.at("required"))
            if claim.key == f"{part.key}.label" and field.kind is not FieldKind.TEXT:
                yield self.say(part.key, field.kind.value, field.at("kind"))
        yield from secret

    def _option(self, part: Part, option: Option, told: Sequence[Claim]) -> Iterator[Claim]:
        yield from (claim for claim in told if claim.key == f"{part.key}.ask")
        for choice in option.choices:
            yield from (claim for claim in told if claim.key == f"{choice.key}.label")
            yield from self._effects(part, option, choice.id)
        for answer in () if option.choices else YES_NO:
            yield self.say(part.key, answer, part.at)
            yield from self._effects(part, option, answer)

    def _effects(self, part: Part, option: Option, answer: str) -> Iterator[Claim]:
        """What an answer changes: the sections and steps it adds, and those in which it adds something."""
        made = effects.of(self.claims.bundle.guide, option, answer)
        parts = (made.sections, made.steps, made.in_sections, made.in_steps)
        for forms, changed in zip(_EFFECTS, parts, strict=True):
            if changed:
                yield self.plural(part.key, forms, len(changed), part.at)
                yield from (self._reference(part, one) for one in changed)
        if not any(parts):
            yield self.say(part.key, "no extra steps", part.at)

    def _reference(self, part: Part, to: Section | Task) -> Claim:
        """The title of a section, or the number of a step, where another part names it."""
        if not isinstance(to, Section):
            return self.label(part.key, self._numbers[to.key], part.at)
        title = self.claims.by_key[f"{to.key}.title"]
        return replace(title, key=f"{part.key} {to.key}", owner=part.key, at=part.at, loose=True)
