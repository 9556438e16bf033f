"""What is in the files of a result, read back as anybody would read them."""

from collections.abc import Iterator
from collections.abc import Mapping as Mapping_
from dataclasses import dataclass, field
from pathlib import Path

from stepsheet.diagnostics import Source
from stepsheet.errors import InternalError
from stepsheet.importing.ledger import lines, words
from stepsheet.importing.ledger.scan import Scan, Setting
from stepsheet.importing.ledger.scanner import passage, scan
from stepsheet.load import yaml_text
from stepsheet.load.nodes import Mapping, Node, Scalar, Sequence

_MARKDOWN = words.names("title info text consequence avoid do label enter caption expect if_not outcome")
_PLAIN = frozenset({"alt", "example"})
_NOT_AT_BEGINNING = "\u2060"  # nobody sees it, and a number behind it is no mark of a list
_COUNTED = {"warnings": "hint", "steps": "step", "choices": "choice"}


@dataclass(slots=True)
class _Texts:
    """The texts of a guide; `again` may repeat others, `asks` and the labels that conditions name always do."""

    scan: Scan = field(default_factory=Scan)
    markdown: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)
    labels: dict[tuple[str, str], str] = field(default_factory=dict)
    conditions: list[tuple[str, str]] = field(default_factory=list)


def read(texts: Mapping_[str, str]) -> Scan:
    """What guides and pages hold together, by the names of their files. Raises InternalError for broken YAML."""
    made = Scan()
    for file, text in texts.items():
        part = _guide(file, text) if file.endswith(".yml") else _page(text)
        for name in Scan.__slots__:
            getattr(made, name).extend(getattr(part, name))
    return made


def _page(text: str) -> Scan:
    made = scan(text)
    made.words = [*(made.repeats.pop(0) if made.repeats else ()), *made.words]
    made.texts.append(text)
    return made


def _guide(name: str, text: str) -> Scan:
    node, problems = yaml_text.parse(Source(Path(name), name, text))
    if node is None:
        raise InternalError(f"{name} is not what was written: {problems[0].finding.message}")
    texts = _Texts()
    _walk(node, "", texts)
    parts = lines.parts("\n\n".join(texts.markdown), is_file=False)
    made = passage(parts.body)
    made.words += [word for text in texts.plain for word in words.split(text)]
    labels = [texts.labels[condition] for condition in texts.conditions if condition in texts.labels]
    made.echoes = [passage(text).words for text in (*texts.asks, *labels)]
    for again in map(passage, texts.again):
        made.repeats.append(again.words)
        made.links += again.links
    made.code += parts.code + texts.scan.code
    made.links += texts.scan.links
    made.pictures += texts.scan.pictures
    made.blocks += texts.scan.blocks
    made.settings += texts.scan.settings
    made.texts = [*texts.markdown, *texts.plain]
    return made


def _walk(node: Node, key: str, texts: _Texts) -> None:
    """Gather what stands below a key."""
    match node:
        case Scalar(value=str() as value):
            _text(key, value, texts)
        case Sequence(items=items):
            texts.scan.blocks += [(_COUNTED[key], item.at.line) for item in items if key in _COUNTED]
            for item in items:
                _walk(item, key, texts)
        case Mapping(entries=entries) if key == "code":
            texts.scan.code += _code(entries.get("text"))
        case Mapping(entries=entries) if key == "when":
            texts.conditions += [(option, answer) for option, (_, held) in entries.items() for answer in _answers(held)]
        case Mapping(entries=entries):
            _choices(entries, texts)
            texts.scan.settings += [Setting(name, [], held.at.line) for name, (held, _) in entries.items() if not key]
            for name, (_, inner) in entries.items():
                _walk(inner, name, texts)


def _text(key: str, value: str, texts: _Texts) -> None:
    if key in _MARKDOWN:
        texts.markdown.append(value if "\n" in value else f"{_NOT_AT_BEGINNING}{value}")
    elif key in _PLAIN:
        texts.plain.append(value)
    elif key == "summary":
        texts.again.append(value)
    elif key == "ask":
        texts.asks.append(value)
    elif key == "src":
        texts.scan.pictures.append((value, 1))
    elif key == "next":
        texts.scan.links.append((f"#guide:{value}", 1))
    elif key == "url":
        texts.scan.links.append((value, 1))


def _choices(entries: Mapping_[str, tuple[Scalar, Node]], texts: _Texts) -> None:
    """Remember the labels of an option: every condition says them again."""
    option, choices = entries.get("id"), entries.get("choices")
    if option and choices and isinstance(option[1], Scalar) and isinstance(choices[1], Sequence):
        for choice in choices[1].items:
            answer, label = (choice.value(key) if isinstance(choice, Mapping) else None for key in ("id", "label"))
            if isinstance(answer, Scalar) and isinstance(label, Scalar):
                texts.labels[str(option[1].value), str(answer.value)] = str(label.value)


def _answers(node: Node) -> list[str]:
    held = node.items if isinstance(node, Sequence) else (node,)
    return [str(item.value) for item in held if isinstance(item, Scalar)]


def _code(entry: tuple[Scalar, Node] | None) -> Iterator[tuple[str, int]]:
    if entry and isinstance(entry[1], Scalar):
        yield entry[1].value or "", entry[1].at.line
