"""A guide as schema.org's `HowTo`, which search engines and assistants read from the head of the page.

Source: schema.org 29, types HowTo, HowToSection, HowToStep, HowToDirection, HowToTip and HowToTool. What the vocabulary
has no word for (conditions, fields, results) is said in the words of the page.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from markupsafe import Markup

from stepsheet.localize.document import Condition, Document, Figure, Section, Step
from stepsheet.localize.document import Warning as Hazard
from stepsheet.render.html import plain
from stepsheet.render.site import Site
from stepsheet.render.table import Words, holding

Thing = dict[str, Any]


def script(thing: Thing) -> Markup:
    """A thing as JSON for the inside of a `<script>`: nothing in it can end the element (HTML, section 4.12.1.3)."""
    text = json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704 - as said


def howto(document: Document, site: Site, image: str | None = None) -> Thing:
    """The whole guide; `image` is the address of its card. Without an address of the site, addresses are relative."""
    page = site.address(f"guides/{document.id}/index.html")
    writer = _Writer(document, Words(document, site), page or "")
    sections = [section for section in document.sections if section.steps]
    about = {
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": plain(document.title),
        "description": plain(document.summary),
        "inLanguage": document.locale,
        "url": page,
        "image": image,
        "version": document.revision,
        "keywords": ", ".join(document.tags),
        "isBasedOn": document.origin.url if document.origin else None,
        "totalTime": duration(document.time) if document.time else None,
        "tool": [{"@type": "HowToTool", "name": writer.words.line(need.text)} for need in document.needs or ()],
        "step": [writer.section(section, position) for position, section in enumerate(sections, 1)],
    }
    return _said(about)


def duration(time: timedelta) -> str:
    """A duration as ISO 8601 writes it.

    >>> duration(timedelta(days=1, minutes=90))
    'P1DT1H30M'
    """
    minutes, seconds = divmod(round(time.total_seconds()), 60)
    days, hours = minutes // 1440, minutes // 60 % 24
    clock = "".join(f"{count}{unit}" for count, unit in ((hours, "H"), (minutes % 60, "M"), (seconds, "S")) if count)
    return f"P{f'{days}D' if days else ''}{f'T{clock}' if clock else ''}" if days or clock else "PT0S"


@dataclass(frozen=True, slots=True)
class _Writer:
    document: Document
    words: Words
    page: str

    def section(self, section: Section, position: int) -> Thing:
        """A section. Its warnings, and those of the guide, go to a first step: the vocabulary has no other place."""
        first, *others = section.steps
        warnings = (*(self.document.warnings if position == 1 else ()), *section.warnings, *first.warnings)
        holds = holding(self.document, section)
        steps = (replace(first, warnings=warnings), *others)
        return {
            "@type": "HowToSection",
            "name": self.words.line(section.title),
            "position": position,
            "itemListElement": [self._step(step, holds) for step in steps],
        }

    def _step(self, step: Step, holds: tuple[Condition, ...]) -> Thing:
        return _said(
            {
                "@type": "HowToStep",
                "position": int(step.number),
                "name": plain(step.do),
                "url": f"{self.page}#{step.anchor}",
                "image": [self._image(figure) for figure in _figures(step)],
                "itemListElement": list(self._parts(step, holds)),
            }
        )

    def _parts(self, step: Step, holds: tuple[Condition, ...]) -> Iterator[Thing]:
        """What a step says, in reading order: tips warn and explain, directions tell what to do."""
        conditions = tuple(dict.fromkeys((*holds, *step.conditions)))
        yield from self._tips(step.warnings)
        yield {"@type": "HowToDirection", "text": self._do(step, conditions)}
        told = self.words.body(block for block in step.body if not isinstance(block, Figure))
        if told:
            yield {"@type": "HowToTip", "text": told}
        for field in step.fields:
            yield {"@type": "HowToDirection", "text": self.words.field(replace(field, figures=()))}
        for inner in step.steps:
            yield from self._parts(inner, conditions)
        yield from self._results(step)

    def _tips(self, warnings: Iterable[Hazard]) -> Iterator[Thing]:
        return ({"@type": "HowToTip", "text": self.words.warning(warning)} for warning in warnings)

    def _do(self, step: Step, conditions: tuple[Condition, ...]) -> str:
        do = self.words.line(step.do)
        if not conditions:
            return do
        said = self.words.conditions(conditions).replace("\n", self.words.marks.semicolon)
        return f"{self.words.site.interface.gettext('Only if:')}{self.words.marks.gap}{said}. {do}"

    def _results(self, step: Step) -> Iterator[Thing]:
        _ = self.words.site.interface.gettext
        for label, text in ((_("Expected result:"), step.expect), (_("If it did not work:"), step.if_not)):
            if text:
                yield {"@type": "HowToTip", "text": f"{label}{self.words.marks.gap}{self.words.block(text)}"}

    def _image(self, figure: Figure) -> Thing:
        caption = plain(figure.caption) if figure.caption else None
        alt = figure.alt.value if figure.alt else None
        return _said(
            {"@type": "ImageObject", "url": f"{self.page}{figure.path}", "caption": caption, "description": alt}
        )


def _figures(step: Step) -> Iterator[Figure]:
    """The pictures of a step and its sub-steps that show something."""
    blocks = (block for block in step.body if isinstance(block, Figure))
    for figure in (*blocks, *(figure for field in step.fields for figure in field.figures)):
        if not figure.decorative:
            yield figure
    for inner in step.steps:
        yield from _figures(inner)


def _said(thing: Thing) -> Thing:
    """A thing without what it does not say."""
    return {key: value for key, value in thing.items() if value not in (None, "", [])}
