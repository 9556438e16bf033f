"""A guide's content from its parts: keys in the order of the content format, ids unique among siblings."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from stepsheet.importing.classify import body, ids, lengths, needs
from stepsheet.importing.classify.contents import Contents, Sorter, is_remark
from stepsheet.importing.classify.inlines import plain
from stepsheet.importing.classify.options import Condition
from stepsheet.importing.classify.parts import Part
from stepsheet.importing.classify.pieces import Piece, Pieces, Reader
from stepsheet.importing.classify.slugs import variants
from stepsheet.importing.classify.tasks import Task
from stepsheet.importing.draft import Line
from stepsheet.importing.tree import Heading, Paragraph

Data = dict[str, object]


@dataclass(slots=True)
class Writer:
    """Makes the content of one guide; `anchors` fills up on the way."""

    reader: Reader
    anchors: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=lambda: {"source"})

    def guide(self, intro: Pieces, parts: tuple[Part, ...]) -> Data:
        """Everything of a guide but its title, summary and settings."""
        self.taken |= {option.id for option in self.reader.plan.options.values()}
        wanted = [part for part in parts if needs.found(part)]
        sections = [self._section(part) for part in parts if part not in wanted[:1]]
        contents = Sorter(self.reader).sort(intro)
        made: Data = {**self._explained(contents, self.taken)}
        if wanted:
            made["needs"] = needs.data(wanted[0], self.taken, self.reader.notes)
        made |= _filled(options=self._options(sections), warnings=contents.named(self.taken))
        self._anchor(contents.anchors, f"section:{sections[0]['id']}")
        return {**made, "sections": sections}

    def _options(self, sections: list[Data]) -> list[Data]:
        """The options that something asks for, in the order of the page."""
        used = set(_asked(sections))
        return [option.data for option in self.reader.plan.options.values() if option.id in used]

    def _section(self, part: Part) -> Data:
        name = ids.unique(plain(part.title), "section", self.taken)
        if part.heading:
            self._anchor(variants(part.heading), f"section:{name}")
        taken: set[str] = set()
        steps = [self._step(task, taken, name, part.when) for task in part.tasks]
        contents = Sorter(self.reader, part.when).sort(part.before)
        behind = Sorter(self.reader, part.when, quoted=is_remark if part.tasks else lambda _hint: False)
        after = behind.sort(part.after)
        self._anchor((*contents.anchors, *after.anchors), f"section:{name}")
        warnings = [*contents.named(taken), *after.named(taken)]
        title, rest = lengths.fitting(part.title)
        level: Data = {"level": part.level} if part.level > 1 else {}
        moved = [Piece(Paragraph(part.line, rest))] if rest else []
        contents.flow[:0] = moved
        return {
            "id": name,
            "title": Line(part.line, title),
            **level,
            **_filled(when=dict(part.when), warnings=warnings),
            **self._explained(contents, taken),
            **_filled(steps=steps, after=body.items(tuple(after.flow), taken, self.reader.notes)),
        }

    def _step(self, task: Task, taken: set[str], path: str, outer: Condition) -> Data:
        do, rest = lengths.fitting(task.do)
        when = tuple(pair for pair in task.when if pair not in outer)
        name = ids.unique(plain(do), "step", taken, otherwise=plain(self.reader.plan.label(when)))
        path = f"{path}.{name}"
        inner: set[str] = set()
        holds = (*outer, *when)
        steps = [self._step(sub, inner, path, holds) for sub in task.subs]
        contents = Sorter(self.reader, holds, with_fields=True).sort(task.content)
        contents.flow[:0] = [Piece(Paragraph(task.line, rest))] if rest else []
        self._anchor((*_anchors(task.heading), *contents.anchors), f"step:{path}")
        warnings = contents.named(inner)
        fields = [{"id": ids.unique(plain(one.label), "field", inner), **one.data} for one in contents.fields]
        return {
            "id": name,
            **_filled(when=dict(when), warnings=warnings),
            "do": Line(task.line, do),
            **self._explained(contents, inner),
            **_filled(fields=fields, steps=steps),
        }

    def _explained(self, contents: Contents, taken: set[str]) -> Data:
        return body.explanation(tuple(contents.flow), taken, self.reader.notes)

    def _anchor(self, anchors: Iterable[str], target: str) -> None:
        for anchor in anchors:
            self.anchors.setdefault(anchor, target)


def _anchors(heading: Heading | None) -> tuple[str, ...]:
    return variants(heading) if heading else ()


def _filled(**values: object) -> Data:
    """The values that are not empty."""
    return {key: value for key, value in values.items() if value}


def _asked(value: object) -> Iterable[str]:
    """The options that conditions name, anywhere in a value."""
    if isinstance(value, dict):
        when = value.get("when")
        yield from when if isinstance(when, dict) else ()
        for inner in value.values():
            yield from _asked(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _asked(inner)
