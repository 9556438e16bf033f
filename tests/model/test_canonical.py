"""The canonical YAML of a guide: the same data is the same bytes, and the bytes are the same data."""

import random
import time
from pathlib import Path
from typing import Any

import pytest

from stepsheet.diagnostics import Source
from stepsheet.load.nodes import plain
from stepsheet.load.yaml_text import parse
from stepsheet.model import canonical
from stepsheet.model.content import Categories

ROOT = Path(__file__).parent.parent.parent
SHIPPED = ROOT / "content" / "guides" / "okx-api-keys"
QUICK = 500  # guides a second on a slow machine, by the issue; a guide has 10 KB

# What texts are made of when they are made to be misread.
PIECES = [
    *("a", "Ж", "日", "😀", "é", "\u200d", "\u202e", "\U0010ffff", "word ", "x" * 300),
    *(" ", "  ", "\t", "\n", "\n\n", "\r", "\x85", "\u2028", "\u2029", "\ufeff", "\u00a0"),
    *(":", ": ", "#", " #", "-", "- ", "?", "? ", "!", "&", "*", "'", '"', "\\", "%", "@", "`", "|", ">", "<<", "="),
    *("{", "}", "[", "]", ",", "~", "null", "true", "no", "1", "0x1", ".5", "1e3", "12:30", "---", "...", "010"),
    *("\0", "\x07", "\x1b", "\x7f", "\ufffd", "\uffff"),
]


def read(text: str) -> Any:
    node, problems = parse(Source(Path("a.yml"), "a.yml", text))
    assert node is not None, problems[0].finding.message
    return plain(node)


def written(text: str) -> str:
    """How a text stands behind its key."""
    return canonical.dump({"sections": [{"id": "a", "info": text}]}).split("info:", 1)[1].removesuffix("\n")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Press **Save**.", " Press **Save**."),
        ("Нажмите «Сохранить»", " Нажмите «Сохранить»"),
        ("https://x.example/?a=1#b", " https://x.example/?a=1#b"),
        ("no", " no"),
        ("12:30", " 12:30"),
        ("2026-11-22", " 2026-11-22"),
        ("true", ' "true"'),
        ("010", ' "010"'),
        ("1.5", ' "1.5"'),
        ("~", ' "~"'),
        ("null", ' "null"'),
        ("", ' ""'),
        ("Both codes: SMS and mail", ' "Both codes: SMS and mail"'),
        ("ends in a colon:", ' "ends in a colon:"'),
        ("Press # twice", ' "Press # twice"'),
        ("C#", " C#"),
        ("- no list", ' "- no list"'),
        ("[x](#step:a)", ' "[x](#step:a)"'),
        ("`code`", ' "`code`"'),
        (" leading", ' " leading"'),
        ("trailing ", ' "trailing "'),
        ("a\tb", ' "a\\tb"'),
        ('"quoted" C:\\dir: it\'s', " '\"quoted\" C:\\dir: it''s'"),
        ("a\x85b\u2028c\u2029d\ufeffe\0f\x07g\x7fh\uffff", ' "a\\Nb\\Lc\\Pd\\ufeffe\\0f\\ag\\x7fh\\uffff"'),
        ("one\ntwo", " |-\n      one\n      two"),
        ("one\n\ntwo\n", " |\n      one\n\n      two"),
        ("one\n\n", " |+\n      one\n"),
        ("  one\ntwo", " |2-\n        one\n      two"),
        ("\n\tone", " |2-\n\n      \tone"),
        ("one\r\ntwo", ' "one\\r\\ntwo"'),
        ("\n", ' "\\n"'),
        ("word " * 60 + "end", " " + "word " * 60 + "end"),
    ],
)
def test_a_text_stands_as_bare_as_it_can(text: str, form: str) -> None:
    assert written(text) == form
    assert read(f"sections:\n  - id: a\n    info:{form}\n") == {"sections": [{"id": "a", "info": text}]}


def test_any_text_in_any_place_is_read_back_as_it_was() -> None:
    dice = random.Random(22)  # noqa: S311 - the same texts each time

    def text() -> str:
        return "".join(dice.choice(PIECES) for _ in range(dice.randint(0, 7)))

    for _ in range(3000):
        step = {"id": "b", "when": {"a": text(), "b": [text(), "c"]}, "do": text()}
        step["body"] = [{"id": "c", "text": text()}, {"id": "d", "code": {"text": text()}}]
        first = {"id": "a", "info": text(), "steps": [step, {"id": "e", "do": text()}]}
        data = {"title": text(), "tags": [text(), text()], "sections": [first, {"id": "z", "title": text()}]}
        data |= {"outcome": text(), f"{text()[:300]}key": text()}
        assert read(canonical.dump(data)) == data
        entries = {"a.b": {"ru": text(), "en": text()}, "images/a.svg#b": {"ru": text(), "en": text()}}
        assert read(canonical.catalog(entries)) == entries


