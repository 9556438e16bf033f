"""A guide in one locale as the template wants it: every word in it, in order; numbers and decisions, but no looks."""

from collections.abc import Iterator, Mapping
from typing import Any

from stepsheet.localize.document import Document, Option, Section
from stepsheet.localize.interface import Interface
from stepsheet.render.html import plain
from stepsheet.render.sheet import qr, size, words
from stepsheet.render.sheet.steps import Steps
from stepsheet.render.sheet.typed import Target, Typist, language
from stepsheet.render.site import Site

# A footer says which sheet a page belongs to; it has one line.
_FOOTER = 70


def sheet(document: Document, site: Site, paper: str, pictures: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The data of one sheet, fit for JSON. `pictures` are files by their path in the guide, None for no pictures."""
    typist = Typist(document.locale, site, dict(_targets(document, site.interface)))
    steps = Steps(typist, site.interface, pictures)
    address = site.address(f"guides/{document.id}/index.html")
    return {
        **_about(document, site, paper),
        "words": words.words(site.interface),
        "address": address,
        "qr": _qr(address, site.interface) if address else None,
        "notice": words.notice(document, site.interface),
        **_head(document, steps),
        **_body(document, steps),
    }


def _about(document: Document, site: Site, paper: str) -> dict[str, Any]:
    """The document's properties, and what stands at the edge of the page."""
    title = plain(document.title)
    return {
        "paper": {"letter": "us-letter"}.get(paper, paper),
        **language(document.locale),
        "dir": site.interface.direction,
        "plain_title": title,
        "plain_summary": plain(document.summary),
        "site": site.name,
        "keywords": list(document.tags),
        "facts": words.facts(document, site.interface),
        "footer": f"{_shortened(title)} · {words.revision(document, site.interface)}",
    }


def _head(document: Document, steps: Steps) -> dict[str, Any]:
    """What stands before the sections. `needs` is None when the author has not said, empty when nothing is needed."""
    typist = steps.typist
    return {
        "title": typist.line(document.title),
        "summary": typist.line(document.summary),
        "parts": steps.body(document.body),
        "needs": None if document.needs is None else [typist.line(need.text) for need in document.needs],
        "options": [_option(option, typist) for option in document.options],
    }


def _option(option: Option, typist: Typist) -> dict[str, Any]:
    return {"ask": typist.line(option.ask), "choices": [typist.line(choice.label) for choice in option.choices]}


def _body(document: Document, steps: Steps) -> dict[str, Any]:
    """The sections, and what stands after them."""
    typist = steps.typist
    origin = document.origin
    return {
        "warnings": [steps.warning(warning) for warning in document.warnings],
        "sections": [_section(section, steps) for section in document.sections],
        "outcome": typist.block(document.outcome) if document.outcome else None,
        "next": [typist.line(neighbour.title) for neighbour in document.next],
        "source": {"title": typist.line(origin.title), "url": origin.url} if origin else None,
    }


def _section(section: Section, steps: Steps) -> dict[str, Any]:
    count = sum(1 + len(step.steps) for step in section.steps)  # as many as there are boxes, like the page's count
    parts = steps.body(section.body)
    return {
        "label": steps.label(section.anchor),
        "number": section.number,
        "level": section.level,
        "title": steps.typist.line(section.title),
        "count": steps.interface.ngettext("%(num)s step", "%(num)s steps", count) if count else None,
        "importance": words.importance(steps.interface, section.importance),
        "conditions": steps.conditions(section.conditions),
        "warnings": [steps.warning(warning) for warning in section.warnings],
        "parts": parts,
        # Kept on the page of the first step, but not when that would push half a page away.
        "sticky": bool(section.steps) and sum(part["lines"] for part in parts) <= size.SHORT,
        "steps": [steps.step(step) for step in section.steps],
        "after": steps.body(section.after),
    }


def _qr(address: str, interface: Interface) -> dict[str, Any]:
    alt = interface.gettext("QR code of this guide's web page: %(address)s", {"address": address})
    return {**qr.drawing(address), "alt": alt}


def _targets(document: Document, interface: Interface) -> Iterator[tuple[str, Target]]:
    """What a text on this sheet can refer to, by reference as written: `#step:whitelist.add-ip`."""
    for section in document.sections:
        where = interface.gettext("section %(number)s", {"number": section.number})
        yield f"#section:{_path(section.title.key)}", Target(section.anchor, where)
    for step in document.steps():
        target = Target(step.anchor, words.step(step.number, interface))
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
