"""SVG pictures: what they say, whether they are safe to show, and a copy that says it in another language.

Parsed with expat, which keeps the place of every byte: a localized copy differs from the source in its words alone.
Allowed is what draws (SVG 2, chapters 5 to 14); refused is what runs, loads or hides: scripts, event attributes,
foreign objects, animation, document type declarations, references out of the file.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
DRAWING = frozenset(
    {"svg", "g", "defs", "symbol", "use", "rect", "circle", "ellipse", "line", "polyline", "polygon", "path", "text"}
    | {"tspan", "title", "desc", "marker", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern"}
    | {"style"}
)
_WORDS = frozenset({"text", "tspan", "title", "desc"})
# A backslash can spell any of these words in CSS (CSS Syntax 3, section 4.3.7), so it is refused with them.
_OUTSIDE = re.compile(
    r"(?:url|src)\(\s*['\"]?(?!\s*['\"]?#)|image-set\(|@import|expression\(|javascript:|\\[0-9a-z]", re.IGNORECASE
)
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")
_REFERENCE = re.compile(r"url\(\s*['\"]?\s*#([^'\")\s]+)", re.IGNORECASE)
# On the root element: the picture stands for one that is missing.
PLACEHOLDER = ("data-stepsheet", "placeholder")
MAX_DEPTH = 60
MAX_DRAWN = 20_000  # elements, each counted as often as something refers to it


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the picture; `start` and `end` are byte offsets of its content in the file."""

    id: str | None
    text: str
    line: int
    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that may not be in a picture; `line` and `column` count from 1."""

    line: int
    column: int
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A parsed SVG; sizes are user units, 0 when the file does not say; `place` is where its root element begins.

    `words` are the texts to translate: those under `translate="no"` (SVG 2, section 5.9.1) are not among them.
    """

    width: int
    height: int
    words: tuple[Words, ...]
    faults: tuple[Fault, ...]
    place: tuple[int, int]
    is_placeholder: bool


class Malformed(Exception):  # noqa: N818 - becomes a diagnostic one call above
    """The file is not XML, or not an SVG; `line` and `column` count from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def read(data: bytes) -> Drawing:
    """The drawing in the bytes. Raises Malformed."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Malformed(expat.errors.messages[error.code], error.lineno, error.offset + 1) from None
    if _drawn("", reader.parts, {}) > MAX_DRAWN:
        raise Malformed(f"its references draw more than {MAX_DRAWN:,} elements", 1, 1)
    words, faults = tuple(reader.words), tuple(reader.faults)
    return Drawing(reader.width, reader.height, words, faults, reader.place, reader.is_placeholder)


def localized(data: bytes, words: tuple[Words, ...], translations: Mapping[str, str]) -> bytes:
    """The file with the content of its texts replaced by id; a text without translation stays."""
    parts: list[bytes] = []
    position = 0
    for word in sorted(words, key=lambda word: word.start):
        translation = translations.get(word.id or "")
        if translation is not None:
            parts += [data[position : word.start], escape(translation).encode()]
            position = word.end
    return b"".join([*parts, data[position:]])


@dataclass(slots=True)
class _Open:
    """An element whose end has not come yet."""

    name: str
    id: str | None
    line: int
    column: int
    is_prose: bool
    text: list[str] = field(default_factory=list)
    start: int | None = None
    has_children: bool = False
    size: int = 1
    refers: list[str] = field(default_factory=list)


