"""A node tree becomes a typed guide: id paths, order, defaults, and words for whatever does not fit."""

import copy
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from stepsheet.diagnostics import Diagnostic, Location, Source
from stepsheet.load.nodes import Mapping, Node, Scalar, Sequence
from stepsheet.load.yaml_text import parse
from stepsheet.model import build
from stepsheet.model.body import BodyItem, variant
from stepsheet.model.element import Element, keys_of
from stepsheet.model.guide import Guide
from stepsheet.model.terms import Importance, WarningKind

EVERY_FEATURE = Path(__file__).with_name("every-feature.yml").read_text(encoding="utf-8")
LEAST = "title: T\nsummary: S\nsections: [{id: go, title: Go, steps: [{id: walk, do: Walk.}]}]\n"


def tree(text: str) -> Node:
    node, problems = parse(Source(Path("guide.yml"), "guide.yml", text))
    assert node is not None, problems
    return node


def guide(text: str) -> Guide:
    made, problems = build.element(tree(text), Guide)
    assert made is not None, problems
    return made.named("visit")


def problems(text: str) -> tuple[Diagnostic, ...]:
    return build.element(tree(text), Guide)[1]


def elements(made: Element) -> list[Element]:
    return [made, *made.descendants()]


# --- what is read


def test_every_text_has_its_id_path_as_its_key() -> None:
    for message in guide(EVERY_FEATURE).messages():
        assert message.key == message.text


def test_texts_come_in_the_readers_order() -> None:
    """Warnings stand before `do`, wherever the author wrote them; pictures and fields after it; results last."""
    keys = [message.key for message in guide(EVERY_FEATURE).messages()]
    assert keys == [
        *("title", "summary", "info", "badge.alt", "source.title", "shoes.text"),
        *("far.ask", "by.ask", "by.bus.label", "by.car.label"),
        *("rain.text", "rain.consequence", "rain.avoid", "rain.info"),
        *("go.title", "go.dark.text", "go.info", "go.gate.alt"),
        *("go.walk.hot.text", "go.walk.do", "go.walk.info"),
        *("go.walk.map.alt", "go.walk.map.caption", "go.walk.map.start.text", "go.walk.map.end.text"),
        *("go.walk.name.label", "go.walk.name.enter", "go.walk.name.example"),
        *("go.walk.pin.label", "go.walk.pin.pad.alt", "go.walk.way.label", "go.walk.way.left.label"),
        *("go.walk.expect", "go.walk.if_not", "go.walk.turn.do", "go.walk.turn.info"),
        *("go.rest.do", "go.rest.why.text", "go.rest.bench.alt", "go.rest.bench.seat.text"),
        *("go.done.text", "go.view.alt", "stay.title", "stay.shade.text", "outcome"),
    ]


def test_every_key_of_the_format_is_used_by_the_guide_of_every_feature() -> None:
    """Else a test over that guide proves nothing about the key left out."""
    used: dict[type[Element], set[str]] = {}
    for element in elements(guide(EVERY_FEATURE)):
        used.setdefault(type(element), set()).update(element._node.entries)
    for kind in all_elements():
        wanted = set(keys_of(kind))
        if kind is Guide:
            wanted.remove("body")  # which replaces others: a section shows it
        if kind.__name__ == "SubStep":
            wanted = {"id", "when", "do", "info"}  # the rest it shares with a step
        if kind.__name__ in {"Image", "Picture"}:
            wanted -= {"decorative", "caption"}
        assert used[kind] >= wanted, kind.__name__


def all_elements() -> Iterator[type[Element]]:
    waiting = list(Element.__subclasses__())
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__ in {Guide.__module__, BodyItem.__module__} and not kind.__name__.startswith("_"):
            yield kind


def test_a_text_knows_where_it_stands_and_whether_it_warns() -> None:
    made = {message.key: message for message in guide(EVERY_FEATURE).messages()}
    lines = EVERY_FEATURE.split("\n")
    for key, message in made.items():
        at = message.at
        assert lines[at.line - 1][at.column - 1 : at.end_column - 1] == key
        assert message.hazard == (key.split(".")[-2:-1] in (["rain"], ["dark"], ["hot"]))


def test_an_element_points_at_its_id_else_at_its_beginning() -> None:
    made = guide(EVERY_FEATURE)
    assert (made.sections[0].location.line, made.sections[0].location.column) == (21, 9)
    assert (made.location.line, made.location.column) == (2, 1)
    assert (made.at("needs").line, made.at("next", 0).column) == (12, 8)
    assert made.sections[0].at("none").column == 5


def test_values_have_their_types() -> None:
    made = guide(EVERY_FEATURE)
    walk = made.sections[0].steps[0]
    assert (made.time, made.reviewed) == (timedelta(minutes=90), date(2026, 11, 1))
    assert (made.tags, made.next, made.category) == (("one", "two"), ("walk",), "trips")
    assert made.sections[0].importance is Importance.RECOMMENDED
    assert made.warnings[0].kind is WarningKind.DANGER
    assert walk.images[0].marks[0].at_ == (1.0, 2.5)
    assert [field.required for field in walk.fields] == [True, False, None]
    assert [field.secret for field in walk.fields] == [False, True, False]


