"""A guide with every kind of text in every place, and what a text becomes in each output."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from stepsheet.model.text import Kind

TEMPLATE = """\
title: line
summary: line
info: prose
images: [{id: first, src: photo.png, alt: plain, caption: line, marks: [{id: m, at: ["1", "2"], text: line}]}]
tags: [plain]
source: {title: line, url: "https://s.example/"}
needs: [{id: n, text: line}]
options: [{id: o, ask: line, choices: [{id: a, label: line}, {id: b, label: line}]}]
warnings: [{id: w, kind: caution, text: line, info: prose, consequence: line, avoid: line}]
sections:
  - id: s
    title: line
    importance: optional
    when: {o: a}
    warnings: [{id: w, kind: danger, text: line}]
    info: prose
    steps:
      - id: one
        when: {o: b}
        warnings: [{id: w, kind: note, text: line}]
        do: line
        info: prose
        fields:
          - {id: f, label: line, enter: line, example: plain, required: "true"}
          - {id: g, label: line, choose: [{id: x, label: line}]}
          - {id: h, label: line, enter: line, secret: "true"}
        expect: prose
        if_not: prose
        steps:
          - {id: sub, do: line}
          - {id: sub-two, warnings: [{id: w, kind: tip, text: line}], do: line, info: prose}
      - id: two
        do: line
        body:
          - {id: a, when: {o: a}, text: prose}
          - {id: p, image: {src: photo.png, alt: plain}}
          - {id: c, code: {language: plain, text: code}}
          - {id: b, text: prose}
    after: [{id: z, text: prose}]
  - {id: t, title: line, level: "2", steps: [{id: q, do: line}]}
outcome: prose
"""
KINDS = {"line": Kind.LINE, "prose": Kind.PROSE, "plain": Kind.PLAIN, "code": "code"}
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Slot:
    """A place for a text; `number` is its place in the file, from 0."""

    number: int
    path: Path
    kind: Any

    @property
    def token(self) -> str:
        """A calm text of its own, which nothing else on a page is."""
        return f"Zq{self.number:03}z"


def slots() -> tuple[Slot, ...]:
    """Every place for a text in the template."""
    found = [(path, KINDS[value]) for path, value in _leaves(yaml.safe_load(TEMPLATE), ()) if value in KINDS]
    return tuple(Slot(number, path, kind) for number, (path, kind) in enumerate(found))


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, str):
        yield path, value


def written(texts: dict[int, str]) -> str:
    """The guide's file with a text in each place; every text is on a line of its own."""
    data = yaml.safe_load(TEMPLATE)
    for slot in slots():
        holder: Any = data
        for step in slot.path[:-1]:
            holder = holder[step]
        holder[slot.path[-1]] = texts.get(slot.number, slot.token)
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=2**30, default_style='"')


def lines_of(file: str) -> dict[int, int]:
    """The slot on each line of the file that holds one, when all hold their tokens."""
    found = ((number, re.search(r"Zq(\d{3})z", line)) for number, line in enumerate(file.splitlines(), 1))
    return {number: int(match[1]) for number, match in found if match}


def filled(skeleton: str, texts: dict[int, str], shown: Callable[[str, Any], str]) -> str:
    """What a page of calm texts becomes with other ones in their places."""
    kinds = {slot.number: slot.kind for slot in slots()}

    def put(match: re.Match[str]) -> str:
        number = int(match[1])
        return shown(texts[number], kinds[number]) if number in texts else match[0]

    return re.sub(r"Zq(\d{3})z", put, skeleton)
