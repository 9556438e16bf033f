"""One guide in ten languages, none of its texts translated: the site around it speaks each of them, and is audited."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.conftest import REPOSITORY, TODAY

from stepsheet import pipeline, settings
from stepsheet.diagnostics import Severity

LANGUAGES = ("en", "ru", "de", "es", "fr", "pt-BR", "tr", "uk", "zh-Hans", "ar")
MKDOCS = f"""\
site_name: Kettle
site_url: https://tea.example/
theme: {{name: material, custom_dir: {REPOSITORY / "overrides"}}}
plugins:
  - search
  - stepsheet:
      papers: [a4]
      locales: {{{", ".join(f"{locale}: {{}}" for locale in LANGUAGES)}}}
"""
GUIDE = """\
title: Make tea
summary: A pot for two.
time: P1DT2H30M
reviewed: 2026-11-22
needs: [{id: kettle, text: A kettle}]
options:
  - {id: sugar, ask: Do you take sugar?}
  - id: cup
    ask: What do you drink from?
    choices: [{id: mug, label: Mug}, {id: glass, label: Glass}, {id: bowl, label: Bowl}]
warnings: [{id: steam, kind: danger, text: Steam burns., consequence: It hurts., avoid: Keep away.}]
sections:
  - id: boil
    title: Boil
    steps:
      - id: fill
        when: {cup: [mug, glass, bowl], sugar: no}
        do: Fill the kettle.
        fields:
          - {id: volume, label: Volume, enter: As much as you drink, example: "1", required: true}
          - {id: recipe, label: Recipe, secret: true, required: false}
        expect: It is full.
        if_not: Fill it again, as [before](#step:boil.fill).
        verify: true
  - id: serve
    title: Serve
    importance: optional
    when: {sugar: yes}
    steps: [{id: stir, do: Stir., info: "As told [here](#step:boil.fill)."}]
outcome: Tea.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Built:
    place = tmp_path_factory.mktemp("languages")
    (place / "content/guides/tea").mkdir(parents=True)
    (place / "mkdocs.yml").write_text(MKDOCS)
    (place / "content/guides/tea/guide.yml").write_text(GUIDE)
    loaded = settings.load(place / "mkdocs.yml")
    return pipeline.build(loaded, TODAY, locales=loaded.locales)


def page(built: pipeline.Built, locale: str) -> LexborHTMLParser:
    assert isinstance(built.site_dir, Path)
    folder = built.site_dir if locale == "en" else built.site_dir / locale
    return LexborHTMLParser((folder / "guides/tea/index.html").read_text(encoding="utf-8"))


def test_the_audit_finds_nothing_wrong_in_any_language(built: pipeline.Built) -> None:
    assert [str(one.finding) for one in built.diagnostics if one.rule.severity is Severity.ERROR] == []
    assert built.site_dir


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_page_says_its_own_language_and_direction(built: pipeline.Built, locale: str) -> None:
    found = page(built, locale)
    assert found.css_first("html").attributes["lang"] == locale
    assert found.css_first("body").attributes["dir"] == ("rtl" if locale == "ar" else "ltr")


@pytest.mark.parametrize(
    ("locale", "search", "before"),
    [
        ("en", "Search", "Have at hand"),
        ("ru", "Поиск", "Приготовьте"),
        ("de", "Suche", "Bereithalten"),
        ("es", "Búsqueda", "Tenga a mano"),
        ("fr", "Rechercher", "À préparer"),
        ("pt-BR", "Buscar", "Tenha em mãos"),
        ("tr", "Ara", "Hazır bulundurun"),
        ("uk", "Пошук", "Підготуйте"),
        ("zh-Hans", "搜索", "准备事项"),
        ("ar", "بحث", "ما ستحتاج إليه"),
    ],
)
def test_the_words_of_the_theme_and_ours_are_in_the_readers_language(
    built: pipeline.Built, locale: str, search: str, before: str
) -> None:
    found = page(built, locale)
    assert found.css_first("input.md-search__input").attributes["placeholder"] == search
    assert found.css_first(".ss-needs__title").text() == before


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", "Only if: What do you drink from? — Mug, Glass, or Bowl and Do you take sugar? — no"),
        ("de", "Nur wenn: What do you drink from? – Mug, Glass oder Bowl und Do you take sugar? – nein"),
        ("fr", "Seulement si : What do you drink from? — Mug, Glass ou Bowl et Do you take sugar? — non"),
        ("zh-Hans", "仅当：What do you drink from?——Mug、Glass或Bowl 且 Do you take sugar?——否"),
    ],
)
def test_a_condition_is_set_with_the_marks_of_the_language(built: pipeline.Built, locale: str, said: str) -> None:
    condition = page(built, locale).css_first(".ss-step .ss-when > span")
    assert re.sub(r"[ \n]+", " ", condition.text()).strip() == said.replace(" :", "\u202f:")
