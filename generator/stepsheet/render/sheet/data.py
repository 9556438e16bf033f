"""A guide in one locale as the template wants it: every word in it, in order; numbers and decisions, but no looks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from stepsheet.localize.document import Document, Need, Option, Section, Step
from stepsheet.localize.interface import Interface
from stepsheet.localize.revision import printed
from stepsheet.render.html import plain
from stepsheet.render.sheet import qr, size, words
from stepsheet.render.sheet.blanks import Blanks
from stepsheet.render.sheet.order import USUAL, Form, Order
from stepsheet.render.sheet.steps import Steps
from stepsheet.render.sheet.tailoring import Tailoring
from stepsheet.render.sheet.typed import Target, Typist, label, language
from stepsheet.render.site import Site

# A footer says which sheet a page belongs to; it has one line.
_FOOTER = 70


def sheet(
    document: Document,
    site: Site,
    order: Order = USUAL,
    pictures: Mapping[str, str] | None = None,
    others: Mapping[str, Target] | None = None,
) -> dict[str, Any]:
    """The data of one sheet, fit for JSON.

    `pictures` are files by their path in the guide, None for no pictures; `others` are the places of other guides in
    the same file, by reference as written.
    """
    tailoring = Tailoring(order.answers, document.options)
    whole, document = document, replace(document, sections=_sections(document, order.form, tailoring))
    typist = Typist(document.locale, site, {**(others or {}), **dict(_targets(document, site.interface, tailoring))})
    steps = Steps(typist, site.interface, pictures, order.form, tailoring, Blanks(order.fillable, document.id))
    address = site.address(f"guides/{document.id}/index.html")
    return {
        **_about(document, site, order),
        "words": words.words(site.interface),
        "address": address,
        "qr": _qr(address, printed(whole), site.interface) if address else None,
        "notice": words.notice(document, site.interface),
        **_head(document, steps),
        **_body(document, steps),
    }


def places(document: Document, site: Site, order: Order) -> dict[str, Target]:
    """The places of a guide for the texts of other guides: `#guide:okx-api-keys/whitelist.add-ip`."""
    tailoring = Tailoring()
    told = replace(document, sections=_sections(document, order.form, tailoring))
    found = {f"#guide:{document.id}": Target(label(document.id, ""))}
    for reference, target in _targets(told, site.interface, tailoring):
        found[f"#guide:{document.id}/{reference.partition(':')[2]}"] = Target(target.anchor)
    return found


def _about(document: Document, site: Site, order: Order) -> dict[str, Any]:
    """The document's properties, and what stands at the edge of the page."""
    title = plain(document.title)
    return {
        "paper": order.typst_paper,
        "form": order.form.value,
        **language(document.locale),
        "dir": site.interface.direction,
        "plain_title": title,
        "plain_summary": plain(document.summary),
        "site": site.name,
        "keywords": list(document.tags),
        "facts": words.facts(document, site.interface, order.form),
        "footer": f"{_shortened(title)} · {words.revision(document, site.interface)}",
    }


def _head(document: Document, steps: Steps) -> dict[str, Any]:
    """What stands before the sections. `needs` is None when the author has not said, empty when nothing is needed."""
    typist = steps.typist
    return {
        "label": label(steps.blanks.guide, ""),
        "title": typist.line(document.title),
        "summary": typist.line(document.summary),
        "parts": steps.body(document.body),
        "needs": None if document.needs is None else [_need(need, steps) for need in document.needs],
        "options": [_option(option, steps) for option in document.options],
        "tailored": bool(steps.tailoring.answers),
    }


def _need(need: Need, steps: Steps) -> dict[str, Any]:
    return {"text": steps.typist.line(need.text), "blank": steps.blanks.tick(f"need/{need.id}", plain(need.text))}


def _option(option: Option, steps: Steps) -> dict[str, Any]:
    given = steps.tailoring.answers.get(option.id)
    choices = [
        {
            "label": steps.typist.line(choice.label),
            "on": choice.id == given,
            "blank": steps.blanks.tick(
                f"option/{option.id}/{choice.id}", f"{plain(option.ask)} {plain(choice.label)}", on=choice.id == given
            ),
        }
        for choice in option.choices
    ]
    return {"ask": steps.typist.line(option.ask), "choices": choices}


