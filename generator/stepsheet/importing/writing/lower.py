"""The data of a draft with every leaf a text: what a `guide.yml` holds."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from markdown_it.token import Token

from stepsheet import typeface
from stepsheet.diagnostics import Source
from stepsheet.errors import InternalError
from stepsheet.importing.draft import Draft, Line, PageRef, Prose, Src
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import left_out, odd_character
from stepsheet.importing.spot import spot
from stepsheet.importing.writing import blocks
from stepsheet.importing.writing.means import Means
from stepsheet.importing.writing.scribe import Scribe
from stepsheet.model import prose
from stepsheet.model.text import MAX_TEXT, Kind

_NEEDED = frozenset({"title", "summary", "do", "ask", "label", "text"})  # lines that an element cannot be without
_NO_WORDS = "…"  # stands for a line of which nothing can be shown
_ENCODED = re.compile("(?:%[89A-F][0-9A-F])+")

Data = dict[str, Any]


def lower(draft: Draft, means: Means) -> tuple[Data, tuple[Entry, ...]]:
    """The content of the guide's file, and what was met in writing it.

    Raises InternalError for a draft without data, and for a text longer than a guide may hold: it should have been
    divided.
    """
    if draft.data is None:
        raise InternalError(f"{means.source.name} is no procedure and has no data to write")
    scribe = Scribe(means)
    data = _mapping(draft.data, scribe)
    unset = typeface.undisplayable(_characters(data))
    if unset:
        scribe = Scribe(means, unset)
        data = _mapping(draft.data, scribe)
    return data, (*scribe.entries, *_left_out(unset, means.source))


def _mapping(data: Mapping[str, object], scribe: Scribe) -> Data:
    lowered = ((key, _value(key, value, scribe)) for key, value in data.items())
    return {key: value for key, value in lowered if value is not None}


def _value(key: str, value: object, scribe: Scribe) -> Any:
    """A value as text and data, None for one of which nothing is left."""
    match value:
        case Line() | Prose() | Src() | str():
            return _text(value, scribe) or (_NO_WORDS if key in _NEEDED and isinstance(value, Line) else None)
        case PageRef():
            return _guide(value, scribe)
        case Mapping():
            held = _mapping(value, scribe)
            return held if held and (key != "code" or "text" in held) else None
        case list() | tuple():
            return [item for item in (_value(key, each, scribe) for each in value) if _is_something(item)] or None
        case _:
            return value


def _text(leaf: Line | Prose | Src | str, scribe: Scribe) -> str:
    match leaf:
        case Line(line=line, inlines=inlines):
            return _checked(scribe.line(inlines, line), line, Kind.LINE)
        case Prose(line=line, blocks=inner):
            return _checked(blocks.markdown(inner, scribe), line, Kind.PROSE)
        case Src(line=line, src=src):
            return scribe.picture(src, line)
        case _:
            return scribe.shown(leaf)


def _guide(ref: PageRef, scribe: Scribe) -> str | None:
    """The id of the guide that a page became; a page that became none cannot be gone on with."""
    target = scribe.target(ref.href, ref.line)
    kind, path = prose.reference(target or "") or ("", "")
    if kind == "guide":
        return path.partition("/")[0]
    if target:
        what = "a link to go on with, since what it leads to is no guide"
        scribe.entries.append(left_out.at(spot(scribe.means.source, ref.line, ref.href), what, (ref.href,)))
    return None


def _is_something(item: object) -> bool:
    """Whether an entry of a list says anything: a body item whose text came to nothing does not."""
    if isinstance(item, dict):
        return bool(item.keys() - {"id", "when"})
    return item is not None


def _checked(text: str, line: int, kind: Kind) -> str:
    """A text, or nothing when there is nothing to read in it: a list of empty items, a line across."""
    if len(text) > MAX_TEXT:
        raise InternalError(f"the text from line {line} on has {len(text):,} characters and was not divided")
    is_read = any(map(str.isalpha, text)) or any(map(_is_seen, prose.walk(prose.tokens(text, kind))))
    return text if is_read else ""


def _is_seen(token: Token) -> bool:
    return any(character.isprintable() and not character.isspace() for character in token.content)


def _characters(value: object) -> set[str]:
    """Every character that is set on the sheet, those of addresses too."""
    match value:
        case str():
            return {*value, *"".join(unquote(code) for code in _ENCODED.findall(value))} - {"\n", "\t"}
        case dict():
            return _all(value.values())
        case list():
            return _all(value)
        case _:
            return set()


def _all(values: Iterable[object]) -> set[str]:
    return set().union(*map(_characters, values))


def _left_out(unset: frozenset[str], source: Source) -> Iterator[Entry]:
    """Each character once, where it stands first."""
    for character in sorted(unset):
        index = source.text.find(character)
        line = source.place(index)[0] if index >= 0 else 1
        yield odd_character.undisplayable(spot(source, line, character), character)
