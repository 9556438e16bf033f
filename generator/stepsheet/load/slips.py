"""The slips behind libyaml's commonest complaints: what an author most probably did where the text stops being YAML.

libyaml says what it expected; a slip says what is there. One that cannot be told for sure is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

NO_COLON = "could not find expected ':'"
NO_MAPPING = "mapping values are not allowed in this context"
NO_KEY = "did not find expected key"
NO_DASH = "did not find expected '-' indicator"
_NO_COMMA = {"did not find expected ',' or ']'", "did not find expected ',' or '}'"}

_KEY = r"[a-z_][a-z0-9_./#-]*"  # a key of a guide or a catalog, nothing else
_LINE = re.compile(rf"(?P<margin> *(?:- +)*)(?P<key>{_KEY}):(?= |$)")
_GLUED = re.compile(rf"(?P<margin> *(?:- +)*)(?P<key>{_KEY}):(?![ /]|$)")
_CLOSING = {'"': "quote", "'": "quote", "]": "bracket", "}": "brace"}


@dataclass(frozen=True, slots=True)
class Slip:
    """What the author did; `line` and `column` count from 1."""

    line: int
    column: int
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Complaint:
    """What libyaml says of the lines of a file, at a place that counts from 1."""

    problem: str
    lines: list[str]
    line: int
    column: int

    @property
    def before(self) -> str:
        """The line up to the place."""
        return self.lines[self.line - 1][: self.column - 1]

    @property
    def here(self) -> str:
        """The line from the place on."""
        return self.lines[self.line - 1][self.column - 1 :]


def find(complaint: Complaint) -> Slip | None:
    """The slip behind a complaint, None when it cannot be told."""
    return next(_slips(complaint), None)


def _slips(complaint: Complaint) -> Iterator[Slip]:
    if complaint.problem == NO_COLON:
        yield from _no_space(complaint, complaint.line)
    if complaint.problem == NO_MAPPING:
        yield from _second_colon(complaint)
    if complaint.problem in _NO_COMMA and re.match(r": |:$", complaint.here):
        yield _colon_in_text(complaint)
    if complaint.problem in {NO_KEY, NO_DASH}:
        if complaint.before.strip(" -"):
            yield from _rest(complaint)
        else:
            yield from _dash(complaint)
            yield from _margin(complaint)


def _no_space(complaint: Complaint, number: int) -> Iterator[Slip]:
    """`do:Press` is a text, not a key."""
    found = _GLUED.match(complaint.lines[number - 1])
    if found:
        key = found["key"]
        yield Slip(number, found.end(), f"no space after the colon of {key!r}", f"write `{key}: …`")


def _second_colon(complaint: Complaint) -> Iterator[Slip]:
    """A colon where none can be: in a text, or behind a key that the text above has swallowed."""
    if re.search(": ", complaint.before) or not _LINE.fullmatch(complaint.before + ":"):
        yield _colon_in_text(complaint)
        return
    above = _above(complaint)
    margin = len(complaint.before) - len(complaint.before.lstrip(" "))
    glued = _GLUED.match(complaint.lines[above - 1]) if above else None
    if glued and len(glued["margin"]) == margin:
        yield from _no_space(complaint, above)
    yield Slip(
        complaint.line,
        margin + 1,
        "this line is indented as part of the text above",
        "align it with the keys beside it",
    )


def _colon_in_text(complaint: Complaint) -> Slip:
    message = "an unquoted text cannot contain ': '"
    if not complaint.here.strip(" :"):
        message = "an unquoted text cannot end with ':'"
    return Slip(complaint.line, complaint.column, message, "put the whole text in quotes")


def _above(complaint: Complaint) -> int:
    """The number of the last line above that is not blank, 0 when there is none."""
    return next((number for number in range(complaint.line - 1, 0, -1) if complaint.lines[number - 1].strip()), 0)


def _rest(complaint: Complaint) -> Iterator[Slip]:
    """`"A" b` is a text and something after it."""
    closing = _CLOSING.get(complaint.before.rstrip()[-1:])
    if not closing:
        return
    text = complaint.lines[complaint.line - 1]
    help_ = "write `>-`, and the whole text on the next line, indented"
    quotes = [name for name, mark in (("single", "'"), ("double", '"')) if mark not in text]
    if quotes:
        help_ = f"put the whole text in {quotes[0]} quotes"
    yield Slip(complaint.line, complaint.column, f"text follows the closing {closing}", help_)


def _dash(complaint: Complaint) -> Iterator[Slip]:
    """The first key of an entry, where the dash of the entry should be."""
    key = _LINE.match(complaint.lines[complaint.line - 1])
    if not key or complaint.problem != NO_DASH:
        return
    entry = next((line for line in _upwards(complaint) if line[: complaint.column] == f"{complaint.before}-"), "")
    first = _LINE.match(entry)
    if first and first["key"] == key["key"]:
        yield Slip(complaint.line, complaint.column, "this entry of the list has no dash", f"write `- {key['key']}: …`")


def _margin(complaint: Complaint) -> Iterator[Slip]:
    """A key or a dash a little left or right of those it belongs to."""
    own, dashed = complaint.column - 1, complaint.here.startswith("- ")
    beside = _meant(own, list(dict.fromkeys(_margins(complaint, dashed=dashed))), complaint.problem)
    key = _LINE.match(complaint.lines[complaint.line - 1])
    if beside is None or not (dashed or key):
        return
    what, others = ("the dash", "the dashes") if dashed or not key else (repr(key["key"]), "the keys")
    message = f"{what} is indented by {_blanks(own)}, {others} beside it by {beside}"
    help_ = f"indent it by {_blanks(beside)}" if beside else "begin it at the start of the line"
    yield Slip(complaint.line, complaint.column, message, help_)


def _meant(own: int, margins: list[int], problem: str) -> int | None:
    """The margin that was meant, of the open ones from the innermost outwards; None when it cannot be told."""
    near = [margin for margin in margins if abs(margin - own) == 1]
    if len(near) == 1:
        return near[0]
    is_innermost = margins and (own > margins[0] or problem == NO_DASH)  # nothing further in, or further out, is open
    return margins[0] if is_innermost else None


def _margins(complaint: Complaint, *, dashed: bool) -> Iterator[int]:
    """How far the open keys, or the open dashes, above the place are indented; the innermost first."""
    limit = len(complaint.lines[complaint.line - 1]) + 1
    for line in _upwards(complaint):
        margin = re.match(r" *(- +)*", line)
        first = len(line) - len(line.lstrip(" "))
        if margin is None or first >= limit:
            continue
        if dashed:
            yield from (place for place in range(first, margin.end()) if line[place] == "-")
        elif _LINE.match(line):
            yield margin.end()
        limit = first


def _upwards(complaint: Complaint) -> Iterator[str]:
    """The lines above the place that are neither blank nor comments, the nearest first."""
    above = reversed(complaint.lines[: complaint.line - 1])
    return (line for line in above if line.strip() and not line.lstrip().startswith("#"))


def _blanks(count: int) -> str:
    return f"{count} space" if count == 1 else f"{count} spaces"
