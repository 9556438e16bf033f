"""The shapes in which MkDocs lets a setting be written come out as one; any other is named and refused."""

from pathlib import Path

import pytest

from stepsheet import settings
from stepsheet.errors import UserError
from stepsheet.settings import Settings

LEAST = "site_name: S\nplugins:\n  - stepsheet:\n      locales: {ru: {}, en: {}}\n"


def load(folder: Path, text: str) -> Settings:
    file = folder / "mkdocs.yml"
    file.write_text(text, encoding="utf-8")
    return settings.load(file)


@pytest.mark.parametrize(
    ("written", "key", "read"),
    [
        ("extra_css: foo.css", "extra_css", ["foo.css"]),
        ("extra_css: [foo.css, bar.css]", "extra_css", ["foo.css", "bar.css"]),
        ("hooks: foo.py", "hooks", ["foo.py"]),
        ("hooks: [foo.py]", "hooks", ["foo.py"]),
        ("extra_javascript: foo.js", "extra_javascript", ["foo.js"]),
        ("extra_javascript: [{path: foo.js, defer: true}]", "extra_javascript", [{"path": "foo.js", "defer": True}]),
        ("markdown_extensions: abbr", "markdown_extensions", {"abbr": {}}),
        ("markdown_extensions: [abbr, toc: {title: X}]", "markdown_extensions", {"abbr": {}, "toc": {"title": "X"}}),
        ("markdown_extensions: {abbr: , toc: {title: X}}", "markdown_extensions", {"abbr": {}, "toc": {"title": "X"}}),
        ("theme: material", "theme", {"name": "material"}),
        ("extra:", "extra", None),
    ],
)
def test_every_shape_that_has_a_meaning_is_read(written: str, key: str, read: object, tmp_path: Path) -> None:
    assert load(tmp_path, f"{LEAST}{written}\n").mkdocs.get(key) == read


def test_plugins_are_read_from_a_list_and_from_a_mapping(tmp_path: Path) -> None:
    mapping = load(tmp_path, "plugins:\n  search: {lang: ru}\n  stepsheet: {locales: {en: }}\n").mkdocs["plugins"]
    in_list = load(tmp_path, "plugins:\n- search: {lang: ru}\n- stepsheet: {locales: {en: }}\n").mkdocs["plugins"]
    assert mapping == in_list == {"search": {"lang": "ru"}, "stepsheet": {"locales": {"en": None}}}


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("extra_css: {a: b}", "mkdocs.yml: extra_css: not a list"),
        ("extra_css: [{path: a.css}]", "mkdocs.yml: extra_css: {'path': 'a.css'} is not the name of a file"),
        ("extra_javascript: [{defer: true}]", "mkdocs.yml: extra_javascript: {'defer': True} is not the name"),
        ("extra_javascript: 5", "mkdocs.yml: extra_javascript: not a list"),
        ("hooks: {a.py: }", "mkdocs.yml: hooks: not a list"),
        ("hooks: [[a.py]]", "mkdocs.yml: hooks: ['a.py'] is not the name of a file"),
        ("markdown_extensions: 5", "mkdocs.yml: markdown_extensions: not a list"),
        ("markdown_extensions: [{toc: , abbr: }]", "mkdocs.yml: markdown_extensions: an entry is not one name"),
        ("markdown_extensions: [toc: [a]]", "mkdocs.yml: markdown_extensions.toc: not a mapping"),
        ("markdown_extensions: {5: {}}", "mkdocs.yml: markdown_extensions: 5 is not a name"),
        ("extra: [a]", "mkdocs.yml: extra: not a mapping"),
        ("extra: a", "mkdocs.yml: extra: not a mapping"),
        ("theme: [material]", "mkdocs.yml: theme: not a mapping"),
        ("theme: readthedocs", "mkdocs.yml: theme: the pages are made for Material, not for 'readthedocs'"),
        ("theme: {custom_dir: [a]}", "mkdocs.yml: theme.custom_dir: not a text"),
    ],
)
def test_a_shape_without_a_meaning_is_refused_by_the_name_of_its_key(written: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised:
        load(tmp_path, f"{LEAST}{written}\n")
    assert raised.value.message.startswith(words)
    assert raised.value.help


def test_a_plugin_whose_options_are_not_indented_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="plugins: an entry is not one name"):
        load(tmp_path, "plugins:\n- stepsheet:\n  locales: {en: {}}\n")