def _body(document: Document, steps: Steps) -> dict[str, Any]:
    """The sections, and what stands after them."""
    typist = steps.typist
    origin = document.origin
    return {
        "warnings": [steps.warning(warning) for warning in document.warnings],
        "sections": [_section(section, steps) for section in document.sections],
        "outcome": typist.block(document.outcome) if document.outcome else None,
        "next": [typist.line(neighbour.title) for neighbour in document.next],
        "sign": _sign(steps),
        "source": {"title": typist.line(origin.title), "url": origin.url} if origin else None,
    }


def _sign(steps: Steps) -> list[dict[str, Any]]:
    """The lines at the end of the sheet."""
    said = words.words(steps.interface)
    return [
        {"name": said[name], "blank": steps.blanks.text(f"end/{name}", said[name])}
        for name in ("date", "name", "signature")
    ]


def _section(section: Section, steps: Steps) -> dict[str, Any]:
    missed = steps.tailoring.missed(section.conditions)
    head = {
        "label": steps.label(section.anchor),
        "number": section.number,
        "level": section.level,
        "title": steps.typist.line(section.title),
        "unneeded": steps.unneeded(missed) if missed else None,
    }
    return head if missed else head | _content(section, steps)


def _content(section: Section, steps: Steps) -> dict[str, Any]:
    """What is below the heading of a section."""
    parts = steps.body(section.body)
    return {
        "count": words.count(steps.interface, sum(1 for _ in _needed(section.steps, steps.tailoring))),
        "counted": steps.blanks.text(
            f"done/{section.anchor}", f"{section.number}. {plain(section.title)}: {steps.interface.gettext('Done')}"
        ),
        "importance": words.importance(steps.interface, section.importance),
        "conditions": steps.conditions(section.conditions),
        "warnings": [steps.warning(warning) for warning in section.warnings],
        "parts": parts,
        # Kept on the page of the first step, but not when that would push half a page away.
        "sticky": bool(section.steps) and sum(part["lines"] for part in parts) <= steps.room.short,
        "steps": [steps.step(step) for step in section.steps],
        "after": steps.body(section.after),
    }


def _qr(address: str, state: str, interface: Interface) -> dict[str, Any]:
    """The code leads to the page and tells it which state of the guide is in print."""
    alt = interface.gettext("QR code of this guide's web page: %(address)s", {"address": address})
    return {**qr.drawing(f"{address}#sheet={state}"), "alt": alt}


def _sections(document: Document, form: Form, tailoring: Tailoring) -> tuple[Section, ...]:
    """The sections that say something on this sheet: without explanations, those that only explain are left out."""
    kept: list[Section] = []
    for section in reversed(tailoring.sections(document.sections)):
        over = bool(kept) and kept[-1].level > section.level
        if form.explains or section.steps or section.warnings or over:
            kept.append(section)
    return tuple(reversed(kept))


def _needed(steps: Iterable[Step], tailoring: Tailoring) -> Iterator[Step]:
    """Each step and sub-step that gets a box, as on the page."""
    for step in steps:
        if not tailoring.missed(step.conditions):
            yield step
            yield from _needed(step.steps, tailoring)


def _targets(document: Document, interface: Interface, tailoring: Tailoring) -> Iterator[tuple[str, Target]]:
    """What a text on this sheet can refer to, by reference as written: `#step:whitelist.add-ip`."""
    for section in document.sections:
        where = interface.gettext("section %(number)s", {"number": section.number})
        yield f"#section:{_path(section.title.key)}", Target(label(document.id, section.anchor), where)
        for step in () if tailoring.missed(section.conditions) else _needed(section.steps, tailoring):
            target = Target(label(document.id, step.anchor), words.step(step.number, interface))
            yield f"#step:{_path(step.do.key)}", target
            for field in step.fields:
                yield f"#field:{_path(field.label.key)}", target


def _path(key: str) -> str:
    """The id path of the element whose text has this key."""
    return key.rpartition(".")[0]


def _shortened(title: str) -> str:
    """A title cut after a word, or anywhere in a script without spaces, to what the footer has room for."""
    if size.width(title) <= _FOOTER:
        return title
    end = next(end for end in range(1, len(title) + 1) if size.width(title[:end]) > _FOOTER)
    return f"{title[: end - 1].rsplit(' ', 1)[0]} …"