class _Reader:
    def __init__(self) -> None:
        self.width = self.height = 0
        self.place = (1, 1)
        self.is_placeholder = False
        self.words: list[Words] = []
        self.faults: list[Fault] = []
        self.stack: list[_Open] = []
        self.parts: dict[str, _Open] = {}
        self.parser = expat.ParserCreate("UTF-8", namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartCdataSectionHandler = self._mark
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction

    def _fault(self, message: str, help_: str, element: _Open | None = None) -> None:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        if element:
            line, column = element.line, element.column
        self.faults.append(Fault(line, column, message, help_))

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        del version, standalone
        if encoding and encoding.lower() != "utf-8":
            raise Malformed(f"its encoding is {encoding}, not UTF-8", 1, 1)

    def _doctype(self, *_: object) -> None:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        raise Malformed("a document type declaration is not allowed", line, column)

    def _instruction(self, target: str, _: str) -> None:
        self._fault(f"the instruction '<?{target}' is not allowed", "delete it")

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        namespace, _, name = qualified.rpartition(" ")
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        if not self.stack:
            if name != "svg" or namespace != _SVG:
                raise Malformed(f"the root element is <{name}>, not <svg xmlns={_SVG!r}>", line, column)
            self.place, (self.width, self.height) = (line, column), _size(attributes)
            self.is_placeholder = attributes.get(PLACEHOLDER[0]) == PLACEHOLDER[1]
        elif namespace != _SVG or name not in DRAWING:
            self._fault(f"the element <{name}> is not allowed", "delete it; save as plain SVG")
        if len(self.stack) >= MAX_DEPTH:
            raise Malformed(f"nested deeper than {MAX_DEPTH} levels", line, column)
        if self.stack:
            self.stack[-1].has_children = True
        self._check(attributes)
        self.stack.append(self._opened(name, attributes, line, column))

    def _opened(self, name: str, attributes: dict[str, str], line: int, column: int) -> _Open:
        """The element; whether its words are prose to translate is handed down to those in it."""
        inherited = not self.stack or self.stack[-1].is_prose
        is_prose = {"yes": True, "no": False}.get(attributes.get("translate", ""), inherited)
        return _Open(name, attributes.get("id"), line, column, is_prose, refers=list(_references(attributes)))

    def _check(self, attributes: dict[str, str]) -> None:
        for qualified, value in attributes.items():
            namespace, _, name = qualified.rpartition(" ")
            if name.lower().startswith("on"):
                self._fault(f"the event attribute {name!r} is not allowed", "delete it")
            elif name == "href" and namespace in {"", _XLINK} and not value.startswith("#"):
                self._fault(f"the reference {value[:60]!r} leads out of the picture", "draw it here, or refer to '#id'")
            elif _OUTSIDE.search(value):
                self._fault(f"{name}={value[:60]!r} leads out of the picture", "refer to '#id', or delete it")

    def _characters(self, text: str) -> None:
        self._mark()
        self.stack[-1].text.append(text)

    def _mark(self) -> None:
        """The first word of the open element, or the bracket before it, is here."""
        if self.stack[-1].start is None:
            self.stack[-1].start = self.parser.CurrentByteIndex

    def _end(self, _: str) -> None:
        opened = self.stack.pop()
        self.parts[(opened.id or "") if self.stack else ""] = opened
        if self.stack:
            self.stack[-1].size += opened.size
            self.stack[-1].refers += opened.refers
        text = "".join(opened.text)
        if opened.name == "style" and _OUTSIDE.search(text):
            self._fault("the stylesheet leads out of the picture", "refer to '#id', or delete it", opened)
        if opened.name not in _WORDS or not opened.is_prose or not text.strip():
            return
        if opened.has_children:
            message = f"<{opened.name}> mixes words and elements"
            self._fault(message, "put each run of words in a <tspan> of its own", opened)
            return
        start = self.parser.CurrentByteIndex if opened.start is None else opened.start
        self.words.append(Words(opened.id, text, opened.line, opened.column, start, self.parser.CurrentByteIndex))


def _references(attributes: Mapping[str, str]) -> Iterator[str]:
    """The ids that an element refers to."""
    for qualified, value in attributes.items():
        if qualified.rpartition(" ")[2] == "href":
            yield value.removeprefix("#")
        yield from _REFERENCE.findall(value)


def _drawn(name: str, parts: Mapping[str, _Open], known: dict[str, int], depth: int = 0) -> int:
    """How many elements a part draws with all that it refers to; nothing where it refers to itself, as SVG 2 has it."""
    if name not in known and name in parts:
        if depth > MAX_DEPTH:
            raise Malformed(f"references nested deeper than {MAX_DEPTH} levels", parts[name].line, parts[name].column)
        known[name] = 0
        inner = sum(_drawn(other, parts, known, depth + 1) for other in parts[name].refers)
        known[name] = min(parts[name].size + inner, MAX_DRAWN + 1)
    return known.get(name, 0)


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    """Width and height from the attributes, else from the view box (SVG 2, section 8.2)."""
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    width, height = (_LENGTH.fullmatch(attributes.get(name, "")) for name in ("width", "height"))
    try:
        if width and height:
            return round(float(width[1])), round(float(height[1]))
        return round(float(box[2])), round(float(box[3]))
    except (ValueError, IndexError, OverflowError):
        return 0, 0
