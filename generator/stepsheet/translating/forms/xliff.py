"""XLIFF 2, the form of translators' workbenches (OASIS XLIFF 2.0, sections in brackets), by way of Translate Toolkit.

A text is a unit with one segment; the unit's `name` is the key, its `id` the key as a name token. An outdated
translation is in the state `initial` and has the source text that it was made from in a note. The file's `original` is
the book, its `id` the revision: both have to stay as they are, whatever a tool does to notes.
"""

import importlib
import re
import sys
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any
from xml.parsers import expat

from stepsheet.diagnostics import Diagnostic, Location, Source
from stepsheet.errors import UserError
from stepsheet.model.catalog import Standing
from stepsheet.translating.faults import broken_exchange
from stepsheet.translating.form import Form
from stepsheet.translating.parcel import Parcel, Received, Reply, Unit

_CORE = "urn:oasis:names:tc:xliff:document:2."
_REVISION = "revision-"
_PREVIOUS = "previous-source"
_OUTDATED = "stepsheet:stale"
_NOT_THIS = "it is no XLIFF 2 file"
_UNKNOWN = 0xFFFD
_SURROGATES = range(0xD800, 0xE000)
_DECLARATION = re.compile(r"\A<\?xml\b[^>]*\?>")
_NO_TOKEN = re.compile(r"[^A-Za-z0-9._-]")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2


def write(parcel: Parcel, day: date) -> bytes:
    """The file of a parcel. Raises UserError without Translate Toolkit."""
    del day
    store = _toolkit().Xliff2File(sourcelanguage=parcel.source_locale, targetlanguage=parcel.locale)
    store.body.attrib.update(
        {"id": _REVISION + parcel.revision, "original": parcel.book, "canResegment": "no"},
    )
    about = f"{parcel.book}, translated from {parcel.source_locale} into {parcel.locale}."
    store.body.append(_notes(store, {"description": about}))
    for unit in parcel.units:
        _add(store, unit)
    return bytes(store)


def _add(store: Any, unit: Unit) -> None:
    made = store.UnitClass("")
    store.addunit(made)
    made.setid(_NO_TOKEN.sub(lambda found: f":{ord(found[0]):x}.", unit.key))
    segment, outer = made.xmlelement, made.getunitelement()
    space = next(iter(segment.attrib))  # xml:space, which a segment must not have (4.2.2.6)
    outer.attrib.update({"name": unit.key, space: segment.attrib.pop(space)})
    _say(made.source_dom, unit.source)
    if unit.standing is not Standing.MISSING:
        made.target = ""
        _say(made.target_dom, unit.text)
        made.marktranslated()
    if unit.standing is Standing.STALE:
        made.markfuzzy()
        segment.set("subState", _OUTDATED)
    notes = {"context": "\n".join(unit.context), "link": unit.link, "location": f"{unit.at.source.name}:{unit.at.line}"}
    outer.insert(0, _notes(store, {**notes, _PREVIOUS: unit.previous or ""}))


def _notes(store: Any, notes: dict[str, str]) -> Any:
    """The notes by their categories; they stand in front of what they are about (4.2.2.2, 4.2.2.5)."""
    made = store.body.makeelement(store.namespaced("notes"))
    for category, text in notes.items():
        if text:
            note = made.makeelement(store.namespaced("note"), {"category": category})
            note.text = _FORBIDDEN.sub("\ufffd", text)
            made.append(note)
    return made


def _say(element: Any, text: str) -> None:
    """Put a text into an element; a character that XML cannot have is an element of its own (4.2.3.1)."""
    parts = _FORBIDDEN.split(text)
    element.text = parts[0]
    for character, after in zip(_FORBIDDEN.findall(text), parts[1:], strict=True):
        point = element.makeelement(element.tag.replace(element.tag.rpartition("}")[2], "cp"))
        point.set("hex", f"{ord(character):04X}")
        point.tail = after
        element.append(point)


def read(data: bytes, source: Source) -> Received | Diagnostic:
    """What a file says, or why it cannot be read. Raises UserError without Translate Toolkit."""
    toolkit = _toolkit()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return broken_exchange.at(Location(source), "it is not in UTF-8")
    fault = _Gate().fault(text)
    if fault:
        line, message = fault
        return broken_exchange.at(_at(source, line), message)
    try:
        store = toolkit.Xliff2File.parsestring(_DECLARATION.sub("", text).encode())
    except SyntaxError:  # what is well-formed and still refused goes over the bounds of libxml2
        return broken_exchange.at(Location(source), "it is nested too deep, or has a text that is too long")
    except (ValueError, AssertionError):
        return broken_exchange.at(Location(source), _NOT_THIS)
    return _received(store, source)


