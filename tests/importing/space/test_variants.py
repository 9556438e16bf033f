"""A space in several languages is one space for each, with the same paths for the same pages."""

from typing import Any

import pytest

from stepsheet.importing.languages import language
from stepsheet.importing.variants import REST, variants


def paths(made: Any) -> list[str]:
    return [page.path.as_posix() for page in made.pages]


def test_folders_that_hold_the_same_pages_are_variants(space: Any, drawn: Any) -> None:
    files = {
        "README.md": "",
        "en/README.md": "",
        "en/start/a.md": "",
        "en/SUMMARY.md": "* [A](start/a.md)\n* [Site](https://a.example/)\n",
        "zh_CN/README.md": "",
        "zh_CN/start/a.md": "",
        "zh_CN/SUMMARY.md": "* [甲](start/a.md)\n",
        ".gitbook/assets/a.png": b"x",
    }
    made = variants(space(files))
    assert {tag: paths(variant) for tag, variant in made.items()} == {
        "en": ["README.md", "start/a.md"],
        "zh-CN": ["README.md", "start/a.md"],
        REST: ["README.md"],
    }
    assert drawn(made["en"].navigation) == "A -> start/a.md\nSite -> https://a.example/"
    assert drawn(made["zh-CN"].navigation) == "甲 -> start/a.md"
    assert "../.gitbook/assets/a.png" in [path.as_posix() for path in made["en"].files]
    assert made["en"].root.name == "en"


def test_variants_may_lie_deeper(space: Any) -> None:
    made = variants(
        space(dict.fromkeys(["CHANGES.md", "src/de/a.md", "src/de/b.md", "src/ru/a.md", "src/ru/b.md"], ""))
    )
    assert {tag: paths(variant) for tag, variant in made.items()} == {
        "de": ["a.md", "b.md"],
        "ru": ["a.md", "b.md"],
        REST: ["CHANGES.md"],
    }


def test_a_variant_without_navigation_is_listed_by_its_folders(space: Any, drawn: Any) -> None:
    made = variants(space(dict.fromkeys(["en/index.md", "en/sub/a.md", "fr/index.md", "fr/sub/a.md"], "")))
    assert drawn(made["en"].navigation) == "- -> index.md\nsub\n  - -> sub/a.md"


@pytest.mark.parametrize(
    "names",
    [
        ["en/a.md", "guides/a.md"],
        ["en/a.md", "ru/b.md"],
        ["en/a.md"],
        ["is/a.md", "is/b.md", "go/a.md", "go/b.md"],
    ],
)
def test_other_folders_are_no_variants(space: Any, names: list[str]) -> None:
    assert variants(space(dict.fromkeys(names, ""))) == {}


@pytest.mark.parametrize(
    ("folder", "tag"),
    [("en", "en"), ("jp", "ja"), ("pt-br", "pt-BR"), ("zh_Hant", "zh-Hant"), ("Русский", "ru"), ("English", "en")],
)
def test_a_folder_says_its_language_as_people_write_it(folder: str, tag: str) -> None:
    assert language(folder) == tag


@pytest.mark.parametrize("folder", ["guides", "api", "src", "e", "", "english-guides", "1", "en-US-guides"])
def test_another_folder_says_none(folder: str) -> None:
    assert language(folder) is None
