"""Steps in the search: the engine's index has an entry for each heading, and steps have none.

Material's index is a list of entries, each with its address, title and text, the last two as HTML; an address with an
anchor belongs to the page before the sign. Another engine's index is left as it is.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html import escape
from pathlib import Path
from typing import Any

from stepsheet.localize.document import Document, Step, Text
from stepsheet.render import html
from stepsheet.render.places import place
from stepsheet.render.site import Site
from stepsheet.website.segments import segmented

_TAG = re.compile(r"<[^>]*>")


def add_steps(folder: Path, site: Site) -> None:
    """Give each step of a built locale an entry of its own, and leave to the sections what is told around steps."""
    file = folder / "search" / "search_index.json"
    if not file.is_file():
        return
    index = json.loads(file.read_text(encoding="utf-8"))
    if isinstance(index, dict) and isinstance(index.get("docs"), list):
        told = {address: text for document in site.documents for address, text in _sections(document)}
        for entry in index["docs"]:
            entry["title"] = segmented(entry["title"])
            entry["text"] = segmented(told.get(entry["location"], entry["text"]))
        index["docs"] += [entry for document in site.documents for entry in _steps(document)]
        file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _sections(document: Document) -> Iterator[tuple[str, str]]:
    for section in document.sections:
        parts = (section.conditions, section.warnings, section.body, section.after)
        yield place("guide", f"{document.id}/{section.anchor}"), _said(*parts)


def _steps(document: Document) -> Iterator[dict[str, Any]]:
    for step in document.steps():
        yield {
            "location": place("guide", f"{document.id}/{step.anchor}"),
            "title": segmented(escape(f"{step.number}. {html.plain(step.do)}")),
            "text": segmented(_around(step)),
        }


def _around(step: Step) -> str:
    """What a step says besides its sentence; sub-steps have entries of their own."""
    return _said(step.conditions, step.warnings, step.body, step.fields, step.expect, step.if_not)


def _said(*parts: object) -> str:
    """Every text in some parts, as paragraphs."""
    return "".join(f"<p>{words}</p>" for part in parts for text in _texts(part) if (words := _words(text)))


def _texts(part: object) -> Iterator[Text]:
    if isinstance(part, Text):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _texts(item)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))


def _words(text: Text) -> str:
    return " ".join(_TAG.sub(" ", html.block(text, text.locale, lambda _: html.Way(""))).split())
