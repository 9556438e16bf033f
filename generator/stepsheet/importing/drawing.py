"""SVG files of others made ones that a guide can show: what runs, loads or hides goes, and each text gets an id.

A drawing that would not look the same without it is refused.
"""

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from stepsheet.importing.names import unique, word
from stepsheet.load import svg

_NAMESPACE = "http://www.w3.org/2000/svg"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WORDS = frozenset({"text", "tspan", "title", "desc"})
# These may go: without them a drawing loses a shadow, a movement or its history, and nothing else.
_LOST = frozenset({"metadata", "script", "filter", "view", "cursor", "set", "animate", "animateTransform"})
_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]*>", re.IGNORECASE)
_FONTS = re.compile(r"@import[^;]*;|@font-face\s*\{[^}]*\}", re.IGNORECASE)
_FILTER = re.compile(r"(?:^|;)\s*filter\s*:[^;]*", re.IGNORECASE)
_OUT = re.compile(
    r"(?:url|src)\(\s*['\"]?(?!\s*['\"]?#)|image-set\(|@import|expression\(|javascript:|\\", re.IGNORECASE
)
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(pt|pc|in|mm|cm|px|)\s*")
_PIXELS = {"pt": 96 / 72, "pc": 16.0, "in": 96.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "px": 1.0, "": 1.0}
_ID = re.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Made:
    """A drawing, and what was changed to make it fit; nothing when nothing was."""

    data: bytes
    change: str = ""


class _Unfit(Exception):  # noqa: N818 - becomes a reason in the report
    """Why the drawing cannot be shown."""


def is_svg(data: bytes) -> bool:
    """Whether the bytes begin as an SVG does."""
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"<svg" in data[:4096]


def safe(data: bytes) -> Made | str:
    """The drawing as a guide can show it, or in words why it cannot."""
    if not _trouble(data):
        return Made(data)
    try:
        made = _mended(_DOCTYPE.sub(b"", data, count=1))
    except _Unfit as reason:
        return str(reason)
    except (ET.ParseError, UnicodeError, ValueError, LookupError) as error:
        return f"the drawing is not well formed: {error}"
    trouble = _trouble(made)
    return (
        f"the drawing cannot be made safe: {trouble}"
        if trouble
        else Made(made, "is cleaned of what may not run or load")
    )


def _trouble(data: bytes) -> str:
    """What the rules for pictures have to say of a drawing; nothing when it passes."""
    try:
        read = svg.read(data)
    except svg.Malformed as error:
        return str(error)
    ids = [words.id or "" for words in read.words]
    if read.faults:
        return read.faults[0].message
    if not all(_ID.fullmatch(each) for each in ids) or len(set(ids)) < len(ids):
        return "a text has no id of its own"
    return "" if min(read.width, read.height) > 0 else "it has no size"


@dataclass(slots=True)
class _Names:
    """The ids of the texts; `renamed` holds those that were not fit, with what they are now."""

    taken: set[str]
    renamed: dict[str, str] = field(default_factory=dict)

    def give(self, element: Element, words: str) -> None:
        """An id of its own for a text."""
        old = element.get("id", "")
        if _ID.fullmatch(old) and old not in self.taken:
            self.taken.add(old)
            return
        base = re.sub("^[0-9-]+", "", word(words)[:40]).strip("-") or "text"
        new = unique(base, self.taken)
        self.renamed[old] = new
        element.set("id", new)


def _mended(data: bytes) -> bytes:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise _Unfit("the drawing declares entities")
    root = ET.fromstring(data)  # noqa: S314 - it declares no entities, and loads nothing
    _bounded(root)
    _clean(root)
    root.set("xmlns", _NAMESPACE)
    _size(root)
    names = _Names({element.get("id", "") for element in root.iter() if element.tag not in _WORDS})
    for element in list(root.iter()):
        if element.tag in _WORDS:
            _name(element, names)
    _rename(root, names.renamed)
    made: bytes = ET.tostring(root, "utf-8")
    return made


def _bounded(root: Element) -> None:
    """Refuse what is nested deeper than a drawing can be."""
    level = [root]
    for _ in range(svg.MAX_DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return
    raise _Unfit(f"the drawing is nested deeper than {svg.MAX_DEPTH} levels")


def _clean(element: Element) -> None:
    """An element and those inside it with plain names, without what may not stay."""
    element.tag = element.tag.removeprefix(f"{{{_NAMESPACE}}}")
    _attributes(element)
    if element.tag == "style":
        element.text = _FONTS.sub("", element.text or "")
    for child in list(element):
        name = child.tag.removeprefix(f"{{{_NAMESPACE}}}")
        if "}" in name or name in _LOST:
            _drop(element, child)
            continue
        if name == "a":
            child.tag = "tspan" if element.tag in _WORDS else "g"
        elif name not in svg.DRAWING:
            raise _Unfit(f"the drawing holds <{name}>, which a guide cannot show")
        _clean(child)


def _attributes(element: Element) -> None:
    for name, value in list(element.attrib.items()):
        del element.attrib[name]
        plain = "href" if name == _XLINK_HREF else name
        if plain == "href" and not value.startswith("#"):
            if element.tag == "use":
                raise _Unfit("the drawing is put together from other files")
            continue
        if ("}" in plain and plain != _SPACE) or plain.lower().startswith("on") or plain == "filter":
            continue
        kept = _FILTER.sub("", value) if plain == "style" else value
        if not _OUT.search(kept):
            element.set(plain, kept)


def _drop(parent: Element, child: Element) -> None:
    """Take an element out; the words after it stay."""
    place = list(parent).index(child)
    if child.tail and place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + child.tail
    elif child.tail:
        parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def _name(element: Element, names: _Names) -> None:
    """Ids for the words of a text; words beside elements get an element of their own."""
    children = list(element)
    if not children:
        if (element.text or "").strip():
            names.give(element, element.text or "")
        return
    runs = [(-1, element.text), *((place, child.tail) for place, child in enumerate(children))]
    for place, words in reversed(runs):
        if (words or "").strip():
            run = Element("tspan")
            run.text = words
            names.give(run, words or "")
            element.insert(place + 1, run)
            _forget(element, children[place] if place >= 0 else None)


def _forget(element: Element, child: Element | None) -> None:
    """Take away the words that now have an element of their own."""
    if child is None:
        element.text = None
    else:
        child.tail = None


def _rename(root: Element, renamed: dict[str, str]) -> None:
    for element in root.iter():
        for name, value in element.attrib.items():
            found = re.fullmatch(r"#(.+)|url\(['\"]?#(.+?)['\"]?\)", value)
            target = found and (found[1] or found[2])
            if target and target in renamed:
                element.set(name, value.replace(f"#{target}", f"#{renamed[target]}"))


def _size(root: Element) -> None:
    """Lengths of the page as pixels (CSS Values 3, section 6.2)."""
    for name in ("width", "height"):
        length = _LENGTH.fullmatch(root.get(name, ""))
        if length:
            root.set(name, f"{float(length[1]) * _PIXELS[length[2]]:g}")
