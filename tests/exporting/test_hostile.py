"""Texts that look like the markup of any flavour go out and come back as they were."""

import random
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from stepsheet.importing.restore.places import places
from stepsheet.model import prose
from stepsheet.model.text import Kind

from .trees import FORMS, export, guide, restored, yaml

SEEDS = range(12)
SAID = {"text", "code_inline", "fence", "code_block"}
REFUSED = {"html_inline", "html_block", "image", "heading_open"}
PIECES = (
    *("слово", "word", "*", "**", "_", "__", "`", "``", "[x](https://e.example/a_b?c=1&d=2)", "[y](#step:s.one)"),
    *('{% hint style="info" %}', "{% endhint %}", "{% endstep %}", "{{ 7*7 }}", "{ .x }", "<b>", "&lt;", "&amp;"),
    *("<!-- c -->", "!", "![", "](", "|", '"', "'", "«»", "1.", "1)", "-", "+", "#", "##", ">", "~~", "==", "$$"),
    *("$x$", ":smile:", "!!! note", "??? x", '=== "t"', "::: x", "[^1]", "\\", "a_b_c", "@me", "/// c", "--8<--"),
    *("<img src=x>", "&#123;", "*a*", "**b**", "`c`", "^^", "++k++", "`{% raw %}`", "---", "***", "(required)", ": "),
)
GUIDE = """\
title: line
summary: line
info: prose
source: {title: line}
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
          - {id: f, label: line, enter: line, example: plain, required: true}
          - {id: g, label: line, choose: [{id: x, label: line}]}
          - {id: h, label: line, enter: line, secret: true}
        expect: prose
        if_not: prose
        steps:
          - {id: sub, do: line}
          - {id: sub-two, warnings: [{id: w, kind: tip, text: line}], do: line, info: prose}
      - id: two
        do: line
        body:
          - {id: a, when: {o: a}, text: prose}
          - {id: p, image: {src: photo.png, alt: plain, caption: line, marks: [{id: m, at: [1, 2], text: line}]}}
          - {id: b, text: prose}
    after: [{id: z, text: prose}]
  - {id: t, title: line, level: 2, steps: [{id: q, do: line}]}
outcome: prose
"""


@pytest.fixture
def stage(everything, tmp_path):
    """A project with one guide, whose file is written by the test."""
    folder = tmp_path / "content/guides/hostile"
    shutil.copytree(everything / "content/guides/everything/images", folder / "images")
    shutil.copy(everything / "mkdocs.yml", tmp_path)
    (folder / "guide.yml").write_text(GUIDE)
    return tmp_path


def filled(stage, text):
    """The data of the guide with a text of its own for each key."""
    data = export(stage, "gitbook", "ru").skeleton("hostile").data
    for key, place in places(data).items():
        if place.kind and place.value:
            place.put(text(key, place.kind))
    return data


def written(stage, data):
    (Path(stage) / "content/guides/hostile/guide.yml").write_text(yaml(data))


def soup(chance, kind):
    """A text of pieces of markup that a guide may hold."""
    while True:
        text = " ".join(chance.choice(PIECES) + chance.choice(["", chance.choice(PIECES)]) for _ in range(5))
        text = "\n\n".join([text, *(block(chance) for _ in range(2))]) if kind is Kind.PROSE else text
        if allowed(text, kind):
            return " ".join(text.split()) if kind is Kind.PLAIN else text


def block(chance):
    words = [chance.choice(PIECES) for _ in range(6)]
    form = chance.choice(["- {}\n- {} {}\n  - {}", "1. {} {}\n2. {}", "> {}", "```py\n{}\n\n{}\n```", "{}\n{} {}"])
    return form.format(*words)


def allowed(text, kind):
    """Whether a guide may hold a text: no HTML, picture or heading, nothing empty, links to the web or itself."""
    tokens = tuple(prose.walk(prose.tokens(text, kind)))
    empty = any(one.type == "list_item_open" and two.type == "list_item_close" for one, two in pairwise(tokens))
    return (
        not empty
        and not {token.type for token in tokens} & REFUSED
        and (kind is Kind.PLAIN or any(token.content.strip() for token in tokens if token.type in SAID))
        and all(href.startswith(("https://", "#")) for href in prose.links(tokens))
    )


def said(text, kind):
    """The words of a text without its markup and its blanks."""
    tokens = prose.walk(prose.tokens(text.strip(), kind))
    held = text if kind is Kind.PLAIN else "".join(token.content for token in tokens if token.type in SAID)
    return "".join(held.split())


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", FORMS)
def test_a_guide_of_hostile_texts_comes_back_to_the_byte_from_a_page_that_was_parsed_anew(stage, form, seed):
    chance = random.Random(seed)  # noqa: S311 - the same texts each time
    data = filled(stage, lambda _, kind: soup(chance, kind))
    written(stage, data)
    bones = export(stage, form, "ru").skeleton("hostile")
    page = f"{bones.text}\n<!-- parsed anew -->\n"
    assert yaml(guide(restored(page, bones), page)) == yaml(data)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", FORMS)
def test_a_hostile_text_that_is_written_into_the_page_comes_back_as_it_reads(stage, form, seed):
    calm = filled(stage, lambda key, _: f"Text {key}".replace(".", " "))
    written(stage, calm)
    bones = export(stage, form, "ru").skeleton("hostile")
    chance = random.Random(seed)  # noqa: S311 - the same texts each time
    chosen = set(chance.sample(sorted(key for key in places(calm) if edit_alone(key, calm)), 3))
    data = filled(stage, lambda key, kind: soup(chance, kind) if key in chosen else places(calm)[key].value)
    written(stage, data)
    page = export(stage, form, "ru").page("hostile")
    found = restored(page, bones)
    after = places(guide(found, page))
    assert found.edited == chosen
    for key in chosen:
        place = places(data)[key]
        assert said(after[key].value, place.kind) == said(place.value, place.kind)


def edit_alone(key, data):
    """Whether a text stands in its own place only, and no other of its kind beside it."""
    place = places(data)[key]
    return place.kind and place.value and not key.startswith("o.") and key not in {"s.two.b.text", "s.z.text"}