def test_flags_and_numbers_are_never_quoted_and_words_that_look_like_them_always_are() -> None:
    field = {"id": "a", "label": "1", "example": "true", "required": True, "secret": False}
    mark = {"id": "m", "at": [62, 31.5], "text": "2"}
    step = {"id": "s", "do": "3", "images": [{"id": "i", "src": "i.png", "marks": [mark]}], "fields": [field]}
    made = canonical.dump({"tags": ["2024", "a"], "sections": [{"id": "x", "title": "X", "steps": [step]}]})
    assert made == (
        'tags: ["2024", a]\n\nsections:\n  - id: x\n    title: X\n    steps:\n      - id: s\n        do: "3"\n'
        "        images:\n          - id: i\n            src: i.png\n            marks:\n              - id: m\n"
        '                at: [62, 31.5]\n                text: "2"\n        fields:\n          - id: a\n'
        '            label: "1"\n            example: "true"\n            required: true\n            secret: false\n'
    )
    assert canonical.dump(read(made)) == made


def test_keys_stand_in_the_order_of_the_model_and_unknown_ones_last() -> None:
    data = {"x": "1", "sections": [{"title": "B", "steps": [], "id": "a"}], "title": "A"}
    assert canonical.dump(data) == ('title: A\n\nsections:\n  - id: a\n    title: B\n    steps: []\n\nx: "1"\n')


def test_a_list_of_words_that_is_too_long_for_a_line_stands_below_its_key() -> None:
    words = [f"word-{number}" for number in range(20)]
    assert canonical.dump({"tags": words}) == "tags:\n" + "".join(f"  - {word}\n" for word in words)


def test_a_condition_stands_in_its_line() -> None:
    assert canonical.dump({"sections": [{"id": "a", "when": {"x": "no", "y": ["b", "true"]}}]}) == (
        'sections:\n  - id: a\n    when: {x: no, y: [b, "true"]}\n'
    )


def test_a_text_that_keeps_its_last_lines_gets_none_from_the_layout() -> None:
    data = {"title": "a\n\n", "sections": [{"id": "a", "info": "b\n\n\n"}, {"id": "b"}], "outcome": "c"}
    assert read(canonical.dump(data)) == data


def test_no_data_is_an_empty_mapping() -> None:
    assert canonical.dump({}) == canonical.catalog({}) == "{}\n"


def test_other_elements_than_a_guide_can_be_written() -> None:
    data = {"categories": [{"summary": "S.", "id": "a", "title": "A"}, {"id": "b", "title": "B"}]}
    assert canonical.dump(data, Categories) == (
        "categories:\n  - id: a\n    title: A\n    summary: S.\n  - id: b\n    title: B\n"
    )


def test_the_shipped_guide_is_canonical_but_for_its_comment() -> None:
    comment, _, rest = (SHIPPED / "guide.yml").read_text(encoding="utf-8").partition("\n")
    assert comment.startswith("# yaml-language-server")
    assert canonical.dump(read(rest)) == rest


def test_the_shipped_catalog_is_canonical() -> None:
    text = (SHIPPED / "en.yml").read_text(encoding="utf-8")
    assert canonical.catalog(read(text)) == text


def test_what_is_canonical_stays_as_it_is() -> None:
    for guide in ROOT.glob("tests/**/guide.yml"):
        once = canonical.dump(read(guide.read_text(encoding="utf-8")))
        assert canonical.dump(read(once)) == once


def test_five_hundred_guides_are_written_in_a_second() -> None:
    data = read((SHIPPED / "guide.yml").read_text(encoding="utf-8"))
    start = time.process_time()
    for _ in range(50):
        canonical.dump(data)
    assert time.process_time() - start < 50 / QUICK * 5  # five times slower on a busy machine is no defect


def test_a_level_is_a_number() -> None:
    made = canonical.dump({"sections": [{"id": "a", "title": "A"}, {"id": "b", "title": "B", "level": 2}]})
    assert made.endswith("    title: B\n    level: 2\n")
    assert canonical.dump(read(made)) == made
