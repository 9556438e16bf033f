"""What the data of a guide must hold in one locale, computed from the author's file and its catalog.

The keys are those of docs/data-format.md. Every object knows where in the author's file its values stand.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from stepsheet.audit.claims import Claim, Claims
from stepsheet.audit.former import was
from stepsheet.diagnostics import Location
from stepsheet.localize.interface import Interface
from stepsheet.model import guide as source
from stepsheet.model.body import BodyItem, Mark, Picture, variant
from stepsheet.model.element import Element, join
from stepsheet.model.guide import Choice, Field, Guide, Section, Step, SubStep
from stepsheet.model.values import YES_NO, When

# What a key of the data is called in the author's file.
_WRITTEN = {
    "origin": "source",
    "conditions": "when",
    "choices": "choose",
    "figures": "images",
    "path": "src",
    "x": "at",
    "y": "at",
}

STEP_REVISION = re.compile("[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Record:
    """An object: `values` are JSON values, dates and durations, records and lists of records; `key` is its id path."""

    kind: str
    key: str
    place: Location
    values: Mapping[str, Any]
    element: Element | None = None

    def at(self, name: str) -> Location:
        """Where the author wrote the value of a key."""
        return self.element.at(_WRITTEN.get(name, name)) if self.element else self.place

    @property
    def told(self) -> str:
        """How people speak of it: `the step 'boil.fill'`."""
        return f"the {self.kind} {self.key!r}" if self.key else f"the {self.kind}"


@dataclass(frozen=True, slots=True)
class Recorder:
    """Records of one guide; `others` are the claims of the guides that may follow it."""

    claims: Claims
    others: Mapping[str, Claims]

    def guide(self, url: str | None) -> Record:
        """The whole guide; `url` is the address of its page."""
        guide, claims = self.claims.bundle.guide, self.claims
        values = {
            "format": "stepsheet-guide/1",
            "url": url,
            "id": claims.bundle.id,
            "locale": claims.locale,
            "source_locale": claims.source_locale,
            **self._texts(guide, "title", "summary", "outcome"),
            "body": self._body(guide),
            "category": guide.category,
            "tags": list(guide.tags),
            "time": guide.time,
            "reviewed": guide.reviewed,
            "origin": self._origin(guide),
            "needs": None if guide.needs is None else [self._part(need, "text") for need in guide.needs],
            "options": [
                self._part(one, "ask", choices=self._choices(one.choices) or self._yes_no()) for one in guide.options
            ],
            "warnings": self._warnings(guide.warnings),
            "sections": list(self._sections(guide.sections)),
            "next": [self._neighbour(name) for name in guide.next if name in self.others],
        }
        return Record("guide", "", claims.bundle.place, values | self._counts(), guide)

    def _counts(self) -> dict[str, int]:
        states = [self.claims.text(one)[2] for one in self.claims.bundle.messages_for(self.claims.locale)]
        return {state: states.count(state) for state in ("missing", "stale")}

    def _origin(self, guide: Guide) -> Record | None:
        origin = guide.source
        if origin is None:
            return None
        values = {**self._texts(origin, "title"), "url": origin.url}
        return Record("source", "", origin.location, values, origin)

    def _neighbour(self, name: str) -> Record:
        values = {"id": name, "title": _text(self.others[name].by_key["title"])}
        return Record("next guide", name, self.claims.bundle.guide.at("next"), values)

    def _sections(self, sections: Iterable[Section]) -> Iterator[Record]:
        counts: list[int] = []
        count = 0
        for section in sections:
            counts = [*counts, 0, 0, 0][: section.level]
            counts[-1] += 1
            steps = [self._step(step, str(number)) for number, step in enumerate(section.steps, count + 1)]
            count += len(steps)
            yield self._part(
                section,
                "title",
                number=".".join(str(one) for one in counts if one),
                level=section.level,
                importance=section.importance.value,
                conditions=self._conditions(section.when, section),
                warnings=self._warnings(section.warnings),
                body=self._body(section),
                steps=steps,
                after=[self._block(item) for item in section.after],
                was=was(self.claims, section.key),
            )

    def _step(self, step: Step | SubStep, number: str) -> Record:
        inner = step.steps if isinstance(step, Step) else ()
        return self._part(
            step,
            "do",
            "expect",
            "if_not",
            number=number,
            conditions=self._conditions(step.when, step),
            warnings=self._warnings(step.warnings),
            body=self._body(step),
            fields=[self._field(field) for field in step.fields],
            steps=[self._step(one, f"{number}.{index}") for index, one in enumerate(inner, 1)],
            revision=STEP_REVISION,
            was=was(self.claims, step.key),
            verify=step.verify,
        )

    def _field(self, field: Field) -> Record:
        return self._part(
            field,
            "label",
            "enter",
            "example",
            choices=self._choices(field.choose),
            required=field.required,
            secret=field.secret,
            kind=field.kind.value,
            figures=[self._figure(image, ()) for image in field.images],
            was=was(self.claims, field.key),
        )

    def _warnings(self, warnings: Iterable[source.Warning]) -> list[Record]:
        names = ("text", "consequence", "avoid", "info")
        return [self._part(warning, *names, kind=warning.kind.value) for warning in warnings]

    def _body(self, told: Guide | Section | Step | SubStep) -> list[Record]:
        info = self._texts(told, "info")["info"]
        place = told.at("info")
        texts = (
            [Record("text", f"{join(told.key, 'info')}", place, {"id": "info", "text": info, "conditions": []})]
            if info
            else []
        )
        pictures = [self._figure(image, ()) for image in told.images]
        return [*texts, *pictures, *map(self._block, told.body)]

    def _block(self, item: BodyItem) -> Record:
        conditions = self._conditions(item.when, item)
        if item.image is not None:
            return self._figure(item.image, conditions, item.id)
        if item.code is not None:
            code = item.code
            values = {"id": item.id, "anchor": item.key, "language": code.language, "text": code.text}
            return Record("listing", item.key, item.location, values | {"conditions": conditions}, code)
        texts = self._texts(item, "text")
        return Record(
            "text", item.key, item.location, {"id": item.id, "text": texts["text"], "conditions": conditions}, item
        )

    def _figure(self, image: Picture, conditions: Iterable[Record], name: str = "") -> Record:
        pictures = self.claims.bundle.folder.pictures
        own = pictures.get(variant(image.src, self.claims.locale))
        file = own or pictures[image.src]
        values = {
            "id": name or getattr(image, "id", ""),
            "anchor": image.key,
            "path": f"images/{image.src}",
            "width": file.width,
            "height": file.height,
            **self._texts(image, "alt", "caption"),
            "decorative": image.decorative,
            "marks": [self._mark(mark, number) for number, mark in enumerate(image.marks, 1)],
            "locale": self.claims.locale if own or self._is_translated(image) else self.claims.source_locale,
            "conditions": list(conditions),
        }
        return Record("picture", image.key, image.location, values, image)

    def _is_translated(self, image: Picture) -> bool:
        """Whether a picture is a drawing all words of which are in the locale."""
        bundle, locale = self.claims.bundle, self.claims.locale
        is_drawing = bundle.folder.pictures[image.src].drawing is not None
        return is_drawing and all(self.claims.text(one)[1] == locale for one in bundle.picture_messages(image.src))

    def _mark(self, mark: Mark, number: int) -> Record:
        across, down = mark.at_
        return self._part(mark, "text", number=number, x=across, y=down)

    def _conditions(self, when: When | None, part: Element) -> list[Record]:
        options = {option.id: option for option in self.claims.bundle.guide.options}
        made = []
        for name, answers in (when or {}).items():
            choices = self._choices(options[name].choices) or self._yes_no()
            values = {
                "option": name,
                "ask": self._texts(options[name], "ask")["ask"],
                "answers": [choice for choice in choices if choice.values["id"] in answers],
            }
            made.append(Record("condition", join(part.key, name), part.at("when"), values))
        return made

    def _choices(self, choices: Iterable[Choice]) -> list[Record]:
        return [
            Record("choice", one.key, one.location, {"id": one.id, **self._texts(one, "label")}, one) for one in choices
        ]

    def _yes_no(self) -> list[Record]:
        say, place = Interface(self.claims.locale).gettext, self.claims.bundle.place
        made = []
        for answer in YES_NO:
            text = {"key": "", "value": say(answer), "locale": self.claims.locale, "state": "translated"}
            made.append(Record("choice", answer, place, {"id": answer, "label": Record("text", "", place, text)}))
        return made

    def _part(self, part: Element, *texts: str, **values: object) -> Record:
        """The record of an element with an id, with its texts and other values."""
        kind = {"SubStep": "sub-step"}.get(type(part).__name__, type(part).__name__.lower())
        named = {"id": part.step_in_path, "anchor": part.key}
        return Record(kind, part.key, part.location, {**named, **self._texts(part, *texts), **values}, part)

    def _texts(self, part: Element, *names: str) -> dict[str, Record | None]:
        claims = ((name, self.claims.by_key.get(join(part.key, name))) for name in names)
        return {name: _text(claim) if claim else None for name, claim in claims}


def _text(claim: Claim) -> Record:
    values = {"key": claim.key, "value": claim.text, "locale": claim.locale, "state": claim.state}
    return Record("text", claim.key, claim.at, values)
