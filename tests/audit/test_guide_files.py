"""The Markdown and the data of a guide."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stepsheet.audit.checks import guide_data, guide_markdown

from .conftest import Check, Workshop

MARKDOWN, ENGLISH, DATA = "guides/everything.md", "en/guides/everything.md", "en/guides/everything.json"
TRAY = "![Поднос](everything/images/photo.png)\n"
MARKDOWN_CASES: list[tuple[Check, str, str, str]] = [
    (guide_markdown.check, MARKDOWN, "Пейте.\n", ""),
    (guide_markdown.check, MARKDOWN, "Пейте.\n", "Пейте.\n\nПейте.\n"),
    (guide_markdown.check, MARKDOWN, "Пейте.\n", "Пейте квас.\n"),
    (guide_markdown.check, MARKDOWN, "Пейте.\n", "Drink.\n"),
    (guide_markdown.check, MARKDOWN, "> **Осторожно.** Закройте крышку.\n", ""),
    (guide_markdown.check, MARKDOWN, "> **Осторожно.** Закройте крышку.", "> **Совет.** Закройте крышку."),
    (guide_markdown.check, MARKDOWN, "4. **Вымойте чайник.**", "5. **Вымойте чайник.**"),
    (guide_markdown.check, MARKDOWN, "4. **Вымойте чайник.**", "**Вымойте чайник.**"),
    (guide_markdown.check, MARKDOWN, "* 1.2. ", "* "),
    (guide_markdown.check, MARKDOWN, "_Только если:_ Из чего вы пьёте? — Пиала.\n\nПока", "Пока"),
    (
        guide_markdown.check,
        MARKDOWN,
        "_Только если:_ Из чего вы пьёте? — Пиала.\n\nПока",
        "Из чего вы пьёте? — Пиала.\n\nПока",
    ),
    (guide_markdown.check, MARKDOWN, "## Уберите (рекомендуется)", "## Уберите"),
    (guide_markdown.check, MARKDOWN, "**Объём** (обязательно)", "**Объём** (необязательно)"),
    (guide_markdown.check, MARKDOWN, TRAY, ""),
    (guide_markdown.check, MARKDOWN, TRAY, "![Поднос](everything/images/line.svg)\n"),
    (guide_markdown.check, MARKDOWN, "sleep 300\n", "  sleep 300\n"),
    (guide_markdown.check, ENGLISH, "Не больше литра. _(not translated)_", "Не больше литра."),
    (guide_markdown.check, ENGLISH, "_(translation out of date)_", "_(not translated)_"),
    (guide_markdown.check, ENGLISH, "**Carry it.**", "**Carry it.** _(not translated)_"),
    (guide_markdown.check, MARKDOWN, "# Всё `сразу` & *по порядку*\n", "# Всё `сразу` & *по порядку*\n\n" * 2),
    (guide_markdown.check, MARKDOWN, "## Что получилось\n", ""),
    (guide_markdown.check, MARKDOWN, "## Что получилось\n", "## Что получилось\n\n## Что получилось\n"),
    (guide_markdown.check, MARKDOWN, "## Что получилось\n\nЧай **готов**.", "Чай **готов**.\n\n## Что получилось"),
    (guide_markdown.check, MARKDOWN, "## Что получилось\n", "### Что получилось\n"),
    (guide_markdown.check, MARKDOWN, "От ответов на эти вопросы зависит, какие шаги нужны:\n", ""),
    (guide_markdown.check, MARKDOWN, "Храните в менеджере паролей\n", ""),
    (
        guide_markdown.check,
        MARKDOWN,
        "Храните в менеджере паролей",
        "\n\n     ".join(["Храните в менеджере паролей"] * 2),
    ),
    (guide_markdown.check, MARKDOWN, "- Проверено 22", "- Проверено 23"),
    (guide_markdown.check, MARKDOWN, "- <https://guides.example/guides/everything/>\n", ""),
    (guide_markdown.check, MARKDOWN, "- Редакция", "- Редакция от"),
    (guide_markdown.check, MARKDOWN, "![](everything/images/line.svg)\n", "![](everything/images/line.svg)\n\n" * 2),
    (guide_markdown.check, MARKDOWN, "- [ ] Чай\n", "- Чай\n"),
    (guide_markdown.check, MARKDOWN, "> **Внимание.** Вода прольётся.", "**Внимание.** Вода прольётся."),
    (guide_markdown.check, MARKDOWN, "| чёрный | 5 |", "| чёрный | 5 | Лейте!"),
    (guide_markdown.check, ENGLISH, "> 3 texts have changed", "> 4 texts have changed"),
    (guide_markdown.check, "guides/short.md", "Ничего готовить не нужно.\n", ""),
]
DATA_CASES: list[tuple[Check, str, str, str]] = [
    (guide_data.check, DATA, '"format": "stepsheet-guide/1"', '"format": "stepsheet-guide/2"'),
    (guide_data.check, DATA, '"url": "https://guides.example/en/guides/everything/"', '"url": null'),
    (guide_data.check, DATA, '"time": "P1DT2H30M"', '"time": "P1DT2H31M"'),
    (guide_data.check, DATA, '"time": "P1DT2H30M"', '"time": "a day"'),
    (guide_data.check, DATA, '"reviewed": "2026-11-22"', '"reviewed": "2026-11-23"'),
    (guide_data.check, DATA, '"category": "kitchen",', '"category": "kitchen", "colour": "red",'),
    (guide_data.check, DATA, '"importance": "recommended"', '"importance": "optional"'),
    (guide_data.check, DATA, '"importance": "recommended",', ""),
    (guide_data.check, DATA, '"kind": "caution"', '"kind": "tip"'),
    (guide_data.check, DATA, '"secret": true', '"secret": false'),
    (guide_data.check, DATA, '"required": true', '"required": 1'),
    (guide_data.check, DATA, '"number": "1.2"', '"number": "1.3"'),
    (guide_data.check, DATA, '"number": "3.1.1"', '"number": "3.2"'),
    (guide_data.check, DATA, '"y": 20.5', '"y": 20'),
    (guide_data.check, DATA, '"path": "images/label.svg"', '"path": "images/line.svg"'),
    (guide_data.check, DATA, '"value": "Carry it."', '"value": ""'),
    (guide_data.check, DATA, '"state": "stale"', '"state": "translated"'),
    (guide_data.check, DATA, '"id": "carry"', '"id": "carried"'),
    (guide_data.check, DATA, '"missing": 4', '"missing": 0'),
    (guide_data.check, DATA, '"decorative": true', '"decorative": false'),
    (guide_data.check, DATA, '"revision": "', '"revision": "0'),
    (guide_data.check, DATA, '"revision": "', '"version": "'),
    (guide_data.check, "guides/short.json", '"needs": []', '"needs": null'),
    (guide_data.check, "guides/short.json", '"sections": [', '"sections": [7, '),
    (guide_data.check, "guides/short.json", '"title": {', '"title": 5, "headline": {'),
]


def test_markdown_broken_in_one_place_is_found(workshop: Workshop, golden: Callable[[Path, bytes], None]) -> None:
    """Texts, marks of fallback, labels, numbers, conditions, pictures and listings, each at its line of the guide."""
    golden(Path(__file__).parent / "expected" / "guide_markdown.txt", workshop.tried(MARKDOWN_CASES))


def test_data_broken_in_one_place_is_found(workshop: Workshop, golden: Callable[[Path, bytes], None]) -> None:
    """Values, keys, order and types, each at its line of the guide."""
    golden(Path(__file__).parent / "expected" / "guide_data.txt", workshop.tried(DATA_CASES))


def test_step_that_stands_twice_or_too_early_is_found(workshop: Workshop) -> None:
    """The data are broken as a program would break them."""
    sections = workshop.data(DATA)["sections"]
    steps = sections[0]["steps"]
    steps.reverse()
    steps.append(steps[0])
    workshop.change_data(DATA, sections=sections)
    place = "content/guides/everything/guide.yml:88:13"
    assert workshop.says(guide_data.check) == [
        f"{place} said-twice: en/guides/everything.json has the step 'boil.wait' more than once",
        f"{place} out-of-order: en/guides/everything.json has the step 'boil.wait' at another place than the guide",
    ]


def test_data_of_another_revision_is_found(workshop: Workshop) -> None:
    """A file that an earlier build has left."""
    workshop.change_data("guides/short.json", revision="0123abcd")
    place = "content/guides/short/guide.yml:1:1"
    assert workshop.says(guide_data.check) == [
        f"{place} changed-data: guides/short.json is of the revision '0123abcd', and guides/short.md is of another"
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "lost-file: guides/short.json is empty: the data of this guide"),
        (b'{"id": ', "damaged-file: guides/short.json cannot be read as JSON"),
        (b"[1]", "damaged-file: guides/short.json cannot be read as JSON"),
        (b"\xff\x00", "damaged-file: guides/short.json cannot be read as JSON"),
    ],
)
def test_garbage_instead_of_data_is_one_finding(workshop: Workshop, content: bytes, said: str) -> None:
    """Never an exception, and not a finding for each value."""
    workshop.write("guides/short.json", content)
    assert workshop.says(guide_data.check) == [f"content/guides/short/guide.yml:1:1 {said}"]


def test_lost_markdown_is_one_finding(workshop: Workshop) -> None:
    """Whether the file is gone or empty."""
    workshop.remove("guides/short.md")
    workshop.write("en/guides/short.md", "\n")
    assert workshop.says(guide_markdown.check) == [
        "content/guides/short/guide.yml:1:1 lost-file: en/guides/short.md is empty: the Markdown of this guide",
        "content/guides/short/guide.yml:1:1 lost-file: guides/short.md is not in the site: the Markdown of this guide",
    ]


def test_markdown_of_another_locale_is_found(workshop: Workshop) -> None:
    """The files of two locales are swapped."""
    workshop.write("en/guides/short.md", workshop.read("guides/short.md"))
    said = workshop.says(guide_markdown.check)
    assert (
        "content/guides/short/guide.yml:1:8 lost-text: en/guides/short.md does not show 'title': \"A short guide\""
        in said
    )
