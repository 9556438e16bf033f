"""A locale is put below the others in `mkdocs.yml`, and nothing else changes."""

from pathlib import Path

import pytest

from stepsheet.translating.settings_text import with_locale

OURS = Path(__file__).parent.parent.parent / "mkdocs.yml"
BLOCK = """\
# ours
plugins:
  - search
  - stepsheet:
      locales: # the first is the source
        ru: {}
        en: # English
          site_name: >-
            Test
            site

      content: texts
extra: !ENV [X, y] # kept
"""


def test_a_locale_goes_below_the_others() -> None:
    assert with_locale(BLOCK, "de") == BLOCK.replace(
        "Test\n            site\n\n", "Test\n            site\n\n        de: {}\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("plugins: [{stepsheet: {locales: {ru: {}, en: {}}}}]\n", "en: {}, de: {}}"),
        ("plugins:\n  stepsheet:\n    locales:\n      ru:\n", "      ru:\n      de: {}\n"),
        ("plugins:\r\n- stepsheet:\r\n    locales:\r\n      ru: {}", "      ru: {}\r\n      de: {}\r\n"),
        (OURS.read_text(encoding="utf-8"), "tick off and print.\n        de: {}\n"),
    ],
)
def test_settings_may_be_written_in_any_form(before: str, after: str) -> None:
    made = with_locale(before, "de")
    assert made
    assert after in made
    assert made.replace("\n        de: {}\n", "\n").replace(", de: {}", "").startswith(before[:20])


@pytest.mark.parametrize(
    "text",
    [
        "plugins: [search]\n",
        "plugins: [\n",
        "plugins: [{stepsheet: {locales: {}}}]\n",
        "plugins: [{stepsheet: {locales: {de: {}}}}]\n",
    ],
)
def test_where_its_place_is_not_certain_nothing_is_written(text: str) -> None:
    assert with_locale(text, "de") is None