def test_what_is_left_out_has_its_default() -> None:
    made = guide(LEAST)
    section = made.sections[0]
    assert (made.needs, made.time, made.reviewed, made.source, made.category) == (None,) * 5
    assert (made.tags, made.options, made.warnings, made.next) == ((),) * 4
    assert (section.importance, section.when, section.info, section.warnings) == (Importance.REQUIRED, None, None, ())
    assert guide(LEAST + "warnings: [{id: a, text: A}]").warnings[0].kind is WarningKind.WARNING


def test_needs_none_is_different_from_needs_forgotten() -> None:
    assert guide(LEAST).needs is None
    assert guide(LEAST + "needs: none\n").needs == ()
    assert guide(LEAST + "needs: []\n").needs == ()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("far", {"far": ("yes",)}),
        ("{far: no}", {"far": ("no",)}),
        ("{by: bus}", {"by": ("bus",)}),
        ("{by: [bus, car]}", {"by": ("bus", "car")}),
        ("{by: [bus], far: yes}", {"by": ("bus",), "far": ("yes",)}),
    ],
)
def test_a_condition_has_one_form_whichever_was_written(written: str, read: dict[str, tuple[str, ...]]) -> None:
    assert guide(LEAST.replace("title: Go", f"title: Go, when: {written}")).sections[0].when == read


@pytest.mark.parametrize(("written", "level"), [("", 1), (", level: 1", 1), (", level: 3", 3), (', level: "2"', 2)])
def test_a_section_has_a_level(written: str, level: int) -> None:
    assert guide(LEAST.replace("title: Go", f"title: Go{written}")).sections[0].level == level


def test_a_variant_of_a_picture_is_named_before_its_ending() -> None:
    assert variant("menu.png", "en") == "menu.en.png"
    assert variant("menu.v2.svg", "pt-BR") == "menu.v2.pt-BR.svg"


def test_an_option_without_choices_is_answered_with_yes_or_no() -> None:
    assert [option.answers for option in guide(EVERY_FEATURE).options] == [("yes", "no"), ("bus", "car")]


# --- what does not fit


def places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from places(value, (*path, key))


DATA = yaml.load(EVERY_FEATURE, Loader=yaml.BaseLoader)  # noqa: S506 - texts only, and our own file
PLACES = list(places(DATA))
WRONG: dict[str, Any] = {
    "nothing": None,
    "an empty text": "",
    "a text": "some text",
    "a number": "7",
    "no number": "nan",
    "a large number": "1e999",
    "a duration too long": "P999999999999999999999D",
    "a long text": "x" * 200,
    "an empty list": [],
    "a list": ["x"],
    "nested lists": [[["x"]]],
    "an empty mapping": {},
    "a mapping": {"id": "x"},
    "an odd mapping": {"x": {"y": ["z", None]}},
}


def changed(path: tuple[str | int, ...], change: Callable[[Any, Any], None]) -> Node:
    data = copy.deepcopy(DATA)
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    change(holder, path[-1])
    return node(data)


def node(data: Any) -> Node:
    at = Location(Source(Path("guide.yml"), "guide.yml"))
    if isinstance(data, dict):
        return Mapping(at, {key: (Scalar(at, key), node(value)) for key, value in data.items()})
    return Sequence(at, tuple(node(item) for item in data)) if isinstance(data, list) else Scalar(at, data)


@pytest.mark.parametrize("wrong", WRONG.values(), ids=list(WRONG))
def test_there_are_words_for_every_wrong_value_in_every_place(wrong: Any) -> None:
    """An error of pydantic's without words of ours would be an InternalError."""
    for path in PLACES:

        def put(holder: Any, key: Any) -> None:
            holder[key] = wrong

        made, found = build.element(changed(path, put), Guide)
        assert made is not None or found, path


def test_there_are_words_for_every_key_that_is_gone_or_unknown() -> None:
    for path in PLACES:
        if isinstance(path[-1], str):
            build.element(changed(path, lambda holder, key: holder.pop(key)), Guide)
            _, found = build.element(changed(path, lambda holder, key: holder.update({f"x{key}": "x"})), Guide)
            if "when" not in path:  # whose keys are options, and a matter of rules
                assert "S020" in {diagnostic.rule.code for diagnostic in found}, path


def test_all_problems_are_found_at_once_and_none_twice() -> None:
    found = problems("sumary: x\ntime: long\nsections: [{id: Go, steps: [{do: [a]}]}]\n")
    assert sorted(diagnostic.rule.code for diagnostic in found) == [
        *("S020", "S021", "S021", "S021", "S021", "S022", "S022", "S024")
    ]
    assert len({(diagnostic.finding.message, diagnostic.finding.location) for diagnostic in found}) == len(found)


def test_a_guide_with_a_problem_is_no_guide() -> None:
    made, found = build.element(tree(LEAST + "colour: red\n"), Guide)
    assert made is None
    assert len(found) == 1
