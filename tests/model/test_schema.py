"""The JSON Schema tells editors what the model tells authors."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from stepsheet.model.schema import schema

REPOSITORY = Path(__file__).parent.parent.parent
EVERY_FEATURE = Path(__file__).with_name("every-feature.yml")
GUIDES = sorted((REPOSITORY / "content" / "guides").glob("*/guide.yml"))
VALIDATOR = Draft202012Validator(json.loads(schema()))


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2 core as editors read it: `no` and dates are texts, numbers and true are not."""


AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(("timestamp", "bool"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
AsEditorsRead.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)


def read(text: str) -> Any:
    return yaml.load(text, Loader=AsEditorsRead)  # noqa: S506 - a safe loader with fewer types


def mistakes(text: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(read(text))]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(schema()))


@pytest.mark.parametrize("path", [EVERY_FEATURE, *GUIDES], ids=lambda path: path.parent.name)
def test_a_guide_that_is_right_is_right_for_the_editor(path: Path) -> None:
    assert mistakes(path.read_text(encoding="utf-8")) == []


def test_there_is_a_guide_to_try_it_on() -> None:
    assert GUIDES


LEAST = "title: T\nsummary: S\nsections: [{id: go, title: Go, steps: [{id: walk, do: Walk.}]}]\n"


@pytest.mark.parametrize(
    "text",
    [
        LEAST + "needs: none\n",
        LEAST + "time: PT1H\n",
        LEAST.replace("title: Go", "title: Go, when: {far: true}"),
        LEAST.replace("title: Go", "title: 12"),
    ],
)
def test_what_an_author_may_write_is_accepted(text: str) -> None:
    assert mistakes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        LEAST.replace("summary", "sumary"),
        LEAST.replace("title: T\n", ""),
        LEAST.replace("title: T\n", "title: \n"),
        LEAST.replace("title: T\n", 'title: ""\n'),
        LEAST.replace("title: T\n", "title: [T]\n"),
        LEAST.replace("id: walk, ", ""),
        LEAST.replace("id: walk", "id: Add IP/1"),
        LEAST.replace("do: Walk.", "do: Walk., colour: red"),
        LEAST.replace("title: Go", "title: Go, importance: high"),
        LEAST.replace("title: Go", "title: Go, when: []"),
        LEAST.replace("do: Walk.", "do: Walk., warnings: [{id: a, kind: waring, text: A}]"),
        LEAST.replace("do: Walk.", "do: Walk., fields: [{id: a, label: A, required: yes}]"),
        LEAST.replace(
            "do: Walk.", "do: Walk., images: [{id: a, src: a.png, alt: A, marks: [{id: m, at: [1], text: M}]}]"
        ),
        LEAST.replace(
            "do: Walk.", "do: Walk., images: [{id: a, src: a.png, alt: A, marks: [{id: m, at: [1, 101], text: M}]}]"
        ),
        LEAST + "needs: nothing\n",
        LEAST + "time: ten minutes\n",
        LEAST + "tags: okx\n",
        LEAST + 'tags: [""]\n',
    ],
)
def test_a_typical_mistake_is_underlined(text: str) -> None:
    assert mistakes(text)
