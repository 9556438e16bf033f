"""Front matter: the YAML between two lines of dashes at the head of a page."""

import re
from dataclasses import dataclass, field

from stepsheet.diagnostics import Source
from stepsheet.importing.tree import Repair
from stepsheet.load import nodes, yaml_text

_FENCE = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_ENTRY = re.compile(r"([\w.-]+)[ \t]*:(?:[ \t]+(.*))?$")
_TRUTH = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a page, and its body with the number of lines before it."""

    body: str
    fields: dict[str, object] = field(default_factory=dict)
    lines: int = 0
    repairs: tuple[Repair, ...] = ()


def split(source: Source, text: str) -> FrontMatter:
    """Front matter and body. Values are text as written but for `true`, `false` and nothing: a title may be `1.10`."""
    head = _FENCE.match(text)
    close = _CLOSE.search(text, head.end()) if head else None
    if not head or not close or not _is_matter(text[head.end() : close.start()]):
        return FrontMatter(text)
    matter, body = text[head.end() : close.start()], text[close.end() :]
    fields, repairs = _read(Source(source.path, source.name, matter))
    return FrontMatter(body, fields, text.count("\n", 0, close.end()), repairs)


def _is_matter(text: str) -> bool:
    """Whether what stands between two rules is fields, not the beginning of a page that has two rules."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return not lines or any(_ENTRY.match(line) for line in lines[:1])


def _read(source: Source) -> tuple[dict[str, object], tuple[Repair, ...]]:
    if not source.text.strip():
        return {}, ()
    # One line more, so that what is said of lines is said of those of the page.
    root, problems = yaml_text.parse(Source(source.path, source.name, f"\n{source.text}"))
    if isinstance(root, nodes.Mapping):
        return {key: _plain(node) for key, (_, node) in root.entries.items()}, ()
    if root is None and not problems:
        return {}, ()
    finding = problems[0].finding if problems else None
    what = f"the front matter is not valid YAML: {finding.message}" if finding else "the front matter has no fields"
    fields, repairs = _leniently(source.text)
    line = finding.location.line if finding else 2
    return fields, (Repair(line, what, kind="front-matter"), *repairs)


def _plain(node: nodes.Node) -> object:
    match node:
        case nodes.Scalar(value=value):
            return _TRUTH.get(value or "", value)
        case nodes.Sequence(items=items):
            return [_plain(item) for item in items]
        case _:
            return {key: _plain(value) for key, (_, value) in node.entries.items()}


def _leniently(text: str) -> tuple[dict[str, object], tuple[Repair, ...]]:
    """Each line a key and the rest of it; a line without a key goes on with the value before it."""
    fields: dict[str, object] = {}
    repairs: list[Repair] = []
    key = ""
    for number, line in enumerate(text.split("\n"), 2):
        entry = None if line[:1].isspace() else _ENTRY.match(line)
        if entry and entry[1] in fields:
            what = f"the key {entry[1]!r} is here twice; the first is kept"
            repairs.append(Repair(number, what, _value(entry[2]), kind="front-matter"))
            key = ""
        elif entry:
            key = entry[1]
            fields[key] = _value(entry[2])
        elif key and line.strip():
            fields[key] = f"{fields[key]} {_value(line)}".strip()
        elif line.strip():
            repairs.append(Repair(number, "a line of the front matter has no key", line.strip(), kind="front-matter"))
    return {name: _TRUTH.get(str(value), value) for name, value in fields.items()}, tuple(repairs)


def _value(text: str | None) -> str:
    """A value without its quotes, or without the sign of a text over several lines."""
    text = (text or "").strip()
    if text in {">", "|", ">-", "|-", ">+", "|+"}:
        return ""
    quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    return text[1:-1] if quoted else text