def _received(store: Any, source: Source) -> Received | Diagnostic:
    root = store.document.getroot()
    files = list(root.iterchildren(store.namespaced("file")))
    if len(files) > 1:
        at = _at(source, files[1].sourceline)
        return broken_exchange.at(at, "it has more than one <file>, and each guide comes in a file of its own")
    replies = tuple(_replies(store, source))
    revision = store.body.get("id", "")
    revision = revision.removeprefix(_REVISION) if revision.startswith(_REVISION) else ""
    return Received(store.body.get("original", ""), store.gettargetlanguage() or "", revision, replies, source)


def _replies(store: Any, source: Source) -> Iterator[Reply]:
    """A reply for each unit. One that a tool has cut into segments is translated when all of them are."""
    for unit, segments in groupby(store.units, key=lambda segment: segment.getunitelement()):
        made = list(segments)
        previous = _previous(unit, store)
        is_whole = all(segment.target_dom is not None for segment in made)
        yield Reply(
            key=unit.get("name") or unit.get("id", ""),
            source=_joined(unit, store, "source"),
            text=_joined(unit, store, "target") if is_whole else "",
            previous=previous,
            is_stale=any(_is_stale(segment, previous) for segment in made),
            at=_at(source, unit.sourceline),
        )


def _is_stale(segment: Any, previous: str | None) -> bool:
    """Whether it is to be done again; a tool may leave out the state `initial`, which is the default (4.3.1.33)."""
    return bool(segment.isfuzzy()) or (previous is not None and segment.xmlelement.get("state") is None)


def _previous(unit: Any, store: Any) -> str | None:
    path = f"{store.namespaced('notes')}/{store.namespaced('note')}[@category='{_PREVIOUS}']"
    found = unit.find(path)
    return None if found is None else _said(found)


def _joined(unit: Any, store: Any, name: str) -> str:
    """The source or target of all segments, and of what is between them, which may lack a target (4.2.2.7)."""
    parts = (part for part in unit if part.tag in {store.namespaced("segment"), store.namespaced("ignorable")})
    found = ((part.find(store.namespaced(name)), part.find(store.namespaced("source"))) for part in parts)
    return "".join(_said(own if own is not None else other) for own, other in found)


def _said(element: Any) -> str:
    """The text of an element as it is written, without what a tool has marked in it."""
    parts = [element.text or ""]
    for child in element:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name == "cp":
            parts.append(_character(child.get("hex", "")))
        elif name:
            parts.append(_said(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _character(digits: str) -> str:
    """A character by its number; the mark for an unknown one where there is none, or only half of one."""
    number = int(digits, 16) if re.fullmatch("[0-9A-Fa-f]{1,8}", digits) else _UNKNOWN
    return chr(number if number < _SURROGATES[0] or _SURROGATES[-1] < number <= sys.maxunicode else _UNKNOWN)


class _Gate:
    """Looks at a file before anything is made of it: entities, for which XLIFF has no use, can fill the memory."""

    def __init__(self) -> None:
        self._found: tuple[int, str] | None = None
        self._depth = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._element

    def fault(self, text: str) -> tuple[int, str] | None:
        """The line of what is wrong, and what that is."""
        try:
            self._parser.Parse(text, True)
        except _StopError:
            return self._found
        except expat.ExpatError as error:
            return error.lineno, f"it is no XML: {expat.errors.messages[error.code]}"
        return None

    def _doctype(self, *_: object) -> None:
        self._refuse("it has a document type declaration, which XLIFF has not")

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        self._parser.StartElementHandler = None
        is_ours = name.startswith(_CORE) and name.endswith(" xliff")
        if not is_ours or not attributes.get("version", "").startswith("2."):
            self._refuse(_NOT_THIS)

    def _refuse(self, message: str) -> None:
        self._found = self._parser.CurrentLineNumber, message
        raise _StopError


class _StopError(Exception):
    """Ends the reading of a file."""


def _at(source: Source, line: int) -> Location:
    return Location(source, line, 1, line, 2)


def _toolkit() -> Any:
    """The module of Translate Toolkit, which is under another licence than Stepsheet and so never comes with it."""
    try:
        return importlib.import_module("translate.storage.xliff2")
    except ImportError:
        raise UserError(
            "the form xliff needs Translate Toolkit, which is not installed",
            help="install it with `pip install 'stepsheet[xliff]'`",
        ) from None


FORM = Form("xliff", ("xlf", "xliff"), write, read)
